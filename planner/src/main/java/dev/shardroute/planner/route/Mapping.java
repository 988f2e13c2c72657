package dev.shardroute.planner.route;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.key.Destination;
import dev.shardroute.planner.routing.Mappable;
import dev.shardroute.planner.routing.SearchKey;
import dev.shardroute.type.Value;
import dev.shardroute.vindex.SingleColumnVindex;
import dev.shardroute.vindex.Vindex;

/** Maps values by vindexes, or refuses. */
final class Mapping {
    private Mapping() {}

    /**
     * Where the row with this value is to live. What has no keyspace id, or another one after MySQL's conversions, is refused.
     *
     * @throws dev.shardroute.error.ShardrouteException {@code VT09023} for such a value
     */
    static Destination place(Vindex vindex, Value value) {
        return Mappable.isMappable(vindex, value) ? mapped(vindex, value, value) : refuse(vindex, value);
    }

    /**
     * Where the rows live whose column equals this value; {@link Destination.None} when there are none. A value that may equal
     * that of a row after MySQL's conversions, nobody knows on which shard, is refused.
     *
     * @throws dev.shardroute.error.ShardrouteException {@code VT09023} for such a value
     */
    static Destination find(Vindex vindex, Value value) {
        return switch (SearchKey.of(vindex, value)) {
            case SearchKey.Known(var key) -> Mappable.readsIntegers(vindex)
                    ? single(vindex).map(key)
                    : mapped(vindex, key, value);
            case SearchKey.Nowhere nowhere -> new Destination.None();
            case SearchKey.Anywhere anywhere -> refuse(vindex, value);
        };
    }

    private static Destination mapped(Vindex vindex, Value key, Value value) {
        Destination destination = single(vindex).map(key);
        return destination instanceof Destination.None ? refuse(vindex, value) : destination;
    }

    private static Destination refuse(Vindex vindex, Value value) {
        throw ErrorCode.VT09023.error(value + " by vindex " + vindex.name());
    }

    /** Where the rows live that have NULL; {@link Destination.None} when there can be none. */
    static Destination findNull(Vindex vindex) {
        return single(vindex).map(Value.NULL);
    }

    private static SingleColumnVindex single(Vindex vindex) {
        if (vindex instanceof SingleColumnVindex single) {
            return single;
        }
        throw ErrorCode.VT12001.error("routing by a vindex of type " + vindex.type());
    }
}
