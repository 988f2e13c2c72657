/** The MySQL wire protocol. */
module dev.shardroute.mysql {
    requires transitive dev.shardroute.core;
    requires static transitive org.jspecify;

    exports dev.shardroute.mysql;
}
