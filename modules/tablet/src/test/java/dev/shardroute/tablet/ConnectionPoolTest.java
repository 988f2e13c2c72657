package dev.shardroute.tablet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.error.ShardrouteException;
import dev.shardroute.executor.ShardConnection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class ConnectionPoolTest {
    private final StubBackend backend = new StubBackend();
    private final AtomicLong clock = new AtomicLong();

    private ConnectionPool pool(UnaryOperator<TabletOptions.Builder> options) {
        TabletOptions.Builder builder = TabletOptions.builder().waitLimit(Duration.ofDays(1));
        return new ConnectionPool("ks/0", backend, options.apply(builder).build(), clock::get);
    }

    /** The number of the connection behind a lease. */
    private static long use(ShardConnection lease, Link.State after) {
        return lease.execute(after.name()).completion().affectedRows();
    }

    private static long useOnce(ConnectionPool pool, Link.State after) {
        try (ShardConnection lease = pool.lease()) {
            return use(lease, after);
        }
    }

    private static ErrorCode leaseError(ConnectionPool pool) {
        return assertThrows(ShardrouteException.class, pool::lease).code();
    }

    /** Waits for what another thread will have done. */
    private static void awaitWaiting(ConnectionPool pool, int waiting) {
        while (pool.waiting() != waiting) {
            Thread.onSpinWait();
        }
    }

    // Reuse

    @Test
    void connection_thatIsClean_isUsedAgain() {
        ConnectionPool pool = pool(options -> options);
        assertEquals(1, useOnce(pool, Link.State.CLEAN));
        assertEquals(1, useOnce(pool, Link.State.CLEAN));
    }

    @Test
    void connection_thatIsSpent_isReplaced() {
        ConnectionPool pool = pool(options -> options.poolSize(1));
        assertEquals(1, useOnce(pool, Link.State.SPENT));
        assertEquals(2, useOnce(pool, Link.State.CLEAN));
        assertEquals(1, backend.open.get());
    }

    @Test
    void connection_closedTwice_isGivenBackOnce() {
        ConnectionPool pool = pool(options -> options.poolSize(1).queueLength(0));
        ShardConnection lease = pool.lease();
        lease.close();
        lease.close();
        try (ShardConnection one = pool.lease()) {
            assertEquals(ErrorCode.SR05002, leaseError(pool));
            assertEquals(1, use(one, Link.State.CLEAN));
        }
    }

    @Test
    void connection_afterClose_runsNothing() {
        ShardConnection lease = pool(options -> options).lease();
        lease.close();
        assertThrows(ShardrouteException.class, () -> lease.execute("CLEAN"));
    }

    @Test
    void connection_withAnUnreadResult_runsNothing() {
        try (ShardConnection lease = pool(options -> options).lease()) {
            use(lease, Link.State.RUNNING);
            assertThrows(ShardrouteException.class, () -> lease.execute("CLEAN"));
        }
    }

    @Test
    void connection_whoseStatementRuns_isKilledBeforeItIsReplaced() {
        CountDownLatch mayKill = new CountDownLatch(1);
        backend.onKill = () -> awaitUninterruptibly(mayKill);
        ConnectionPool pool = pool(options -> options.poolSize(1).queueLength(0));
        long first = useOnce(pool, Link.State.RUNNING);
        assertEquals(0, backend.open.get());
        assertEquals(ErrorCode.SR05002, leaseError(pool));
        mayKill.countDown();
        while (backend.killed.isEmpty()) {
            Thread.onSpinWait();
        }
        assertEquals(List.of(first), List.copyOf(backend.killed));
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    // The death of a backend

    @Test
    void connection_thatWasLost_takesTheIdleOnesWithIt() {
        ConnectionPool pool = pool(options -> options);
        try (ShardConnection lost = pool.lease(); ShardConnection other = pool.lease()) {
            use(other, Link.State.CLEAN);
            use(lost, Link.State.LOST);
        }
        assertEquals(0, backend.open.get());
        assertEquals(3, useOnce(pool, Link.State.CLEAN));
    }

    @Test
    void connection_deadInThePool_isReplacedWithAllTheOthers() {
        ConnectionPool pool = pool(options -> options.pingAfter(Duration.ofNanos(10)));
        try (ShardConnection one = pool.lease(); ShardConnection two = pool.lease()) {
            use(one, Link.State.CLEAN);
            use(two, Link.State.CLEAN);
        }
        clock.addAndGet(10);
        backend.deadLinks = true;
        assertEquals(3, useOnce(pool, Link.State.CLEAN));
        assertEquals(1, backend.open.get());
    }

    @Test
    void connection_justUsed_isNotPinged() {
        ConnectionPool pool = pool(options -> options.pingAfter(Duration.ofNanos(10)));
        useOnce(pool, Link.State.CLEAN);
        clock.addAndGet(9);
        backend.deadLinks = true;
        assertEquals(1, useOnce(pool, Link.State.CLEAN));
    }

    @Test
    void backend_thatIsDown_failsAtOnceAndFreesThePlace() {
        ConnectionPool pool = pool(options -> options.poolSize(1).queueLength(0));
        backend.down = true;
        assertEquals(ErrorCode.SR05004, leaseError(pool));
        assertEquals(ErrorCode.SR05004, leaseError(pool));
        backend.down = false;
        assertEquals(1, useOnce(pool, Link.State.CLEAN));
    }

    // The queue

    @Test
    void queue_whenFull_refusesAtOnce() {
        ConnectionPool pool = pool(options -> options.poolSize(1).queueLength(1));
        ShardConnection lease = pool.lease();
        Thread waiter = Thread.ofVirtual().start(() -> useOnce(pool, Link.State.CLEAN));
        awaitWaiting(pool, 1);
        ShardrouteException error = assertThrows(ShardrouteException.class, pool::lease);
        assertEquals("SR05002: shard ks/0: the queue for its connections is full (1 waiting)", error.getMessage());
        lease.close();
        join(waiter);
        assertEquals(1, useOnce(pool, Link.State.CLEAN));
    }

    @Test
    void queue_afterTheWaitLimit_givesUp() {
        ConnectionPool pool = pool(options -> options.poolSize(1).waitLimit(Duration.ofNanos(1)));
        try (ShardConnection lease = pool.lease()) {
            assertEquals(ErrorCode.SR05003, leaseError(pool));
            assertEquals(1, use(lease, Link.State.CLEAN));
        }
        assertEquals(0, pool.waiting());
    }

    @Test
    void queue_isFirstComeFirstServed() {
        ConnectionPool pool = pool(options -> options.poolSize(1).queueLength(10));
        ConcurrentLinkedQueue<Integer> served = new ConcurrentLinkedQueue<>();
        List<Thread> waiters = new ArrayList<>();
        try (ShardConnection lease = pool.lease()) {
            for (int i = 0; i < 10; i++) {
                waiters.add(waiter(pool, i, served));
            }
            use(lease, Link.State.CLEAN);
        }
        waiters.forEach(ConnectionPoolTest::join);
        assertEquals(List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9), List.copyOf(served));
        assertEquals(1, backend.mostOpen.get());
    }

    private static Thread waiter(ConnectionPool pool, int number, ConcurrentLinkedQueue<Integer> served) {
        Thread waiter = Thread.ofVirtual().start(() -> {
            try (ShardConnection lease = pool.lease()) {
                served.add(number);
                use(lease, Link.State.CLEAN);
            }
        });
        while (waiter.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        return waiter;
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void queue_leftByAnInterrupt_isShorter() {
        ConnectionPool pool = pool(options -> options.poolSize(1));
        try (ShardConnection lease = pool.lease()) {
            Thread.currentThread().interrupt();
            assertEquals(ErrorCode.SR05006, leaseError(pool));
            assertTrue(Thread.interrupted());
            assertEquals(0, pool.waiting());
            assertEquals(1, use(lease, Link.State.CLEAN));
        }
    }

    @Test
    void connections_areNeverMoreThanThePoolMayHave() {
        ConnectionPool pool = pool(options -> options.poolSize(3).queueLength(100));
        List<Thread> users = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            Link.State after = i % 2 == 0 ? Link.State.CLEAN : Link.State.SPENT;
            users.add(Thread.ofVirtual().start(() -> useOnce(pool, after)));
        }
        users.forEach(ConnectionPoolTest::join);
        assertTrue(backend.mostOpen.get() <= 3, () -> "open: " + backend.mostOpen);
    }

    // Idleness

    @Test
    void connections_unusedForTheIdleTime_areClosed() {
        ConnectionPool pool = pool(options -> options.idleTimeout(Duration.ofMillis(2)));
        try (ShardConnection one = pool.lease()) {
            useOnce(pool, Link.State.CLEAN);
            clock.addAndGet(1_000_000);
            use(one, Link.State.CLEAN);
        }
        clock.addAndGet(1_000_000);
        pool.dropUnused();
        assertEquals(1, backend.open.get());
        assertEquals(1, useOnce(pool, Link.State.CLEAN));
    }

    // The end

    @Test
    void close_endsIdleConnectionsNowAndOthersWhenTheyComeBack() {
        ConnectionPool pool = pool(options -> options);
        useOnce(pool, Link.State.CLEAN);
        ShardConnection lease = pool.lease();
        ShardConnection other = pool.lease();
        other.close();
        pool.close();
        assertEquals(1, backend.open.get());
        lease.close();
        assertEquals(0, backend.open.get());
        assertEquals(ErrorCode.SR05005, leaseError(pool));
    }

    @Test
    void close_sendsAwayWhoWaits() {
        ConnectionPool pool = pool(options -> options.poolSize(1));
        ConcurrentLinkedQueue<ErrorCode> errors = new ConcurrentLinkedQueue<>();
        try (ShardConnection lease = pool.lease()) {
            Thread waiter = Thread.ofVirtual().start(() -> errors.add(leaseError(pool)));
            awaitWaiting(pool, 1);
            pool.close();
            join(waiter);
            assertEquals(1, use(lease, Link.State.CLEAN));
        }
        assertEquals(List.of(ErrorCode.SR05005), List.copyOf(errors));
        assertFalse(backend.open.get() > 0);
    }
}
