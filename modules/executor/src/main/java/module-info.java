/** Runs plans over shards. */
module dev.shardroute.executor {
    requires transitive dev.shardroute.planner;
    requires static transitive org.jspecify;

    exports dev.shardroute.executor;
}
