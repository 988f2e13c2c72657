package dev.shardroute.mysql;

import dev.shardroute.error.ErrorCode;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

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
    private static final int MAX_BACKLOG = 1024;
    private static final long PAUSE_AFTER_FAILURE_MILLIS = 50;

    private final MysqlServerOptions options;
    private final ServerListener listener;
    private final Connections connections;
    private final ClientConnection.Context context;
    private final AtomicReference<@Nullable ServerSocket> listening = new AtomicReference<>();
    private final CountDownLatch closing = new CountDownLatch(1);

    /**
     * A server that does not listen yet.
     *
     * @throws dev.shardroute.error.ShardrouteException {@code SR07001} when the authenticator knows no plugin
     */
    public MysqlServer(
            MysqlServerOptions options, SessionFactory sessions, Authenticator authenticator, ServerListener listener) {
        if (authenticator.plugins().isEmpty()) {
            throw ErrorCode.SR07001.error("authenticator", "must know a plugin");
        }
        this.options = options;
        this.listener = listener;
        this.connections = new Connections(options.maxConnections());
        this.context = new ClientConnection.Context(options, sessions, authenticator, listener, connections,
                new SecureRandom());
    }

    /**
     * Binds the address and begins to accept clients; returns when they can connect.
     *
     * @throws dev.shardroute.error.ShardrouteException {@code SR07001} when the address cannot be bound
     * @throws IllegalStateException                    when the server was started or closed before
     */
    public void start() {
        ServerSocket socket = bind();
        if (!listening.compareAndSet(null, socket)) {
            closeQuietly(socket);
            throw new IllegalStateException("the server was started before");
        }
        if (isClosing()) {
            closeQuietly(socket);
            throw new IllegalStateException("the server was closed");
        }
        ServerThreads.startAccepting(socket.getLocalPort(), () -> accept(socket));
    }

    private ServerSocket bind() {
        try {
            int backlog = Math.min(options.maxConnections(), MAX_BACKLOG);
            return new ServerSocket(options.port(), backlog, options.bindAddress());
        } catch (IOException e) {
            String address = options.bindAddress().getHostAddress() + ":" + options.port();
            throw ErrorCode.SR07001.error("cannot listen on " + address, String.valueOf(e.getMessage()));
        }
    }

    /** Whatever goes wrong, even an Error: a server that accepts nobody any more would still look alive. */
    private void accept(ServerSocket server) {
        for (long id = 1; !isClosing(); id = (id + 1) & 0xFFFF_FFFFL) {
            try {
                serve(id, server.accept());
            } catch (Throwable e) {
                if (!isClosing()) {
                    tellAcceptFailed(e);
                    pause();
                }
            }
        }
    }

    private void tellAcceptFailed(Throwable error) {
        try {
            listener.acceptFailed(error);
        } catch (RuntimeException e) {
            // There is nobody else to tell.
        }
    }

    private void serve(long id, Socket socket) throws IOException {
        try {
            socket.setTcpNoDelay(true);
            new ClientConnection(id, socket, context).start();
        } catch (IOException | RuntimeException | Error e) {
            socket.close();
            throw e;
        }
    }

    private void pause() {
        try {
            closing.await(PAUSE_AFTER_FAILURE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isClosing() {
        return closing.getCount() == 0;
    }

    /**
     * The address that clients connect to, with the port that was taken.
     *
     * @throws IllegalStateException when the server was not started
     */
    public InetSocketAddress address() {
        ServerSocket socket = listening.get();
        if (socket == null) {
            throw new IllegalStateException("the server was not started");
        }
        return (InetSocketAddress) socket.getLocalSocketAddress();
    }

    /** The number of connections now, logged in or not. */
    public int connections() {
        return connections.size();
    }

    /**
     * Accepts nobody any more, closes idle connections at once and the others as soon as their running statement is
     * answered. Past the limit their sockets are closed and their threads interrupted, and this returns without waiting on.
     * A thread that is interrupted waits no longer.
     *
     * @return true when all connections ended by themselves within the limit
     */
    public boolean drain(Duration limit) {
        closing.countDown();
        ServerSocket socket = listening.get();
        if (socket != null) {
            closeQuietly(socket);
        }
        List<ClientConnection> open = connections.drain();
        open.forEach(ClientConnection::drain);
        boolean ended = awaitEmpty(limit);
        if (!ended) {
            open.forEach(ClientConnection::cutOff);
        }
        return ended;
    }

    /** Waits until no connection is open; returns false when one is after {@code limit}. */
    boolean awaitEmpty(Duration limit) {
        try {
            return connections.awaitEmpty(limit);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Waits until {@link #drain} or {@link #close} was called and no connection is left. */
    public void awaitClosed() throws InterruptedException {
        connections.awaitDrained();
    }

    /** Drains with the limit of the options. */
    @Override
    public void close() {
        drain(options.drainLimit());
    }

    private static void closeQuietly(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It takes no more clients either way.
        }
    }
}
