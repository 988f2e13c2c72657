package dev.shardroute.executor;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.planner.plan.GatewayPrimitive;
import dev.shardroute.planner.plan.Plan;
import dev.shardroute.planner.plan.Primitive;
import dev.shardroute.planner.plan.QueryType;
import dev.shardroute.planner.route.Routing;
import dev.shardroute.planner.route.ShardStatement;
import dev.shardroute.type.Field;
import dev.shardroute.type.ResultStream;
import dev.shardroute.type.ResultStream.Completion;
import dev.shardroute.type.Results;
import java.util.List;

/**
 * Runs routed statements on their shards and puts the answers together. Safe for many threads.
 *
 * <p>A statement for one shard runs on the caller's thread. A statement for more shards gets a virtual thread for each of
 * them; all of these have ended when the result has been read to its end, has failed or is closed. To be interruptible while
 * it waits for a backend, a caller should itself be on a virtual thread.
 */
public final class Executor {
    private final ShardConnections connections;
    private final ExecutorOptions options;

    /** An executor that leases its connections from {@code connections}. */
    public Executor(ShardConnections connections, ExecutorOptions options) {
        this.connections = connections;
        this.options = options;
    }

    /**
     * Runs a statement. The rows of several shards come in no certain order. A change of several shards is not atomic: when
     * some of them fail, the error's message names those that were changed.
     *
     * @return the result, to be closed by the caller
     * @throws dev.shardroute.error.ShardrouteException when a shard fails: one error for all of them, with the number and
     *         SQLSTATE of the gravest and a line for each. A shard that fails later surfaces at {@link ResultStream#next}
     */
    public ResultStream execute(Routing routing) {
        List<ShardCall> calls = routing.statements().stream().map(ShardCall::of).toList();
        boolean query = isQuery(routing.plan());
        return switch (calls.size()) {
            case 0 -> query ? emptyResult(routing) : Results.of(Completion.NONE);
            case 1 -> SingleShard.run(connections, calls.getFirst());
            default -> query ? ScatterQuery.run(connections, calls, options)
                    : ScatterChange.run(connections, calls, options);
        };
    }

    private static boolean isQuery(Plan plan) {
        return switch (plan.instructions()) {
            case Primitive.Route route -> true;
            case Primitive.Update update -> false;
            case Primitive.Delete delete -> false;
            case Primitive.UnshardedInsert insert -> false;
            case Primitive.ShardedInsert insert -> false;
            case Primitive.Send send -> plan.queryType() == QueryType.SELECT;
            case Primitive.MessageStream stream -> true;
            case GatewayPrimitive work -> true;
        };
    }

    private ResultStream emptyResult(Routing routing) {
        ShardStatement fieldQuery =
                routing.fieldQuery()
                        .orElseThrow(() -> ErrorCode.VT13001.error("no shard can tell the columns of the result"));
        ResultStream result = SingleShard.run(connections, ShardCall.of(fieldQuery));
        List<Field> fields = result.fields();
        Results.drain(result);
        return Results.of(fields, List.of());
    }
}
