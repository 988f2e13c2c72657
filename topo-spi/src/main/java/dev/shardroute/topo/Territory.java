package dev.shardroute.topo;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.key.TabletAlias;
import dev.shardroute.key.TabletType;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a snapshot tells, apart from its version; compared by value. */
record Territory(Cells cells, Map<String, Map<TabletType, KeyspaceShards>> keyspaces, TabletDirectory tablets,
        Map<TabletAlias, TabletHealth> health, Optional<String> vschema) {
    static final Territory EMPTY =
            new Territory(Cells.NONE, Map.of(), TabletDirectory.EMPTY, Map.of(), Optional.empty());

    /** Copies the maps, and checks that every type of tablets covers the key space. */
    Territory {
        Map<String, Map<TabletType, KeyspaceShards>> copy = new TreeMap<>();
        keyspaces.forEach((name, byType) -> copy.put(name, checked(name, byType)));
        keyspaces = Collections.unmodifiableMap(copy);
        health = Map.copyOf(health);
        for (TabletAlias alias : health.keySet()) {
            if (!tablets.byAlias().containsKey(alias)) {
                throw ErrorCode.SR03009.error("the health of tablet " + alias + ", which is not known");
            }
        }
    }

    private static Map<TabletType, KeyspaceShards> checked(String keyspace, Map<TabletType, KeyspaceShards> byType) {
        if (byType.isEmpty()) {
            throw ErrorCode.SR03006.error("'" + keyspace + "'");
        }
        byType.forEach((type, shards) -> {
            String label = KeyspaceShards.label(keyspace, type);
            if (!type.isServing()) {
                throw ErrorCode.SR03009.error("keyspace " + label + ": this type of tablets serves nothing");
            }
            shards.requireFullCoverage(label);
        });
        return Collections.unmodifiableMap(new TreeMap<>(byType));
    }
}
