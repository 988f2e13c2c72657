package dev.shardroute.planner.route;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.key.Destination;
import dev.shardroute.planner.routing.Mappable;
import dev.shardroute.type.Value;
import dev.shardroute.vindex.SingleColumnVindex;
import dev.shardroute.vindex.Vindex;

/** Maps values by vindexes, or refuses. */
final class Mapping {
    private Mapping() {}

    /**
     * Where the rows with this value live. A value without a keyspace id may still equal that of a row after MySQL's
     * conversions, and nobody knows on which shard: it is refused.
     *
     * @throws dev.shardroute.error.ShardrouteException {@code VT09023} for such a value
     */
    static Destination map(Vindex vindex, Value value) {
        Destination destination =
                Mappable.isMappable(vindex, value) ? single(vindex).map(value) : new Destination.None();
        if (destination instanceof Destination.None && !Mappable.isHuge(vindex, value)) {
            throw ErrorCode.VT09023.error(value + " by vindex " + vindex.name());
        }
        return destination;
    }

    /** Where the rows live that have NULL; {@link Destination.None} when there can be none. */
    static Destination mapNull(Vindex vindex) {
        return single(vindex).map(Value.NULL);
    }

    private static SingleColumnVindex single(Vindex vindex) {
        if (vindex instanceof SingleColumnVindex single) {
            return single;
        }
        throw ErrorCode.VT12001.error("routing by a vindex of type " + vindex.type());
    }
}
