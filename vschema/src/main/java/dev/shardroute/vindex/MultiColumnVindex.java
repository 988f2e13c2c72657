package dev.shardroute.vindex;

import dev.shardroute.key.Destination;
import dev.shardroute.key.KeyspaceId;
import dev.shardroute.type.Value;
import java.util.List;

/** A vindex of several columns. */
public interface MultiColumnVindex extends Vindex {
    /**
     * Where the rows with {@code values} in the columns live. Fewer values than columns are allowed for {@link
     * Capability#PARTIAL}, and give a {@link Destination.Range}, or {@link Destination.AllShards} when they say nothing.
     *
     * @throws dev.shardroute.error.ShardrouteException when the values cannot be mapped at all
     */
    Destination map(List<Value> values);

    /**
     * True when {@link #map} of {@code values} is {@code id}.
     *
     * @throws dev.shardroute.error.ShardrouteException when the values cannot be mapped
     */
    boolean verify(List<Value> values, KeyspaceId id);
}
