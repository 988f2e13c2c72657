package dev.shardroute.vindex;

import dev.shardroute.key.Destination;
import dev.shardroute.key.KeyspaceId;
import dev.shardroute.type.Value;

/** A vindex whose keyspace id is computed from the value alone, and can be a part of another vindex's. */
public interface Hashing extends SingleColumnVindex {
    /**
     * The keyspace id of {@code value}.
     *
     * @throws dev.shardroute.error.ShardrouteException {@code SR04002} when the value has none
     */
    KeyspaceId hash(Value value);

    /**
     * {@inheritDoc}
     *
     * <p>Here the {@link #hash} of the value, and its error.
     */
    @Override
    default Destination map(Value value) {
        return new Destination.Id(hash(value));
    }

    /**
     * {@inheritDoc}
     *
     * <p>Here true when {@code id} has the bytes of the {@link #hash}.
     */
    @Override
    default boolean verify(Value value, KeyspaceId id) {
        return hash(value).sameBytes(id);
    }
}
