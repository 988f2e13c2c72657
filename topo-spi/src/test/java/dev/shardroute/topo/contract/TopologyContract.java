package dev.shardroute.topo.contract;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.shardroute.key.TabletType;
import dev.shardroute.topo.Topology;
import dev.shardroute.topo.Topology.Subscription;
import dev.shardroute.topo.TopologyListener;
import dev.shardroute.topo.TopologySnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What every topology must do. The tests of a backend extend it and say how one is made; they need the test-jar of this
 * module. No test sleeps or depends on how long something takes.
 */
public abstract class TopologyContract {
    private static final int CHANGES = 50;

    /** For the tests of a backend. */
    protected TopologyContract() {}

    /** A new topology, whose first snapshot tells what {@code content} tells. */
    protected abstract TopologyUnderTest open(TopologySnapshot content);

    /** {@link #open} with content that will change; skips the test where that cannot be. */
    private TopologyUnderTest openChanging(TopologySnapshot content) {
        TopologyUnderTest subject = open(content);
        assumeTrue(subject.canChange(), "this topology cannot change");
        return subject;
    }

    // what it tells

    @Test
    void snapshot_tellsEverythingThatIsKnown() {
        try (TopologyUnderTest subject = open(Contents.full())) {
            TopologySnapshot snapshot = subject.topology().snapshot();
            assertAll(
                    () -> assertTrue(snapshot.sameAs(Contents.full()), snapshot::toString),
                    () -> assertEquals(Set.of("commerce", "customer"), snapshot.keyspaces()),
                    () -> assertEquals(3, snapshot.shards("customer", TabletType.REPLICA).all().size()),
                    () -> assertEquals(Set.of("zone1", "zone2"), snapshot.cells().near("zone1")),
                    () -> assertEquals(7, snapshot.health(Contents.REPLICA).orElseThrow().lagSeconds()),
                    () -> assertEquals(Contents.full().vschema(), snapshot.vschema()));
        }
    }

    @Test
    void primary_isTheOneWhoseTermBeganLast() {
        try (TopologyUnderTest subject = open(Contents.full())) {
            TopologySnapshot snapshot = subject.topology().snapshot();
            assertEquals(snapshot.tablet(Contents.NEW_PRIMARY), snapshot.primary(Contents.LEFT));
            assertEquals(2, snapshot.tablets(Contents.LEFT, TabletType.PRIMARY).size());
        }
    }

    @Test
    void nothing_canBeTold() {
        try (TopologyUnderTest subject = open(TopologySnapshot.builder().build())) {
            assertEquals(Set.of(), subject.topology().snapshot().keyspaces());
        }
    }

    @Test
    void snapshot_withoutChange_isTheSame() {
        try (TopologyUnderTest subject = open(Contents.even(2))) {
            assertSame(subject.topology().snapshot(), subject.topology().snapshot());
        }
    }

    // changes

    @Test
    void change_isSeen_andHasAGreaterVersion() {
        try (TopologyUnderTest subject = openChanging(Contents.even(2))) {
            TopologySnapshot before = subject.topology().snapshot();
            subject.change(Contents.full());
            TopologySnapshot now = subject.topology().snapshot();
            assertTrue(now.sameAs(Contents.full()), now::toString);
            assertTrue(now.version() > before.version());
            assertTrue(before.sameAs(Contents.even(2)), "a snapshot does not change");
        }
    }

    @Test
    void changeOfNothing_isNone() {
        try (TopologyUnderTest subject = openChanging(Contents.full())) {
            List<Long> told = new CopyOnWriteArrayList<>();
            TopologySnapshot before = subject.topology().snapshot();
            subject.topology().listen((old, now) -> told.add(now.version()));
            subject.change(Contents.full());
            assertSame(before, subject.topology().snapshot());
            assertEquals(List.of(), told);
        }
    }

    // listeners

    @Test
    void listener_isToldOfEveryChange_afterItIsSeen() {
        try (TopologyUnderTest subject = openChanging(Contents.even(1))) {
            Topology topology = subject.topology();
            List<TopologySnapshot> told = new CopyOnWriteArrayList<>();
            List<TopologySnapshot> seen = new CopyOnWriteArrayList<>();
            told.add(topology.snapshot());
            topology.listen((before, now) -> {
                seen.add(topology.snapshot());
                assertSame(told.getLast(), before);
                told.add(now);
            });
            IntStream.rangeClosed(2, 5).forEach(count -> subject.change(Contents.even(count)));
            assertEquals(List.of(1, 2, 3, 4, 5), told.stream().map(TopologyContract::shardsOfLeft).toList());
            assertEquals(seen, told.subList(1, told.size()));
            assertSame(told.getLast(), topology.snapshot());
        }
    }

    @Test
    void listenerThatThrows_stopsNeitherTheChangeNorTheOthers() {
        try (TopologyUnderTest subject = openChanging(Contents.even(1))) {
            List<Integer> told = new CopyOnWriteArrayList<>();
            TopologyListener listener = (before, now) -> told.add(shardsOfLeft(now));
            subject.topology().listen(listener);
            subject.topology().listen((before, now) -> {
                throw new IllegalStateException("the listener of this test");
            });
            subject.topology().listen(listener);
            subject.change(Contents.even(2));
            subject.change(Contents.even(3));
            assertEquals(List.of(2, 2, 3, 3), told);
            assertEquals(3, shardsOfLeft(subject.topology().snapshot()));
        }
    }

    @Test
    void closedSubscription_isNotTold_andClosingAgainIsHarmless() {
        try (TopologyUnderTest subject = openChanging(Contents.even(1))) {
            List<String> told = new CopyOnWriteArrayList<>();
            Subscription first = subject.topology().listen((before, now) -> told.add("first"));
            subject.topology().listen((before, now) -> told.add("second"));
            subject.change(Contents.even(2));
            first.close();
            first.close();
            subject.change(Contents.even(3));
            assertEquals(List.of("first", "second", "second"), told);
        }
    }

    @Test
    void subscription_canBeClosedByItsListener() {
        try (TopologyUnderTest subject = openChanging(Contents.even(1))) {
            List<Subscription> own = new ArrayList<>();
            List<Integer> told = new CopyOnWriteArrayList<>();
            own.add(subject.topology().listen((before, now) -> {
                told.add(shardsOfLeft(now));
                own.forEach(Subscription::close);
            }));
            subject.change(Contents.even(2));
            subject.change(Contents.even(3));
            assertEquals(List.of(2), told);
        }
    }

    // threads

    @Test
    void readers_neverSeeHalfOfAChange_orAnOlderSnapshotAgain() throws InterruptedException {
        try (TopologyUnderTest subject = openChanging(Contents.even(1))) {
            AtomicBoolean done = new AtomicBoolean();
            List<String> wrong = new CopyOnWriteArrayList<>();
            List<Thread> readers = IntStream.range(0, 3)
                    .mapToObj(i -> new Thread(() -> read(subject.topology(), done).ifPresent(wrong::add)))
                    .toList();
            readers.forEach(Thread::start);
            IntStream.range(0, CHANGES).forEach(i -> subject.change(Contents.even(2 + i % 7)));
            done.set(true);
            for (Thread reader : readers) {
                reader.join();
            }
            assertEquals(List.of(), wrong);
        }
    }

    /** Reads until {@code done}; tells what is wrong. */
    private static Optional<String> read(Topology topology, AtomicBoolean done) {
        long version = 0;
        while (!done.get()) {
            TopologySnapshot snapshot = topology.snapshot();
            int left = shardsOfLeft(snapshot);
            int right = snapshot.shards("right", TabletType.PRIMARY).all().size();
            if (left != right || snapshot.version() < version) {
                return Optional.of(left + " and " + right + " shards in version " + snapshot.version());
            }
            version = snapshot.version();
        }
        return Optional.empty();
    }

    private static int shardsOfLeft(TopologySnapshot snapshot) {
        return snapshot.shards("left", TabletType.PRIMARY).all().size();
    }
}
