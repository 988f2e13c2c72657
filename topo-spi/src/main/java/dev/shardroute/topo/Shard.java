package dev.shardroute.topo;

import dev.shardroute.key.ShardName;

/**
 * A shard of a keyspace.
 *
 * @param keyspace the name of the keyspace
 * @param name     the name of the shard
 */
public record Shard(String keyspace, ShardName name) {
    /** That of the two names, which are quick: the key range is in the name. */
    @Override
    public int hashCode() {
        return 31 * keyspace.hashCode() + name.name().hashCode();
    }

    /** {@code keyspace/shard}. */
    @Override
    public String toString() {
        return keyspace + "/" + name;
    }
}
