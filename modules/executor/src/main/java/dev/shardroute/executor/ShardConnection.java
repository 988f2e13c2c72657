package dev.shardroute.executor;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.shardroute.type.ResultStream;

/** A connection to one shard's backend, leased by {@link ShardConnections}. Used by one thread at a time. */
public interface ShardConnection extends AutoCloseable {
    /**
     * Runs a statement. The result before must have been read to its end.
     *
     * @param sql one statement, without bind variables, in UTF-8 but for literals that are not text; not to be changed
     * @throws dev.shardroute.error.ShardrouteException when the backend refuses it or is lost
     */
    ResultStream execute(byte[] sql);

    /** {@link #execute(byte[])} of a statement that is all text. */
    default ResultStream execute(String sql) {
        return execute(sql.getBytes(UTF_8));
    }

    /**
     * Gives the connection back, or discards it when it is broken or its last result was left unread. Never throws and does
     * not wait for the backend; closing twice does nothing.
     */
    @Override
    void close();
}
