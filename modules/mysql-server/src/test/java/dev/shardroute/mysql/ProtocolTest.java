package dev.shardroute.mysql;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.type.Field;
import dev.shardroute.type.ResultStream.Completion;
import dev.shardroute.type.Results;
import dev.shardroute.type.Row;
import dev.shardroute.type.Type;
import dev.shardroute.type.Value;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** The packets that answer commands, byte by byte. */
final class ProtocolTest {
    private static final int OLD = 0;
    private static final String OK = "00000002000000";

    private final StubSessions sessions = new StubSessions();
    private final Events events = new Events();
    private final MysqlServer server =
            Servers.start(Servers.options().maxPacketBytes(1024).build(), sessions, Authenticators.trusting(), events);

    @AfterEach
    void close() {
        server.close();
    }

    // results

    @Test
    void result_endsInEofPackets_forOldClients() throws IOException {
        sessions.on("q", () -> Results.of(List.of(Field.of("n", Type.INT64)), List.of(Row.of(Value.of(7)))));
        try (RawClient client = RawClient.loggedIn(server, OLD)) {
            client.command(Command.COM_QUERY, "q");
            assertEquals("01", read(client));
            assertEquals("n", name(client));
            assertEquals("fe00000200", read(client));
            assertEquals("0137", read(client));
            assertEquals("fe00000200", read(client));
        }
    }

    @Test
    void result_endsInOneOkPacket_forNewClients() throws IOException {
        sessions.on("q", () -> Results.of(List.of(Field.of("n", Type.INT64)),
                List.of(Row.of(Value.NULL), Row.of(Value.of("")))));
        try (RawClient client = RawClient.loggedIn(server, Capabilities.DEPRECATE_EOF)) {
            client.command(Command.COM_QUERY, "q");
            assertEquals("01", read(client));
            assertEquals("n", name(client));
            assertEquals("fb", read(client));
            assertEquals("00", read(client));
            assertEquals("fe000002000000", read(client));
        }
    }

    @Test
    void completion_isToldWhole() throws IOException {
        sessions.on("q", () -> Results.of(new Completion(300, -1, 70_000)));
        try (RawClient client = RawClient.loggedIn(server, OLD)) {
            client.command(Command.COM_QUERY, "begin");
            assertEquals("00000003000000", read(client));
            client.command(Command.COM_QUERY, "q");
            assertEquals("00fc2c01feffffffffffffffff0300ffff", read(client));
        }
    }

    @Test
    void row_overTheLimit_isAnError() throws IOException {
        sessions.on("q", () -> Results.of(List.of(Field.of("n", Type.VARCHAR)),
                List.of(Row.of(Value.of("x".repeat(1024))))));
        try (RawClient client = RawClient.loggedIn(server, Capabilities.DEPRECATE_EOF)) {
            client.command(Command.COM_QUERY, "q");
            client.read();
            client.read();
            assertEquals("1153 08S01 SR06003: a packet of 1033 bytes is over the limit of 1024 bytes",
                    client.readError());
            assertPings(client);
        }
    }

    @Test
    void row_thatDoesNotFitTheColumns_isAnError() throws IOException {
        sessions.on("q", () -> Results.of(List.of(Field.of("n", Type.INT64)), List.of(Row.of())));
        sessions.on("r", () -> Results.of(List.of(), List.of(Row.of(Value.NULL))));
        try (RawClient client = RawClient.loggedIn(server, Capabilities.DEPRECATE_EOF)) {
            client.command(Command.COM_QUERY, "q");
            client.read();
            client.read();
            assertEquals("1815 HY000 VT13001: internal error: a row has 0 values for 1 columns", client.readError());
            client.command(Command.COM_QUERY, "r");
            assertEquals("1815 HY000 VT13001: internal error: a result without columns has a row", client.readError());
            assertPings(client);
        }
    }

    @Test
    void columns_thatCannotBeSent_areAnErrorBeforeTheFirst() throws IOException {
        sessions.on("q",
                () -> Results.of(List.of(Field.of("n", Type.INT64), Field.of("e", Type.EXPRESSION)), List.of()));
        try (RawClient client = RawClient.loggedIn(server, OLD)) {
            client.command(Command.COM_QUERY, "q");
            assertEquals("1815 HY000 VT13001: internal error: a result has a column of type EXPRESSION",
                    client.readError());
            assertPings(client);
        }
    }

    @Test
    void error_whenTheResultIsClosed_endsTheResult() throws IOException {
        sessions.on("q", () -> new FailingClose(List.of(Field.of("n", Type.INT64))));
        try (RawClient client = RawClient.loggedIn(server, Capabilities.DEPRECATE_EOF)) {
            client.command(Command.COM_QUERY, "q");
            client.read();
            client.read();
            assertEquals("1815 HY000 VT13001: internal error: see the server's log", client.readError());
            assertPings(client);
        }
        assertEquals(1, events.internal().size());
    }

    // other commands

    @Test
    void initDb_changesTheDatabase() throws IOException {
        try (RawClient client = RawClient.loggedIn(server, OLD)) {
            client.command(Command.COM_INIT_DB, "no_such");
            assertEquals("1049 42000 VT05003: unknown database 'no_such' in the VSchema", client.readError());
            client.command(Command.COM_INIT_DB, "shop");
            assertEquals(OK, read(client));
        }
    }

    @Test
    void resetConnection_opensAFreshSessionInTheSameDatabase() throws IOException {
        try (RawClient client = RawClient.loggedIn(server, OLD)) {
            client.command(Command.COM_QUERY, "begin");
            assertEquals("00000003000000", read(client));
            client.command(Command.COM_QUERY, "use shop");
            client.read();
            client.command(Command.COM_RESET_CONNECTION, "");
            assertEquals(OK, read(client));
            assertEquals(1, sessions.closed());
            assertNull(sessions.opened().getFirst().database());
            assertEquals("shop", sessions.opened().getLast().database());
        }
    }

    @Test
    void setOption_refusesMultipleStatements() throws IOException {
        try (RawClient client = RawClient.loggedIn(server, OLD)) {
            client.command(Command.COM_SET_OPTION, "\0\0");
            assertEquals("1047 08S01 SR06001: command COM_SET_OPTION (multiple statements) is not supported",
                    client.readError());
            client.command(Command.COM_SET_OPTION, "\1\0");
            assertEquals("fe00000200", read(client));
            client.command(Command.COM_SET_OPTION, "");
            assertEquals("1835 HY000 SR06006: malformed packet: 0 bytes are left of 2", client.readError());
            assertPings(client);
        }
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = {"COM_QUIT", "COM_QUERY", "COM_PING", "COM_INIT_DB", "COM_SET_OPTION",
        "COM_RESET_CONNECTION", "COM_STMT_CLOSE", "COM_STMT_SEND_LONG_DATA"})
    void command_unsupported_isRefusedAndTheConnectionLivesOn(Command command) throws IOException {
        try (RawClient client = RawClient.loggedIn(server, OLD)) {
            client.command(command, "x");
            assertEquals("1047 08S01 SR06001: command " + command + " is not supported", client.readError());
            assertPings(client);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"COM_STMT_CLOSE", "COM_STMT_SEND_LONG_DATA"})
    void command_withoutAnswer_getsNone(Command command) throws IOException {
        try (RawClient client = RawClient.loggedIn(server, OLD)) {
            client.command(command, "\1\0\0\0");
            assertPings(client);
        }
    }

    @Test
    void command_ofAnUnknownNumber_isRefused() throws IOException {
        try (RawClient client = RawClient.loggedIn(server, OLD)) {
            client.command(200, new byte[0]);
            assertEquals("1047 08S01 SR06001: command number 200 is not supported", client.readError());
            assertPings(client);
        }
    }

    @Test
    void quit_endsTheConnection() throws IOException {
        try (RawClient client = RawClient.loggedIn(server, OLD)) {
            client.command(Command.COM_QUIT, "");
            assertTrue(client.isAtEnd());
        }
        assertTrue(server.awaitEmpty(Servers.LONG));
        assertEquals(List.<ErrorCode>of(), events.failed());
    }

    private static void assertPings(RawClient client) throws IOException {
        client.command(Command.COM_PING, "");
        assertEquals(OK, read(client));
    }

    private static String read(RawClient client) throws IOException {
        return HexFormat.of().formatHex(client.read());
    }

    private static String name(RawClient client) throws IOException {
        PayloadReader reader = new PayloadReader(client.read());
        for (int i = 0; i < 4; i++) {
            reader.string();
        }
        return new String(reader.string(), ISO_8859_1);
    }
}
