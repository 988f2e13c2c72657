package dev.shardroute.topo;

import dev.shardroute.key.ShardName;

/**
 * A shard of a keyspace.
 *
 * @param keyspace the name of the keyspace
 * @param name     the name of the shard
 */
public record Shard(String keyspace, ShardName name) {
    /** {@code keyspace/shard}. */
    @Override
    public String toString() {
        return keyspace + "/" + name;
    }
}
