package dev.shardroute.vschema;

import dev.shardroute.vindex.Capability;
import dev.shardroute.vindex.Vindex;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A vindex as a keyspace declares it. Two are equal when they are declared alike.
 *
 * @param vindex the vindex
 * @param params its parameters, in their order
 * @param owner  the table that maintains its lookup table, or empty
 */
public record VindexDefinition(Vindex vindex, Map<String, String> params, Optional<String> owner)
        implements TableOrVindex {
    /** Copies the map. */
    public VindexDefinition {
        params = Collections.unmodifiableMap(new LinkedHashMap<>(params));
    }

    /** The name of the vindex. */
    public String name() {
        return vindex.name();
    }

    /** The name of its type, {@code hash} for example. */
    public String type() {
        return vindex.type();
    }

    /** True when the vindex keeps a lookup table. */
    boolean isLookup() {
        return vindex.has(Capability.LOOKUP);
    }

    /** The vindex is made from its name, type and parameters; whether it has an equality of its own does not matter. */
    @Override
    public boolean equals(Object other) {
        return other instanceof VindexDefinition that && name().equals(that.name()) && type().equals(that.type())
                && params.equals(that.params) && owner.equals(that.owner);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name(), type(), params, owner);
    }
}
