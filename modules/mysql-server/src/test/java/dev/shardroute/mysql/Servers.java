package dev.shardroute.mysql;

import java.time.Duration;

/** Servers for tests, already started. */
final class Servers {
    /** Longer than anything takes that works, on a machine however busy. */
    static final Duration LONG = Duration.ofMinutes(5);

    private Servers() {}

    static MysqlServer start(SessionFactory sessions) {
        return start(sessions, Authenticators.trusting(), new Events());
    }

    static MysqlServer start(SessionFactory sessions, Authenticator authenticator, ServerListener listener) {
        return start(options().build(), sessions, authenticator, listener);
    }

    static MysqlServer start(
            MysqlServerOptions options, SessionFactory sessions, Authenticator authenticator, ServerListener listener) {
        MysqlServer server = new MysqlServer(options, sessions, authenticator, listener);
        server.start();
        return server;
    }

    /** Limits that no test reaches. */
    static MysqlServerOptions.Builder options() {
        return MysqlServerOptions.builder().handshakeTimeout(LONG).drainLimit(LONG);
    }
}
