package dev.shardroute.executor;

import static dev.shardroute.executor.StubShards.backendError;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.error.ShardrouteException;
import dev.shardroute.planner.route.Routing;
import dev.shardroute.type.ResultStream;
import dev.shardroute.type.ResultStream.Completion;
import dev.shardroute.type.Results;
import dev.shardroute.type.Row;
import dev.shardroute.type.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SingleShardTest {
    private final StubShards shards = new StubShards();
    private final Executor executor = new Executor(shards, ExecutorOptions.DEFAULTS);

    // One shard

    @Test
    void query_onOneShard_runsOnTheCallersThread() {
        shards.on("0", () -> StubResult.rows(2));
        List<Row> rows = Results.drain(executor.execute(Statements.select("0")));
        assertEquals(List.of(Row.of(Value.of(0)), Row.of(Value.of(1))), rows);
        assertEquals(Set.of(Thread.currentThread()), shards.threads());
        shards.assertNothingLeft();
    }

    @Test
    void query_readToItsEnd_freesTheConnectionBeforeItIsClosed() {
        shards.on("0", () -> StubResult.rows(1));
        ResultStream result = executor.execute(Statements.select("0"));
        assertNotNull(result.next());
        assertEquals(1, shards.open());
        assertNull(result.next());
        assertEquals(0, shards.open());
        assertNull(result.next());
        assertEquals(1, result.completion().warnings());
    }

    @Test
    void query_closedEarly_freesTheConnection() {
        shards.on("0", () -> StubResult.rows(10));
        try (ResultStream result = executor.execute(Statements.select("0"))) {
            assertNotNull(result.next());
        }
        shards.assertNothingLeft();
    }

    @Test
    void query_refused_freesTheConnectionAndKeepsTheError() {
        ShardrouteException error = backendError(1054, "42S22", "Unknown column 'x'");
        shards.on("0", () -> {
            throw error;
        });
        Routing routing = Statements.select("0");
        assertSame(error, assertThrows(ShardrouteException.class, () -> executor.execute(routing)));
        shards.assertNothingLeft();
    }

    @Test
    void query_failingHalfWay_freesTheConnection() {
        shards.on("0", () -> StubResult.rows(1, () -> {
            throw backendError(1317, "70100", "Query execution was interrupted");
        }));
        ResultStream result = executor.execute(Statements.select("0"));
        assertNotNull(result.next());
        assertThrows(ShardrouteException.class, result::next);
        shards.assertNothingLeft();
    }

    @Test
    void change_onOneShard_freesTheConnectionAtOnce() {
        shards.on("0", () -> StubResult.changed(3, 7, 1));
        ResultStream result = executor.execute(Statements.update("0"));
        shards.assertNothingLeft();
        assertEquals(new Completion(3, 7, 1), result.completion());
        assertEquals(List.of(), result.fields());
    }

    // No shard

    @Test
    void query_onNoShard_hasTheColumnsThatTheFieldQueryTells() {
        shards.on("0", () -> StubResult.noRows(3));
        ResultStream result = executor.execute(Statements.selectNowhere("0"));
        assertEquals(3, result.fields().size());
        assertNull(result.next());
        shards.assertNothingLeft();
    }

    @Test
    void query_onNoShardWithoutFieldQuery_isAnInternalError() {
        Routing routing = new Routing(Statements.select().plan(), List.of(), Optional.empty());
        ShardrouteException error = assertThrows(ShardrouteException.class, () -> executor.execute(routing));
        assertEquals(ErrorCode.VT13001, error.code());
    }

    @Test
    void change_onNoShard_changesNothing() {
        assertEquals(Completion.NONE, executor.execute(Statements.update()).completion());
        assertEquals(0, shards.leases());
    }
}
