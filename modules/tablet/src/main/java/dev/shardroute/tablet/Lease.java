package dev.shardroute.tablet;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.executor.ShardConnection;
import dev.shardroute.type.ResultStream;

/** A link on loan from its pool. */
final class Lease implements ShardConnection {
    private final ConnectionPool pool;
    private final Link link;
    private boolean closed;

    Lease(ConnectionPool pool, Link link) {
        this.pool = pool;
        this.link = link;
    }

    @Override
    public ResultStream execute(byte[] sql) {
        if (closed || link.state() != Link.State.CLEAN) {
            throw ErrorCode.VT13001.error("the connection is closed, or its last result has not been read");
        }
        return link.query(sql);
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            pool.giveBack(link);
        }
    }
}
