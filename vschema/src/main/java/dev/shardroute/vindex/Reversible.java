package dev.shardroute.vindex;

import dev.shardroute.key.KeyspaceId;
import dev.shardroute.type.Value;

/** A vindex whose value can be computed from the keyspace id. */
public interface Reversible extends SingleColumnVindex {
    /**
     * The value that maps to {@code id}.
     *
     * @throws dev.shardroute.error.ShardrouteException {@code SR03001} when no value does
     */
    Value reverseMap(KeyspaceId id);
}
