package dev.shardroute.executor;

import dev.shardroute.type.Field;
import dev.shardroute.type.ResultStream;
import dev.shardroute.type.Results;
import dev.shardroute.type.Row;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The result of one shard, on the caller's own thread. Frees the connection as soon as the last row is read. */
final class SingleShard implements ResultStream {
    private final ShardConnection connection;
    private final ResultStream result;
    private boolean ended;

    private SingleShard(ShardConnection connection, ResultStream result) {
        this.connection = connection;
        this.result = result;
    }

    static ResultStream run(ShardConnections connections, ShardCall call) {
        ShardConnection connection = call.connect(connections);
        SingleShard shard;
        try {
            shard = new SingleShard(connection, call.run(connection));
        } catch (RuntimeException | Error e) {
            connection.close();
            throw e;
        }
        return shard.fields().isEmpty() ? shard.finished() : shard;
    }

    private ResultStream finished() {
        Results.drain(this);
        return Results.of(completion());
    }

    @Override
    public List<Field> fields() {
        return result.fields();
    }

    @Override
    public @Nullable Row next() {
        if (ended) {
            return null;
        }
        Row row;
        try {
            row = result.next();
        } catch (RuntimeException | Error e) {
            close();
            throw e;
        }
        if (row == null) {
            ended = true;
            close();
        }
        return row;
    }

    @Override
    public Completion completion() {
        return result.completion();
    }

    @Override
    public void close() {
        try (connection) {
            result.close();
        }
    }
}
