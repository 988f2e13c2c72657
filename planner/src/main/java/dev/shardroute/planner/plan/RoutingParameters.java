package dev.shardroute.planner.plan;

import dev.shardroute.vindex.Vindex;
import java.util.List;
import java.util.Optional;

/**
 * How a statement finds its shards.
 *
 * @param opcode   the way
 * @param keyspace the keyspace
 * @param vindex   the vindex that maps the values, where the opcode uses one
 * @param values   the values it maps
 */
public record RoutingParameters(Opcode opcode, KeyspaceRef keyspace, Optional<Vindex> vindex, List<ValueExpr> values) {
    /** The list variable that stands for each shard's part of an IN list. */
    public static final String LIST_VARIABLE = "__vals";

    /** Copies the list. */
    public RoutingParameters {
        values = List.copyOf(values);
    }

    /** Parameters of an opcode that needs no vindex. */
    public static RoutingParameters of(Opcode opcode, KeyspaceRef keyspace) {
        return new RoutingParameters(opcode, keyspace, Optional.empty(), List.of());
    }
}
