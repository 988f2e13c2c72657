package dev.shardroute.benchmarks;

import dev.shardroute.key.KeyspaceId;
import dev.shardroute.key.ShardName;
import dev.shardroute.topo.KeyspaceShards;
import dev.shardroute.topo.Shard;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** From keyspace ids to their shards, of which there are 1,024. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ResolveBenchmark {
    private static final int SHARDS = 1_024;
    private static final int IDS = 10_000;

    private final KeyspaceShards shards =
            KeyspaceShards.of("shop", Shop.shardNames(SHARDS).stream().map(ShardName::parse).toList());
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

    /** 10,000 ids by shard. */
    @Benchmark
    @OutputTimeUnit(TimeUnit.MICROSECONDS)
    public Map<Shard, List<KeyspaceId>> group() {
        return shards.group(ids, Function.identity());
    }

    /** Anywhere, and the same in every run. */
    private static List<KeyspaceId> ids() {
        Random random = new Random(1);
        return Stream.generate(random::nextLong).limit(IDS).map(KeyspaceId::ofBigEndian).toList();
    }
}
