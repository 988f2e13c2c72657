package dev.shardroute.mysql;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.type.Field;
import dev.shardroute.type.Row;
import dev.shardroute.type.Type;
import dev.shardroute.type.Value;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that are broken, or mean ill: their connection ends, and nobody else notices. */
final class HostileClientTest {
    private final StubSessions sessions = new StubSessions();
    private final Events events = new Events();
    private final MysqlServer server =
            Servers.start(Servers.options().maxPacketBytes(4096).build(), sessions, Authenticators.trusting(), events);
    private final Connection bystander;

    HostileClientTest() throws SQLException {
        bystander = Driver.MYSQL.connect(server, "");
    }

    /** Whatever a test did, the bystander is served, and when it goes nothing is left. */
    @AfterEach
    void nothingIsLeft() throws SQLException {
        Driver.assertLives(bystander);
        bystander.close();
        assertTrue(server.awaitEmpty(Servers.LONG));
        assertEquals(0, server.connections());
        assertEquals(List.of(), events.open());
        assertEquals(List.of(), events.internal());
        assertEquals(sessions.opened().size(), sessions.closed());
        server.close();
    }

    // before the login

    @Test
    void anotherProtocol_isRefused() throws IOException {
        try (RawClient client = new RawClient(server)) {
            client.read();
            client.sendRaw("GET / HTTP/1.1\r\n\r\n".getBytes(US_ASCII));
            client.shutdownOutput();
            assertEquals("1156 08S01 SR06007: packet number 32 came where number 1 was due",
                    client.readErrorOutOfOrder());
            assertTrue(client.isAtEnd());
        }
        assertEquals(List.of(ErrorCode.SR06007), events.failed());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void garbage_isRefused(long seed) throws IOException {
        byte[] garbage = new byte[200_000];
        new Random(seed).nextBytes(garbage);
        try (RawClient client = new RawClient(server)) {
            client.read();
            client.sendRaw(garbage);
            client.shutdownOutput();
            assertTrue(client.readErrorOutOfOrder().contains("SR0600"));
            assertTrue(client.isAtEnd());
        }
    }

    @Test
    void login_ofFewBytes_isRefused() throws IOException {
        try (RawClient client = new RawClient(server)) {
            client.read();
            client.send(new byte[]{0, 2, 0});
            client.shutdownOutput();
            assertEquals("1835 HY000 SR06006: malformed packet: 3 bytes are left of 4", client.readError());
            assertTrue(client.isAtEnd());
        }
    }

    @Test
    void login_cutShort_endsTheConnection() throws IOException {
        try (RawClient client = new RawClient(server)) {
            client.read();
            client.sendRaw(new byte[]{100, 0, 0, 1, 0, 2});
            client.shutdownOutput();
            assertTrue(client.isAtEnd());
        }
        assertEquals(List.of(), events.failed());
    }

    @Test
    void login_overTheLimit_isRefusedByItsHeader() throws IOException {
        try (RawClient client = new RawClient(server)) {
            client.read();
            client.sendRaw(new byte[]{(byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 1});
            client.shutdownOutput();
            assertEquals("1153 08S01 SR06003: a packet of 16777215 bytes is over the limit of 131072 bytes",
                    client.readErrorOutOfOrder());
        }
    }

    @Test
    void tls_isRefused() throws IOException {
        try (RawClient client = new RawClient(server)) {
            client.read();
            client.send(new Payload().integer(4, RawClient.CAPABILITIES | Capabilities.SSL).integer(4, 1 << 24)
                    .integer(1, 45).zeros(23).toByteArray());
            client.shutdownOutput();
            assertEquals("1043 08S01 SR06002: bad handshake: TLS is not offered", client.readError());
            assertTrue(client.isAtEnd());
        }
    }

    @Test
    void silence_isEndedByTheTimeout() throws IOException {
        MysqlServerOptions options = MysqlServerOptions.builder().handshakeTimeout(Duration.ofMillis(1)).build();
        try (MysqlServer impatient = Servers.start(options, sessions, Authenticators.trusting(), events);
                RawClient client = new RawClient(impatient)) {
            client.read();
            assertEquals("1043 08S01 SR06002: bad handshake: no login within 1 ms", client.readError());
            client.shutdownOutput();
            assertTrue(client.isAtEnd());
        }
    }

    @Test
    void clients_thatLeaveAtOnce_leaveNothing() throws IOException {
        for (int i = 0; i < 100; i++) {
            new RawClient(server).close();
        }
        try (RawClient last = new RawClient(server)) {
            assertEquals(10, last.read()[0]);
        }
    }

    // after the login

    @Test
    void idleness_isEndedByTheTimeout() throws IOException {
        MysqlServerOptions options = Servers.options().idleTimeout(Duration.ofMillis(1)).build();
        try (MysqlServer impatient = Servers.start(options, sessions, Authenticators.trusting(), events);
                RawClient client = RawClient.loggedIn(impatient, 0)) {
            assertTrue(client.isAtEnd());
        }
    }

    @Test
    void command_overTheLimit_isRefusedByItsHeader() throws IOException {
        try (RawClient client = RawClient.loggedIn(server, 0)) {
            client.sendRaw(new byte[]{1, 16, 0, 0});
            client.shutdownOutput();
            assertEquals("1153 08S01 SR06003: a packet of 4097 bytes is over the limit of 4096 bytes",
                    client.readErrorOutOfOrder());
            assertTrue(client.isAtEnd());
        }
        assertEquals(List.of(ErrorCode.SR06003), events.failed());
    }

    @Test
    void command_thatIsSentThoughRefused_doesNotHideTheReason() throws IOException {
        try (RawClient client = RawClient.loggedIn(server, 0)) {
            client.command(Command.COM_QUERY, "x".repeat(5_000_000));
            assertTrue(client.readError().startsWith("1153 08S01 SR06003"));
        }
    }

    @Test
    void command_outOfOrder_isRefused() throws IOException {
        try (RawClient client = RawClient.loggedIn(server, 0)) {
            client.sendRaw(new byte[]{1, 0, 0, 9, 14});
            client.shutdownOutput();
            assertEquals("1156 08S01 SR06007: packet number 9 came where number 0 was due",
                    client.readErrorOutOfOrder());
            assertTrue(client.isAtEnd());
        }
    }

    @Test
    void command_ofNoBytes_isRefused() throws IOException {
        try (RawClient client = RawClient.loggedIn(server, 0)) {
            client.sendRaw(new byte[]{0, 0, 0, 0});
            client.shutdownOutput();
            assertEquals("1835 HY000 SR06006: malformed packet: a command is empty", client.readErrorOutOfOrder());
            assertTrue(client.isAtEnd());
        }
    }

    @Test
    void client_thatLeavesWithinACommand_leavesNothing() throws IOException {
        try (RawClient client = RawClient.loggedIn(server, 0)) {
            client.sendRaw(new byte[]{100, 0, 0, 0, 3, 'x'});
        }
    }

    @Test
    void client_thatLeavesWithinAResult_closesTheResult() throws IOException, InterruptedException {
        RowStream endless = new RowStream(List.of(Field.of("n", Type.INT64)), n -> Row.of(Value.of(n)));
        sessions.on("select endless", () -> endless);
        try (RawClient client = RawClient.loggedIn(server, 0)) {
            client.command(Command.COM_QUERY, "select endless");
            for (int i = 0; i < 1000; i++) {
                client.read();
            }
        }
        endless.closed().await();
    }
}
