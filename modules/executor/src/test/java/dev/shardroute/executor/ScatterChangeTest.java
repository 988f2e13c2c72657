package dev.shardroute.executor;

import static dev.shardroute.executor.StubShards.backendError;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.error.ShardrouteException;
import dev.shardroute.type.ResultStream.Completion;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class ScatterChangeTest {
    private static final CountDownLatch NEVER = new CountDownLatch(1);

    private final StubShards shards = new StubShards();
    private final Executor executor = new Executor(shards, ExecutorOptions.DEFAULTS);

    // Sums

    @Test
    void completions_areSummed() {
        shards.on("0", () -> StubResult.changed(2, 0, 1)).on("1", () -> StubResult.changed(3, -1, 0))
                .on("2", () -> StubResult.changed(0, 17, 4));
        assertEquals(new Completion(5, 17, 5), executor.execute(Statements.update("0", "1", "2")).completion());
        shards.assertNothingLeft();
    }

    @Test
    void lastInsertId_isTheSmallestAsAnUnsignedNumber() {
        shards.on("0", () -> StubResult.changed(1, -2, 0)).on("1", () -> StubResult.changed(1, -1, 0));
        assertEquals(-2, executor.execute(Statements.update("0", "1")).completion().lastInsertId());
    }

    // Failures

    @Test
    void failure_ofOneShard_namesTheShardsThatWereChanged() {
        CountDownLatch begun = new CountDownLatch(2);
        CountDownLatch failed = new CountDownLatch(1);
        shards.on("0", () -> {
            begun.countDown();
            failed.await();
            return StubResult.changed(2, 0, 0);
        }).on("1", () -> {
            begun.await();
            failed.countDown();
            throw backendError(1062, "23000", "Duplicate entry '5' for key 'PRIMARY'");
        }).on("2", () -> {
            begun.countDown();
            return StubResult.changed(0, 0, 0);
        });
        ShardrouteException error =
                assertThrows(ShardrouteException.class, () -> executor.execute(Statements.update("0", "1", "2")));
        assertEquals("""
                SR05001: ks/1: Duplicate entry '5' for key 'PRIMARY'
                rows were changed on ks/0""", error.getMessage());
        assertEquals(1062, error.errno());
        assertEquals("23000", error.sqlState());
        shards.assertNothingLeft();
    }

    @Test
    void failure_ofAllShards_tellsTheGravest() {
        CountDownLatch both = new CountDownLatch(2);
        shards.on("0", () -> {
            both.countDown();
            both.await();
            throw backendError(1062, "23000", "Duplicate entry");
        }).on("1", () -> {
            both.countDown();
            both.await();
            throw backendError(1146, "42S02", "Table 'ks.t' doesn't exist");
        });
        ShardrouteException error =
                assertThrows(ShardrouteException.class, () -> executor.execute(Statements.update("0", "1")));
        assertEquals("""
                SR05001: ks/0: Duplicate entry
                ks/1: Table 'ks.t' doesn't exist""", error.getMessage());
        assertEquals(1146, error.errno());
    }

    @Test
    void failure_ofAnEarlyShard_leavesTheRestUntouched() {
        shards.on("0", () -> StubResult.changed(1, 0, 0)).on("1", () -> {
            throw backendError(1205, "HY000", "Lock wait timeout exceeded");
        });
        Executor oneByOne = new Executor(shards, ExecutorOptions.builder().shardConcurrency(1).build());
        ShardrouteException error =
                assertThrows(ShardrouteException.class, () -> oneByOne.execute(Statements.update("0", "1", "2", "3")));
        assertEquals("""
                SR05001: ks/1: Lock wait timeout exceeded
                rows were changed on ks/0
                not run on ks/2, ks/3""", error.getMessage());
        assertEquals(2, shards.leases());
    }

    @Test
    void failure_withUnknownOutcome_saysSo() {
        CountDownLatch begun = new CountDownLatch(1);
        shards.on("0", () -> {
            begun.await();
            throw ErrorCode.SR05008.error("ks/0", "connection reset");
        }).on("1", () -> {
            begun.countDown();
            return StubResult.changed(0, 0, 0);
        });
        ShardrouteException error =
                assertThrows(ShardrouteException.class, () -> executor.execute(Statements.update("0", "1")));
        assertEquals("""
                SR05008: ks/0: shard ks/0: the connection was lost: connection reset
                rows may have been changed on ks/0""", error.getMessage());
        shards.assertNothingLeft();
    }

    // Giving up

    @Test
    void interrupt_namesTheShardsThatMayHaveChanged() {
        CountDownLatch done = new CountDownLatch(1);
        Thread caller = Thread.currentThread();
        shards.on("0", () -> {
            done.countDown();
            return StubResult.changed(1, 0, 0);
        }).on("1", () -> {
            done.await();
            caller.interrupt();
            NEVER.await();
            return StubResult.changed(1, 0, 0);
        });
        ShardrouteException error =
                assertThrows(ShardrouteException.class, () -> executor.execute(Statements.update("0", "1")));
        assertTrue(Thread.interrupted());
        assertEquals("""
                SR05006: ks/1: the statement was interrupted
                rows were changed on ks/0
                rows may have been changed on ks/1""", error.getMessage());
        shards.assertNothingLeft();
    }
}
