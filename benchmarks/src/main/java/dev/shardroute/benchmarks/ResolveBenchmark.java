package dev.shardroute.benchmarks;

import dev.shardroute.key.KeyRange;
import dev.shardroute.key.KeyspaceId;
import dev.shardroute.key.ShardName;
import dev.shardroute.topo.KeyspaceShards;
import dev.shardroute.topo.Shard;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** From keyspace ids to their shards, of which there are 1,024; a tree of the shards' starts is the yardstick. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ResolveBenchmark {
    private static final int SHARDS = 1_024;
    private static final int IDS = 10_000;

    private final KeyspaceShards shards = shards(Shop.shardNames(SHARDS));
    private final KeyspaceShards unevenShards = shards(unevenNames());
    private final NavigableMap<KeyspaceId, Shard> tree = tree(shards);
    private final List<KeyspaceId> ids = ids();
    private int next;

    /** Made by JMH. */
    public ResolveBenchmark() {}

    /** The shard of one id, another one every time. */
    @Benchmark
    public Shard one() {
        next = (next + 1) % IDS;
        return shards.of(ids.get(next));
    }

    /** The same among shards between bounds that lie anywhere. */
    @Benchmark
    public Shard oneOfUneven() {
        next = (next + 1) % IDS;
        return unevenShards.of(ids.get(next));
    }

    /** The same in a tree. */
    @Benchmark
    public Shard oneInTree() {
        next = (next + 1) % IDS;
        return tree.floorEntry(ids.get(next)).getValue();
    }

    /** 10,000 ids by shard. */
    @Benchmark
    @OutputTimeUnit(TimeUnit.MICROSECONDS)
    public Map<Shard, List<KeyspaceId>> group() {
        return shards.group(ids, Function.identity());
    }

    private static KeyspaceShards shards(List<String> names) {
        return KeyspaceShards.of("shop", names.stream().map(ShardName::parse).toList());
    }

    private static List<String> unevenNames() {
        List<String> bounds = new ArrayList<>(List.of(""));
        new Random(2).longs(SHARDS - 1).mapToObj(KeyspaceId::ofBigEndian).sorted().map(KeyspaceId::toString)
                .forEach(bounds::add);
        bounds.add("");
        return IntStream.range(0, SHARDS).mapToObj(i -> bounds.get(i) + "-" + bounds.get(i + 1)).toList();
    }

    private static NavigableMap<KeyspaceId, Shard> tree(KeyspaceShards shards) {
        NavigableMap<KeyspaceId, Shard> tree = new TreeMap<>();
        shards.all().forEach(shard -> tree.put(shard.name().keyRange().orElse(KeyRange.FULL).start(), shard));
        return tree;
    }

    /** Anywhere, and the same in every run. */
    private static List<KeyspaceId> ids() {
        return new Random(1).longs(IDS).mapToObj(KeyspaceId::ofBigEndian).toList();
    }
}
