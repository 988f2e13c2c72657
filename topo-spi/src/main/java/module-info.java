/** The territory: which keyspaces, shards and tablets there are. */
module dev.shardroute.topo {
    requires transitive dev.shardroute.core;
    requires com.fasterxml.jackson.databind;
    requires static transitive org.jspecify;

    exports dev.shardroute.topo;
}
