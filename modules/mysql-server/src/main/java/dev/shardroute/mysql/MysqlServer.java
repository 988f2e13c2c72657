package dev.shardroute.mysql;

import java.net.InetSocketAddress;
import java.time.Duration;

/**
 * A server that speaks the MySQL protocol and leaves the answers to {@linkplain MysqlSession sessions}. Thread-safe.
 *
 * <p>{@snippet :
 * try (MysqlServer server = new MysqlServer(options, sessions, Authenticators.fixed(passwords), ServerListener.NONE)) {
 *     server.start();
 *     server.awaitClosed();
 * }
 * }
 */
public final class MysqlServer implements AutoCloseable {
    /** A server that does not listen yet. */
    public MysqlServer(
            MysqlServerOptions options, SessionFactory sessions, Authenticator authenticator, ServerListener listener) {
    }

    /**
     * Binds the address and begins to accept clients; returns when they can connect.
     *
     * @throws dev.shardroute.error.ShardrouteException {@code SR07001} when the address cannot be bound
     * @throws IllegalStateException                    when the server was started or closed before
     */
    public void start() {
        throw new UnsupportedOperationException();
    }

    /**
     * The address that clients connect to, with the port that was taken.
     *
     * @throws IllegalStateException when the server was not started
     */
    public InetSocketAddress address() {
        throw new UnsupportedOperationException();
    }

    /** The number of connections now, logged in or not. */
    public int connections() {
        throw new UnsupportedOperationException();
    }

    /**
     * Accepts nobody any more, closes idle connections at once and the others as soon as their running statement is
     * answered. Past the limit their sockets are closed and their threads interrupted, and this returns without waiting on.
     *
     * @return true when all connections ended by themselves within the limit
     */
    public boolean drain(Duration limit) {
        throw new UnsupportedOperationException();
    }

    /** Waits until {@link #drain} or {@link #close} was called and no connection is left. */
    public void awaitClosed() throws InterruptedException {
        throw new UnsupportedOperationException();
    }

    /** Drains with the limit of the options. A second call does nothing more. */
    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
