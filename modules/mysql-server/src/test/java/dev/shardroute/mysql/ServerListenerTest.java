package dev.shardroute.mysql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shardroute.error.ShardrouteException;
import java.io.IOException;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;

/** A listener that throws ends the connection that it was told of, and nothing is left of that. */
final class ServerListenerTest {
    private final StubSessions sessions = new StubSessions();

    @Test
    void opened_thatThrows_endsTheConnection() throws IOException {
        try (MysqlServer server = Servers.start(sessions, Authenticators.trusting(), new Throwing());
                RawClient client = new RawClient(server)) {
            assertEquals("1815 HY000 VT13001: internal error: the connection ends", client.readError());
            client.shutdownOutput();
            assertTrue(client.isAtEnd());
            assertTrue(server.awaitEmpty(Servers.LONG));
        }
    }

    @Test
    void closedAndFailed_thatThrow_leaveNothing() throws IOException {
        ServerListener listener = new Throwing() {
            @Override
            public void connectionOpened(long connectionId, InetSocketAddress client) {}
        };
        try (MysqlServer server = Servers.start(sessions, Authenticators.trusting(), listener);
                RawClient client = new RawClient(server)) {
            client.read();
            client.send(new byte[0]);
            assertTrue(client.isAtEnd());
            assertTrue(server.awaitEmpty(Servers.LONG));
        }
    }

    private static class Throwing implements ServerListener {
        @Override
        public void connectionOpened(long connectionId, InetSocketAddress client) {
            throw new IllegalStateException("opened");
        }

        @Override
        public void connectionFailed(long connectionId, ShardrouteException reason) {
            throw new IllegalStateException("failed");
        }

        @Override
        public void connectionClosed(long connectionId) {
            throw new IllegalStateException("closed");
        }
    }
}
