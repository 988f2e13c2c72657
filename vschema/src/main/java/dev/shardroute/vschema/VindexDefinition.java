package dev.shardroute.vschema;

import dev.shardroute.vindex.Capability;
import dev.shardroute.vindex.Vindex;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A vindex as a keyspace declares it.
 *
 * @param vindex the vindex
 * @param params its parameters, in their order
 * @param owner  the table that maintains its lookup table, or empty
 */
public record VindexDefinition(Vindex vindex, Map<String, String> params, Optional<String> owner) {
    /** Copies the map. */
    public VindexDefinition {
        params = Collections.unmodifiableMap(new LinkedHashMap<>(params));
    }

    /** True when the vindex keeps a lookup table. */
    boolean isLookup() {
        return vindex.has(Capability.LOOKUP);
    }
}
