package dev.shardroute.topo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.error.ShardrouteException;
import dev.shardroute.key.ShardName;
import dev.shardroute.key.TabletAlias;
import dev.shardroute.key.TabletType;
import dev.shardroute.topo.contract.TopologyContract;
import dev.shardroute.topo.contract.TopologyUnderTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class MutableTopologyTest extends TopologyContract {
    private static final TabletAlias ALIAS = TabletAlias.parse("zone1-1");

    private final MutableTopology topology =
            MutableTopology.of(TopologySnapshot.builder().keyspace("ks", List.of("-80", "80-")).build());

    @Override
    protected TopologyUnderTest open(TopologySnapshot content) {
        return new Subject(MutableTopology.of(content));
    }

    private record Subject(MutableTopology topology) implements TopologyUnderTest {
        @Override
        public void change(TopologySnapshot content) {
            topology.replace(content);
        }
    }

    // updates

    @Test
    void update_changesSomeOfIt() {
        TopologyChange change = topology.update(builder -> builder.keyspace("other", List.of("0"))
                .tablet(tablet(TabletType.PRIMARY)).health(ALIAS, TabletHealth.serving(0)).vschema("{}"));
        assertSame(topology.snapshot(), change.now());
        assertEquals(2, change.now().version());
        assertEquals(2, change.now().keyspaces().size());
        topology.update(builder -> builder.tablet(tablet(TabletType.REPLICA)).withoutKeyspace("ks").withoutVschema());
        TopologySnapshot now = topology.snapshot();
        assertEquals(List.of(tablet(TabletType.REPLICA)), List.copyOf(now.tablets()));
        assertEquals(Optional.empty(), now.vschema());
        assertEquals(1, now.keyspaces().size());
        topology.update(builder -> builder.withoutTablet(ALIAS));
        assertEquals(Optional.empty(), topology.snapshot().health(ALIAS));
        assertEquals(List.of(), topology.snapshot().tablets(now.tablets().iterator().next().shard(),
                TabletType.REPLICA));
    }

    @Test
    void update_thatLeavesAGap_changesNothing() {
        TopologySnapshot before = topology.snapshot();
        ShardrouteException error = assertThrows(ShardrouteException.class,
                () -> topology.update(builder -> builder.vschema("{}")
                        .keyspace("ks", TabletType.REPLICA, List.of("-40", "80-"))));
        assertEquals("SR03002: the shards of keyspace 'ks' (replica) do not cover the key space: "
                + "nothing covers 40-80", error.getMessage());
        assertSame(before, topology.snapshot());
    }

    @Test
    void update_whoseFunctionThrows_changesNothing_andLaterOnesWork() {
        TopologySnapshot before = topology.snapshot();
        assertThrows(IllegalStateException.class, () -> topology.update(builder -> {
            builder.withoutKeyspace("ks");
            throw new IllegalStateException();
        }));
        assertSame(before, topology.snapshot());
        assertEquals(2, topology.update(builder -> builder.vschema("{}")).now().version());
    }

    @Test
    void update_withinAnUpdate_isRefused() {
        assertThrows(IllegalStateException.class, () -> topology.update(outer -> {
            outer.vschema("{}");
            topology.update(inner -> inner.keyspace("other", List.of("0")));
        }));
        assertEquals(Optional.empty(), topology.snapshot().vschema());
        assertEquals(2, topology.snapshot().version());
    }

    @Test
    void replace_byWhatIsReadThen_showsNothingOlder() throws InterruptedException {
        AtomicInteger source = new AtomicInteger();
        List<Integer> told = new ArrayList<>();
        topology.listen((before, now) -> told.add(Integer.valueOf(now.vschema().orElseThrow())));
        inThreads(4, number -> IntStream.range(0, 25).forEach(i -> topology.replace(
                () -> TopologySnapshot.builder().vschema(String.valueOf(source.incrementAndGet())).build())));
        assertEquals(IntStream.rangeClosed(1, 100).boxed().toList(), told);
    }

    @Test
    void replace_byWhatCannotBeRead_changesNothing() {
        TopologySnapshot before = topology.snapshot();
        Supplier<TopologySnapshot> broken = () -> {
            throw new IllegalStateException();
        };
        assertThrows(IllegalStateException.class, () -> topology.replace(broken));
        assertSame(before, topology.snapshot());
    }

    @Test
    void updates_ofManyThreads_areAllMade() throws InterruptedException {
        inThreads(4, number -> IntStream.range(0, 25)
                .forEach(i -> topology.update(builder -> builder.keyspace(number + "_" + i, List.of("0")))));
        assertEquals(101, topology.snapshot().keyspaces().size());
        assertEquals(101, topology.snapshot().version());
    }

    private static void inThreads(int count, IntConsumer work) throws InterruptedException {
        List<Thread> threads =
                IntStream.range(0, count).mapToObj(number -> new Thread(() -> work.accept(number))).toList();
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
    }

    // listeners

    @Test
    void failures_ofListeners_areInTheAnswer() {
        IllegalStateException first = new IllegalStateException();
        AssertionError second = new AssertionError();
        topology.listen((before, now) -> {
            throw first;
        });
        topology.listen((before, now) -> {
            throw second;
        });
        assertEquals(List.of(first, second), topology.update(builder -> builder.vschema("{}")).failures());
    }

    @Test
    void listener_isToldOnTheThreadOfTheChange() {
        List<Thread> threads = new ArrayList<>();
        topology.listen((before, now) -> threads.add(Thread.currentThread()));
        topology.update(builder -> builder.vschema("{}"));
        assertEquals(List.of(Thread.currentThread()), threads);
    }

    @Test
    void changeByAListener_isToldToAll_afterTheOneItWasToldOf() {
        List<String> told = new ArrayList<>();
        topology.listen((before, now) -> {
            told.add("first " + now.version());
            topology.update(builder -> builder.vschema("{}"));
        });
        topology.listen((before, now) -> told.add("second " + now.version()));
        topology.update(builder -> builder.keyspace("other", List.of("0")));
        assertEquals(List.of("first 2", "second 2", "first 3", "second 3"), told);
        assertTrue(topology.snapshot().vschema().isPresent());
    }

    // what is not valid

    @Test
    void healthOfAnUnknownTablet_isRefused() {
        assertCode(ErrorCode.SR03009,
                () -> topology.update(builder -> builder.health(ALIAS, TabletHealth.serving(1))));
        assertCode(ErrorCode.SR03009, () -> TabletHealth.serving(-1));
    }

    @Test
    void typeThatDoesNotServe_isRefused() {
        assertCode(ErrorCode.SR03009,
                () -> topology.update(builder -> builder.keyspace("ks", TabletType.BACKUP, List.of("0"))));
    }

    @Test
    void keyspaceWithoutShards_isRefused() {
        assertCode(ErrorCode.SR03006, () -> topology.update(builder -> builder.keyspace("ks", List.of())));
        assertCode(ErrorCode.SR03006,
                () -> topology.update(builder -> builder.keyspace("ks", TabletType.RDONLY, List.of())));
        assertCode(ErrorCode.SR03006, () -> TopologySnapshot.of(1, Map.of("ks", Map.of())));
    }

    @Test
    void cellAliases_areChecked() {
        TopologySnapshot.Builder builder = TopologySnapshot.builder().cells("a", "b").cellAlias("east", List.of("a"));
        assertCode(ErrorCode.SR03009, () -> builder.cellAlias("west", List.of("a")));
        assertCode(ErrorCode.SR03009, () -> builder.cellAlias("west", List.of("c")));
        assertCode(ErrorCode.SR03009, () -> builder.cellAlias("b", List.of("b")));
        Cells cells = builder.build().cells();
        assertEquals(List.of("a"), List.copyOf(cells.named("east")));
        assertEquals(List.of("b"), List.copyOf(cells.near("b")));
        assertEquals(List.of(), List.copyOf(cells.near("c")));
    }

    @Test
    void ports_areChecked() {
        Shard shard = new Shard("ks", ShardName.parse("-80"));
        assertCode(ErrorCode.SR03009,
                () -> new Tablet(ALIAS, TabletType.PRIMARY, shard, "h", Map.of("mysql", 65536), Map.of()));
        assertEquals(Optional.of(3306), tablet(TabletType.PRIMARY).port("mysql"));
        assertEquals(shard.name().keyRange(), tablet(TabletType.PRIMARY).keyRange());
    }

    private static Tablet tablet(TabletType type) {
        return new Tablet(ALIAS, type, new Shard("ks", ShardName.parse("-80")), "h", Map.of("mysql", 3306), Map.of());
    }

    private static void assertCode(ErrorCode code, Runnable action) {
        assertEquals(code, assertThrows(ShardrouteException.class, action::run).code());
    }
}
