package dev.shardroute.planner.plan;

import dev.shardroute.key.Destination;
import dev.shardroute.vindex.Capability;

/** How much of the cluster a plan touches, as Vitess's metrics name it. */
public enum PlanType {
    /** Answered without a shard. */
    LOCAL("Local"),
    /** One statement to one shard. */
    PASSTHROUGH("Passthrough"),
    /** Statements to the shards of some values. */
    MULTI_SHARD("MultiShard"),
    /** Statements to the shards that the query of a lookup vindex finds. */
    LOOKUP("Lookup"),
    /** The same statement to every shard. */
    SCATTER("Scatter"),
    /** A join of two inputs. */
    JOIN("Join"),
    /** Any other work above the shards. */
    COMPLEX("Complex");

    private final String label;

    PlanType(String label) {
        this.label = label;
    }

    /** The name in plan descriptions. */
    public String label() {
        return label;
    }

    /** The type of a plan whose root this is. */
    public static PlanType of(Primitive root) {
        return switch (root) {
            case Primitive.Route route -> of(route.routing());
            case Primitive.Update update -> of(update.routing());
            case Primitive.Delete delete -> of(delete.routing());
            case Primitive.UnshardedInsert insert -> PASSTHROUGH;
            case Primitive.ShardedInsert insert -> MULTI_SHARD;
            case Primitive.Send send -> of(send.destination());
            case Primitive.MessageStream stream -> COMPLEX;
            case GatewayPrimitive work -> of(work);
        };
    }

    private static PlanType of(GatewayPrimitive root) {
        return switch (root) {
            case GatewayPrimitive.SingleRow row -> LOCAL;
            case GatewayPrimitive.VindexFunc function -> LOCAL;
            case GatewayPrimitive.Lock lock -> PASSTHROUGH;
            case GatewayPrimitive.Rows rows -> PASSTHROUGH;
            case GatewayPrimitive.ReplaceVariables variables -> PASSTHROUGH;
            case GatewayPrimitive.VindexLookup lookup -> LOOKUP;
            case GatewayPrimitive.Join join -> JOIN;
            case GatewayPrimitive.Limit limit -> of(limit.input());
            case GatewayPrimitive.RenameFields rename -> of(rename.input());
            case GatewayPrimitive.HashJoin join -> COMPLEX;
            case GatewayPrimitive.SemiJoin join -> COMPLEX;
            case GatewayPrimitive.UncorrelatedSubquery subquery -> COMPLEX;
            case GatewayPrimitive.Concatenate union -> COMPLEX;
            case GatewayPrimitive.RecurseCte table -> COMPLEX;
            case GatewayPrimitive.SqlCalcFoundRows rows -> COMPLEX;
            case GatewayPrimitive.PercentBasedMirror mirror -> COMPLEX;
            case GatewayPrimitive.Filter filter -> COMPLEX;
            case GatewayPrimitive.Sort sort -> COMPLEX;
            case GatewayPrimitive.Distinct distinct -> COMPLEX;
            case GatewayPrimitive.OrderedAggregate aggregate -> COMPLEX;
            case GatewayPrimitive.ScalarAggregate aggregate -> COMPLEX;
            case GatewayPrimitive.Projection projection -> COMPLEX;
            case GatewayPrimitive.SimpleProjection projection -> COMPLEX;
        };
    }

    private static PlanType of(RoutingParameters routing) {
        boolean asksLookup = routing.vindex().filter(vindex -> vindex.has(Capability.NEEDS_QUERIES)).isPresent();
        return switch (routing.opcode()) {
            case UNSHARDED, REFERENCE, NEXT, DBA -> PASSTHROUGH;
            case NONE -> LOCAL;
            case EQUAL_UNIQUE -> asksLookup ? LOOKUP : PASSTHROUGH;
            case EQUAL, IN, MULTI_EQUAL, SUB_SHARD, BETWEEN, BY_DESTINATION -> asksLookup ? LOOKUP : MULTI_SHARD;
            case SCATTER -> SCATTER;
        };
    }

    private static PlanType of(Destination destination) {
        return switch (destination) {
            case Destination.None none -> LOCAL;
            case Destination.AnyShard any -> PASSTHROUGH;
            case Destination.Shard shard -> PASSTHROUGH;
            case Destination.Id id -> PASSTHROUGH;
            case Destination.AllShards all -> SCATTER;
            case Destination.Shards shards -> MULTI_SHARD;
            case Destination.ExactKeyRange range -> MULTI_SHARD;
            case Destination.Range range -> MULTI_SHARD;
            case Destination.Ids ids -> MULTI_SHARD;
        };
    }
}
