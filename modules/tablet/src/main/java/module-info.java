/** The backend of one shard. */
module dev.shardroute.tablet {
    requires transitive dev.shardroute.executor;
    requires java.sql;
    requires org.mariadb.jdbc;
    requires static transitive org.jspecify;

    exports dev.shardroute.tablet;
}
