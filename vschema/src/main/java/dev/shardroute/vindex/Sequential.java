package dev.shardroute.vindex;

import dev.shardroute.key.Destination;
import dev.shardroute.type.Value;

/** A vindex whose keyspace ids are in the order of the values. */
public interface Sequential extends SingleColumnVindex {
    /**
     * Where the rows live whose value is at least {@code from} and less than {@code to}; {@code to} itself is where {@link
     * #map} says, and BETWEEN needs both. {@link Destination.None} when {@code from} is not less than {@code to}.
     *
     * @throws dev.shardroute.error.ShardrouteException when a value cannot be mapped
     */
    Destination rangeMap(Value from, Value to);
}
