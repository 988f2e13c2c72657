package dev.shardroute.mysql;

/** Opens what answers the statements of one connection. Called by many threads at once. */
@FunctionalInterface
public interface SessionFactory {
    /**
     * Opens a session for a client that has proved who it is. It is called again, with the session's present database, when
     * the client asks for a fresh state (COM_RESET_CONNECTION); then the session that is replaced is closed.
     *
     * @throws dev.shardroute.error.ShardrouteException to turn the client away, for an unknown database, say: the client
     *                                                  is shown the error and the connection ends
     */
    MysqlSession open(ConnectionInfo info);
}
