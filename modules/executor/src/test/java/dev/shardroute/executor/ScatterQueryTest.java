package dev.shardroute.executor;

import static dev.shardroute.executor.StubShards.backendError;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.error.ShardrouteException;
import dev.shardroute.planner.route.Routing;
import dev.shardroute.type.ResultStream;
import dev.shardroute.type.Results;
import dev.shardroute.type.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ScatterQueryTest {
    private static final CountDownLatch NEVER = new CountDownLatch(1);
    private static final long ENDLESS = 10_000_000;

    private final StubShards shards = new StubShards();
    private final Executor executor = new Executor(shards, ExecutorOptions.DEFAULTS);

    private static ExecutorOptions options(int concurrency, int rows, long bytes) {
        return ExecutorOptions.builder().shardConcurrency(concurrency).bufferedRows(rows).bufferedBytes(bytes).build();
    }

    // Rows

    @Property(tries = 200)
    void rows_ofAllShards_comeOnceEach(@ForAll @Size(min = 2, max = 9) List<@IntRange(max = 300) Integer> sizes,
            @ForAll @IntRange(min = 1, max = 10) int concurrency,
            @ForAll @IntRange(min = 1, max = 500) int bufferedRows,
            @ForAll @IntRange(min = 1, max = 50_000) int bufferedBytes) {
        StubShards all = new StubShards();
        for (int shard = 0; shard < sizes.size(); shard++) {
            int size = sizes.get(shard);
            all.on(String.valueOf(shard), () -> StubResult.rows(size));
        }
        Executor bounded = new Executor(all, options(concurrency, bufferedRows, bufferedBytes));
        ResultStream result = bounded.execute(Statements.select(Statements.shards(sizes.size())));
        assertEquals(expected(sizes), numbers(Results.drain(result)));
        assertEquals(sizes.size(), result.completion().warnings());
        assertTrue(all.mostOpen() <= concurrency);
        all.assertNothingLeft();
    }

    private static List<Long> expected(List<Integer> sizes) {
        return sizes.stream().flatMap(size -> LongStream.range(0, size).boxed()).sorted().toList();
    }

    private static List<Long> numbers(List<Row> rows) {
        return rows.stream().map(row -> Long.valueOf(row.values().getFirst().text())).sorted().toList();
    }

    @Test
    void rows_ofOneShard_keepTheirOrder() {
        shards.on("0", () -> StubResult.rows(5_000)).on("1", () -> StubResult.rows(0));
        List<Row> rows = Results.drain(executor.execute(Statements.select("0", "1")));
        List<Row> sorted = new ArrayList<>(rows);
        sorted.sort(Comparator.comparing(row -> Long.valueOf(row.values().getFirst().text())));
        assertEquals(sorted, rows);
    }

    @Test
    void firstRow_isGivenWhileAnotherShardStillWorks() {
        shards.on("0", () -> StubResult.rows(3)).on("1", () -> {
            NEVER.await();
            return StubResult.rows(0);
        });
        try (ResultStream result = executor.execute(Statements.select("0", "1"))) {
            assertNotNull(result.next());
        }
        shards.assertNothingLeft();
    }

    @Test
    void columns_thatDiffer_areAnError() {
        shards.on("0", () -> StubResult.noRows(1)).on("1", () -> StubResult.noRows(2));
        ShardrouteException error = assertThrows(ShardrouteException.class,
                () -> Results.drain(executor.execute(Statements.select("0", "1"))));
        assertEquals(ErrorCode.SR05010, error.code());
        shards.assertNothingLeft();
    }

    // Concurrency

    @Test
    void shards_workAtTheSameTime() {
        CyclicBarrier all = new CyclicBarrier(20);
        shards.onAll(20, () -> {
            awaitAll(all);
            return StubResult.rows(1);
        });
        assertEquals(20, Results.drain(executor.execute(Statements.select(Statements.shards(20)))).size());
    }

    private static void awaitAll(CyclicBarrier barrier) throws InterruptedException {
        try {
            barrier.await();
        } catch (java.util.concurrent.BrokenBarrierException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void shards_neverWorkMoreAtOnceThanAllowed() {
        shards.onAll(200, () -> StubResult.rows(2));
        Executor narrow = new Executor(shards, options(3, 100, 1 << 20));
        assertEquals(400, Results.drain(narrow.execute(Statements.select(Statements.shards(200)))).size());
        assertTrue(shards.mostOpen() <= 3);
        assertTrue(shards.threads().size() <= 3);
    }

    // Memory

    @Test
    void shards_stopReadingWhenTheCallerDoes() {
        shards.onAll(4, () -> StubResult.rows(ENDLESS));
        ResultStream result = new Executor(shards, options(4, 1_000, 1 << 20))
                .execute(Statements.select(Statements.shards(4)));
        for (int taken = 1; taken <= 5_000; taken++) {
            assertNotNull(result.next());
            assertTrue(shards.rowsGiven() - taken <= 1_000, () -> shards.rowsGiven() + " rows given");
        }
        result.close();
        assertTrue(shards.rowsGiven() <= 6_500, () -> shards.rowsGiven() + " rows given");
        shards.assertNothingLeft();
    }

    @Test
    void shards_stopReadingAtTheBytesAllowed() {
        shards.onAll(2, () -> StubResult.rows(ENDLESS));
        long rowBytes = 64 + 48 + 8;
        ResultStream result = new Executor(shards, options(2, 1_000_000, 10_000))
                .execute(Statements.select(Statements.shards(2)));
        assertNotNull(result.next());
        result.close();
        assertTrue(shards.rowsGiven() * (rowBytes - 8) <= 10_000 + 4 * rowBytes,
                () -> shards.rowsGiven() + " rows given");
        shards.assertNothingLeft();
    }

    @Property
    void budget_isNeverOverspent(@ForAll @IntRange(min = 1, max = 100_000) int rows,
            @ForAll @IntRange(min = 2, max = 200) int working) {
        RowBudget budget = RowBudget.of(options(working, rows, 1 << 20), working);
        int most = (working + 2) * budget.chunkRows() + budget.bufferRows() - 1;
        assertTrue(most <= Math.max(rows, working + 2), () -> budget.toString());
    }

    // Failures

    @Test
    void failure_atTheStart_cancelsTheOtherShards() {
        shards.on("0", () -> {
            NEVER.await();
            return StubResult.rows(0);
        }).on("1", () -> {
            throw backendError(1146, "42S02", "Table 'ks.t' doesn't exist");
        });
        ShardrouteException error =
                assertThrows(ShardrouteException.class, () -> executor.execute(Statements.select("0", "1")));
        assertEquals("SR05001: ks/1: Table 'ks.t' doesn't exist", error.getMessage());
        assertEquals(1146, error.errno());
        assertEquals("42S02", error.sqlState());
        shards.assertNothingLeft();
    }

    @Test
    void failure_inTheMiddle_surfacesAtNextAndCancelsTheOtherShards() {
        CountDownLatch begun = new CountDownLatch(1);
        shards.on("0", () -> StubResult.rows(ENDLESS)).on("1", () -> StubResult.rows(10, () -> {
            begun.await();
            throw backendError(1317, "70100", "Query execution was interrupted");
        }));
        ResultStream result = executor.execute(Statements.select("0", "1"));
        begun.countDown();
        ShardrouteException error = assertThrows(ShardrouteException.class, () -> Results.drain(result));
        assertEquals("SR05001: ks/1: Query execution was interrupted", error.getMessage());
        assertSame(error, assertThrows(ShardrouteException.class, result::next));
        shards.assertNothingLeft();
    }

    @Test
    void failure_ofAnUnforeseenKind_isAnInternalError() {
        shards.on("0", () -> {
            throw new StackOverflowError("deep");
        });
        ShardrouteException error =
                assertThrows(ShardrouteException.class,
                        () -> Results.drain(executor.execute(Statements.select("0", "1"))));
        assertEquals(ErrorCode.VT13001, error.code());
        assertTrue(error.getMessage().startsWith("VT13001: ks/0: internal error: "), error.getMessage());
        shards.assertNothingLeft();
    }

    @Test
    void failure_beforeAnyColumns_doesNotBeginTheRemainingShards() {
        shards.on("0", () -> {
            throw backendError(1064, "42000", "You have an error in your SQL syntax");
        });
        Executor oneByOne = new Executor(shards, options(1, 100, 1 << 20));
        Routing routing = Statements.select(Statements.shards(50));
        assertThrows(ShardrouteException.class, () -> oneByOne.execute(routing));
        assertEquals(1, shards.leases());
        shards.assertNothingLeft();
    }

    // Giving up

    @Test
    void close_beforeTheEnd_stopsEveryShard() {
        shards.onAll(8, () -> StubResult.rows(5, NEVER::await));
        ResultStream result = executor.execute(Statements.select(Statements.shards(8)));
        assertNotNull(result.next());
        result.close();
        shards.assertNothingLeft();
        result.close();
        assertThrows(ShardrouteException.class, result::next);
    }

    @Test
    void close_afterTheEnd_changesNothing() {
        shards.onAll(2, () -> StubResult.rows(1));
        ResultStream result = executor.execute(Statements.select("0", "1"));
        Results.drain(result);
        result.close();
        assertNull(result.next());
    }

    @Test
    void interrupt_whileWaitingForRows_stopsEveryShard() {
        shards.onAll(2, () -> StubResult.rows(0, NEVER::await));
        ResultStream result = executor.execute(Statements.select("0", "1"));
        Thread.currentThread().interrupt();
        ShardrouteException error = assertThrows(ShardrouteException.class, result::next);
        assertTrue(Thread.interrupted());
        assertEquals(ErrorCode.SR05006, error.code());
        shards.assertNothingLeft();
    }

    @Test
    void interrupt_beforeAnyColumns_stopsEveryShard() {
        shards.onAll(2, () -> {
            NEVER.await();
            return StubResult.rows(0);
        });
        Thread.currentThread().interrupt();
        ShardrouteException error =
                assertThrows(ShardrouteException.class, () -> executor.execute(Statements.select("0", "1")));
        assertTrue(Thread.interrupted());
        assertEquals(ErrorCode.SR05006, error.code());
        shards.assertNothingLeft();
    }
}
