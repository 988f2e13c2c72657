package dev.shardroute.mysql;

import dev.shardroute.type.ResultStream;

/**
 * Answers the statements of one connection, one after the other, on the connection's own virtual thread: every method may
 * block. That thread is interrupted when a drain passes its limit.
 *
 * <p>A {@link dev.shardroute.error.ShardrouteException} goes to the client as it is and the connection lives on; any other
 * exception is given to the {@link ServerListener}, and the client is told of an internal error without details.
 */
public interface MysqlSession extends AutoCloseable {
    /**
     * Runs one statement.
     *
     * @param sql the statement's bytes as the client sent them, in the client's character set; the session may keep them
     * @return the answer, which the server reads to its end and closes before the next call
     * @throws dev.shardroute.error.ShardrouteException when the statement fails
     */
    ResultStream query(byte[] sql);

    /**
     * Changes the default database, as {@code USE} does.
     *
     * @throws dev.shardroute.error.ShardrouteException when there is no such database
     */
    void useDatabase(String name);

    /**
     * What the client is told of the session with every answer. Asked for when columns are sent and when a result was read
     * to its end; never fails. Drivers rely on it: MariaDB Connector/J sends no COMMIT when it was told of no transaction.
     */
    SessionState state();

    /** Ends the session, and with it an open transaction. Called once. */
    @Override
    void close();
}
