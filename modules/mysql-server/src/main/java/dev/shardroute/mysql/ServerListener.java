package dev.shardroute.mysql;

import dev.shardroute.error.ShardrouteException;
import java.net.InetSocketAddress;

/**
 * Is told what happens in a server. Called on the connection's own thread, so by many threads at once; it must return soon
 * and not throw: that would end the connection that it is told of. Every method does nothing unless it is overridden.
 */
public interface ServerListener {
    /** Hears nothing. */
    ServerListener NONE = new ServerListener() {};

    /** A client has connected and has not logged in yet. */
    default void connectionOpened(long connectionId, InetSocketAddress client) {}

    /** A client was turned away before it could log in, because of the limit on connections. */
    default void connectionRefused(InetSocketAddress client, ShardrouteException reason) {}

    /** A connection has ended, for whatever reason; its session is closed. Once for each {@link #connectionOpened}. */
    default void connectionClosed(long connectionId) {}

    /** A login failed, or a client broke the protocol: it was told so, and its connection ends. */
    default void connectionFailed(long connectionId, ShardrouteException reason) {}

    /** A session, a listener or the server itself threw what it should not have. The client was told of no details. */
    default void internalError(long connectionId, Throwable error) {}

    /** A new connection could not be accepted (too many open files, say); the server goes on after a moment. */
    default void acceptFailed(Throwable error) {}
}
