package dev.shardroute.topo;

import java.util.List;
import java.util.random.RandomGenerator;

/** Chooses the shard when any one will do. Safe for use by many threads. */
@FunctionalInterface
public interface ShardPicker {
    /** Always the first shard. */
    ShardPicker FIRST = List::getFirst;

    /** One of {@code shards}, of which there is at least one. */
    Shard pick(List<Shard> shards);

    /** Any shard with equal chance; {@code random} must be safe for the threads that use the picker. */
    static ShardPicker random(RandomGenerator random) {
        return shards -> shards.get(random.nextInt(shards.size()));
    }
}
