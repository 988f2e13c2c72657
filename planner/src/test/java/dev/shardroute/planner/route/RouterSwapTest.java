package dev.shardroute.planner.route;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.shardroute.error.ShardrouteException;
import dev.shardroute.key.KeyRange;
import dev.shardroute.key.ShardName;
import dev.shardroute.planner.Cluster;
import dev.shardroute.topo.KeyspaceShards;
import dev.shardroute.topo.MutableTopology;
import dev.shardroute.topo.Topologies;
import dev.shardroute.topo.Topology;
import dev.shardroute.topo.TopologySnapshot;
import dev.shardroute.type.Binds;
import dev.shardroute.vschema.VSchema;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Statements while the VSchema and the topology are replaced: each sees all of a change or nothing of it. */
final class RouterSwapTest {
    private static final int READERS = 3;
    private static final int ENOUGH = 500;

    @Test
    void vschemaAndTopology_areReplacedTogether() throws InterruptedException {
        List<VSchema> vschemas = Stream.of("one", "two").map(RouterSwapTest::vschema).toList();
        List<Topology> topologies = Stream.of("one", "two")
                .map(name -> Topologies.fixed(Map.of(name, List.of("-80", "80-")))).toList();
        Router router = Router.builder().vschema(vschemas.getFirst()).topology(topologies.getFirst()).build();
        whileChanging(
                change -> router.update(vschemas.get(change % 2), topologies.get(change % 2)),
                // one that mixes them looks for shards of a keyspace that the topology does not have
                () -> router.route("select a from t where id in (1, 4)", Binds.NONE).statements().size() == 2
                        ? Optional.empty()
                        : Optional.of("not on two shards"));
    }

    @Test
    void topologyThatChanges_isSeenWhole() throws InterruptedException {
        MutableTopology topology = MutableTopology.of(even(1));
        Router router = Router.builder().vschema(Cluster.VSCHEMA).topology(topology).build();
        whileChanging(change -> topology.replace(even(1 + change % 7)), () -> {
            List<ShardName> names = router.route("select oid from corder", Binds.NONE).statements().stream()
                    .map(statement -> statement.shard().name()).toList();
            // a mixture of two divisions leaves a gap or overlaps
            KeyspaceShards.of("customer", names).requireFullCoverage();
            return Optional.empty();
        });
    }

    /**
     * Changes something as long as readers need to have read it often while it changed.
     *
     * @param change makes the change of a number
     * @param read   tells what is wrong, by its answer or by an error
     */
    private static void whileChanging(IntConsumer change, Supplier<Optional<String>> read)
            throws InterruptedException {
        List<String> wrong = new CopyOnWriteArrayList<>();
        AtomicBoolean done = new AtomicBoolean();
        List<AtomicLong> reads = IntStream.range(0, READERS).mapToObj(i -> new AtomicLong()).toList();
        List<Thread> threads = reads.stream().map(count -> new Thread(() -> {
            while (!done.get() && wrong.isEmpty()) {
                wrongOf(read).ifPresent(wrong::add);
                count.incrementAndGet();
            }
        })).toList();
        threads.forEach(Thread::start);
        for (int i = 0; wrong.isEmpty() && !enough(i, reads); i++) {
            change.accept(i);
        }
        done.set(true);
        for (Thread thread : threads) {
            thread.join();
        }
        assertEquals(List.of(), wrong);
    }

    private static boolean enough(int changes, List<AtomicLong> reads) {
        return changes >= ENOUGH && reads.stream().allMatch(count -> count.get() >= ENOUGH);
    }

    private static Optional<String> wrongOf(Supplier<Optional<String>> read) {
        try {
            return read.get();
        } catch (ShardrouteException e) {
            return Optional.of(e.getMessage());
        }
    }

    private static VSchema vschema(String keyspace) {
        return VSchema.parse("""
                {"keyspaces": {"%s": {"sharded": true, "vindexes": {"hash": {"type": "hash"}}, "tables": {
                  "t": {"column_vindexes": [{"column": "id", "name": "hash"}]}}}}}
                """.formatted(keyspace));
    }

    private static TopologySnapshot even(int count) {
        return TopologySnapshot.builder().keyspace("commerce", List.of("0"))
                .keyspace("customer", KeyRange.evenNames(count, 2)).build();
    }
}
