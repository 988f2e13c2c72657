package dev.shardroute.tablet;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.shardroute.type.ResultStream;

/** An open connection to a backend. Used by one thread at a time. */
interface Link {
    /** What may be done with a link after use. */
    enum State {
        /** It can be used again. */
        CLEAN,
        /** It cannot be used again, and nothing runs on it. */
        SPENT,
        /** It cannot be used again, and its statement may still run on the server. */
        RUNNING,
        /** The server has gone away. */
        LOST
    }

    /** The number by which the server knows this connection. */
    long id();

    ResultStream query(byte[] sql);

    default ResultStream query(String sql) {
        return query(sql.getBytes(UTF_8));
    }

    /** Asks the server for a sign of life. */
    boolean ping();

    State state();

    /** Closes the connection; never throws. */
    void close();
}
