/** The backend of one shard. */
module dev.shardroute.tablet {
    requires transitive dev.shardroute.executor;
    requires com.zaxxer.hikari;
    requires java.sql;
    requires org.mariadb.jdbc;
    requires static transitive org.jspecify;

    exports dev.shardroute.tablet;
}
