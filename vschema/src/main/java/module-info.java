/** The map: how the tables of a keyspace are sharded. */
module dev.shardroute.vschema {
    requires transitive dev.shardroute.core;
    requires com.fasterxml.jackson.databind;
    requires static transitive org.jspecify;

    exports dev.shardroute.vindex;
    exports dev.shardroute.vschema;

    uses dev.shardroute.vindex.VindexFactory;
}
