package dev.shardroute.mysql;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.error.ShardrouteException;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.security.SecureRandom;
import java.time.Duration;

/** One client's connection, from the accepted socket to its end. See {@link ServerThreads} for who calls what. */
final class ClientConnection {
    /** What every connection of a server shares. */
    record Context(MysqlServerOptions options, SessionFactory sessions, Authenticator authenticator,
            ServerListener listener, Connections connections, SecureRandom random) {}

    private static final int BUFFER_SIZE = 16 << 10;
    /** As long as a login can be: attributes of 64 KiB, and room for the rest. */
    private static final int MAX_LOGIN_BYTES = 128 << 10;
    /** How long the client may take to stop sending and to read why it was turned away. */
    private static final Duration FAREWELL_LIMIT = Duration.ofSeconds(2);

    private final long id;
    private final Socket socket;
    private final InetSocketAddress client;
    private final Context context;
    private final ServerListener listener;
    private final TimedInput in;
    private final PacketChannel channel;
    private final Payload payload = new Payload();
    private final Activity activity = new Activity();
    private final Thread thread;

    ClientConnection(long id, Socket socket, Context context) throws IOException {
        this.id = id;
        this.socket = socket;
        this.client = (InetSocketAddress) socket.getRemoteSocketAddress();
        this.context = context;
        this.listener = context.listener;
        this.in = new TimedInput(socket);
        this.channel = new PacketChannel(new BufferedInputStream(in, BUFFER_SIZE),
                new BufferedOutputStream(socket.getOutputStream(), BUFFER_SIZE), PacketChannel.MAX_CHUNK,
                MAX_LOGIN_BYTES);
        this.thread = ServerThreads.serving(id, this::run);
    }

    /** Takes the client in, or turns it away; returns at once. From here on the client counts. */
    void start() {
        try {
            context.connections.add(this);
        } catch (ShardrouteException e) {
            ServerThreads.serving(id, () -> refuse(e)).start();
            return;
        }
        try {
            thread.start();
        } catch (RuntimeException | Error e) {
            context.connections.remove(this);
            throw e;
        }
    }

    /** The connection shall end: now when it waits for its client, or else when it has answered. */
    void drain() {
        if (activity.drain()) {
            closeSocket();
        }
    }

    /** The connection shall end whatever it does. */
    void cutOff() {
        closeSocket();
        thread.interrupt();
    }

    private void refuse(ShardrouteException reason) {
        try (socket) {
            listener.connectionRefused(client, reason);
            Responses.errorBeforeGreeting(channel, reason);
            channel.flush();
        } catch (IOException e) {
            // The client has given up before it could be turned away.
        }
    }

    private void run() {
        try {
            listener.connectionOpened(id, client);
            serve();
        } catch (ShardrouteException e) {
            listener.connectionFailed(id, e);
            sayFarewell(e);
        } catch (IOException e) {
            // The client is gone, or was idle too long, or a drain cut it off: nobody is left to be told.
        } catch (Throwable e) {
            listener.internalError(id, e);
            sayFarewell(ErrorCode.VT13001.error("the connection ends"));
        } finally {
            close();
        }
    }

    private void serve() throws IOException {
        MysqlServerOptions options = context.options;
        LoginPacket login = logIn();
        channel.limit(options.maxPacketBytes());
        boolean deprecateEof = login.has(Capabilities.DEPRECATE_EOF);
        Responses responses = new Responses(channel, payload, deprecateEof, options.maxPacketBytes());
        ConnectionInfo info = login.toInfo(id, client);
        try (CommandLoop loop = new CommandLoop(channel, responses, context.sessions, info, listener)) {
            in.limitEach(options.idleTimeout());
            loop.run(activity);
        }
    }

    private LoginPacket logIn() throws IOException {
        MysqlServerOptions options = context.options;
        in.limitTotal(options.handshakeTimeout());
        Handshake handshake = new Handshake(channel, payload, context.authenticator, context.random);
        try {
            return handshake.run(options.serverVersion(), id, client);
        } catch (SocketTimeoutException e) {
            throw ErrorCode.SR06002.error("no login within " + options.handshakeTimeout().toMillis() + " ms");
        }
    }

    /**
     * Tells the client why the connection ends, and waits a little for it to stop sending: closing a socket with bytes
     * unread would throw away what was written.
     */
    private void sayFarewell(ShardrouteException reason) {
        try {
            Responses.error(channel, payload, reason);
            channel.flush();
            socket.shutdownOutput();
            in.limitTotal(FAREWELL_LIMIT);
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // The client did not wait for the reason, or sends on and on.
        }
    }

    /** Last of all it leaves the open connections, so that a drained server has told its listener everything. */
    private void close() {
        try {
            closeSocket();
            listener.connectionClosed(id);
        } finally {
            context.connections.remove(this);
        }
    }

    private void closeSocket() {
        try {
            socket.close();
        } catch (IOException e) {
            // Nothing more can be done for it.
        }
    }
}
