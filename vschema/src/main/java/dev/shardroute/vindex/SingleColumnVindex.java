package dev.shardroute.vindex;

import dev.shardroute.key.Destination;
import dev.shardroute.key.KeyspaceId;
import dev.shardroute.type.Value;

/** A vindex of one column. */
public interface SingleColumnVindex extends Vindex {
    /**
     * Where the rows with {@code value} in the column live: {@link Destination.Id}, {@link Destination.Range}, {@link
     * Destination.AllShards} when the value says nothing of it, or {@link Destination.None} when there can be no such row.
     *
     * @throws dev.shardroute.error.ShardrouteException when the value cannot be mapped at all
     */
    Destination map(Value value);

    /**
     * True when {@link #map} of {@code value} is, or contains, {@code id}.
     *
     * @throws dev.shardroute.error.ShardrouteException when the value cannot be mapped; for a type of integers already
     *         {@code SR04002} for a value that is none
     */
    boolean verify(Value value, KeyspaceId id);
}
