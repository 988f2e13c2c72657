package dev.shardroute.tablet;

/** The database server of one shard. Safe for many threads. */
interface Backend {
    /** Opens a connection. */
    Link connect();

    /** Ends a connection, and the statement that runs on it, from the server's side; gives up silently. */
    void kill(long connectionId);
}
