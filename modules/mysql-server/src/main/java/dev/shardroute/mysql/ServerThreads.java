package dev.shardroute.mysql;

/**
 * Makes the threads of a server. Which thread runs what:
 *
 * <ul>
 * <li>One platform thread accepts. It takes a socket, starts a connection's thread and does nothing else, so that nothing a
 * client does can hold up the next one. It is no daemon: a started server keeps the JVM alive until it is closed.
 * <li>One virtual thread for each connection runs everything of that connection: the handshake, the {@link Authenticator},
 * the {@link SessionFactory}, every call of the {@link MysqlSession} and of its results, the {@link ServerListener}. Plain
 * blocking code: it waits for its client and for backends without holding an operating system's thread. No lock is held
 * meanwhile, and nothing of a connection is touched by two threads but its {@link Activity}, its socket's {@code close} and
 * its thread's {@code interrupt}.
 * <li>The thread that calls {@link MysqlServer#drain} closes the sockets of idle connections (their threads then fail to
 * read, and end) and waits for the others. Past the limit it closes their sockets too, so that nothing more can be sent,
 * and interrupts their threads, so that backends are waited for no longer.
 * </ul>
 */
final class ServerThreads {
    private ServerThreads() {}

    static void startAccepting(int port, Runnable work) {
        Thread.ofPlatform().name("mysql-server-accept-" + port).daemon(false).start(work);
    }

    static Thread serving(long connectionId, Runnable work) {
        return Thread.ofVirtual().name("mysql-server-connection-" + connectionId).unstarted(work);
    }
}
