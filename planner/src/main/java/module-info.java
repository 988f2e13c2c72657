/** The decision: which shards must run what, and how the answers are put together. */
module dev.shardroute.planner {
    requires transitive dev.shardroute.core;
    requires transitive dev.shardroute.topo;
    requires transitive dev.shardroute.vschema;
    requires com.fasterxml.jackson.databind;
    requires static transitive org.jspecify;

    exports dev.shardroute.planner;
    exports dev.shardroute.planner.plan;
    exports dev.shardroute.planner.route;
}
