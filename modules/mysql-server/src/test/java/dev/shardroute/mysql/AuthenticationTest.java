package dev.shardroute.mysql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shardroute.error.ErrorCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Who gets in, and how. */
final class AuthenticationTest {
    private static final Map<String, String> PASSWORDS = Map.of("app", "secret", "guest", "", "ä", "pässword");
    private static final byte[] FAST_AUTH_SUCCESS = {1, 3};

    private final StubSessions sessions = new StubSessions();
    private final Events events = new Events();

    // drivers

    @ParameterizedTest
    @CsvSource({"MARIADB,NATIVE_PASSWORD", "MARIADB,CACHING_SHA2_PASSWORD", "MYSQL,NATIVE_PASSWORD",
        "MYSQL,CACHING_SHA2_PASSWORD"})
    void password_isProvedByEitherPlugin(Driver driver, AuthPlugin plugin) throws SQLException {
        try (MysqlServer server = start(Authenticators.fixed(PASSWORDS, plugin))) {
            assertGetsIn(driver, server, "app", "secret");
            assertGetsIn(driver, server, "guest", "");
            assertGetsIn(driver, server, "ä", "pässword");
            assertStaysOut(driver, server, "app", "Secret");
            assertStaysOut(driver, server, "app", "");
            assertStaysOut(driver, server, "guest", "secret");
            assertStaysOut(driver, server, "nobody", "secret");
        }
        assertEquals(List.of("app", "guest", "ä"), sessions.opened().stream().map(ConnectionInfo::user).toList());
        assertEquals(List.of(), events.internal());
    }

    @ParameterizedTest
    @EnumSource
    void driver_thatStartsWithAnotherPlugin_switches(AuthPlugin plugin) throws SQLException {
        AuthPlugin other = plugin == AuthPlugin.NATIVE_PASSWORD
                ? AuthPlugin.CACHING_SHA2_PASSWORD
                : AuthPlugin.NATIVE_PASSWORD;
        try (MysqlServer server = start(Authenticators.fixed(PASSWORDS, plugin));
                Connection connection = Driver.MYSQL.connect(server, "", "app", "secret",
                        "defaultAuthenticationPlugin=" + other.pluginName())) {
            Driver.assertLives(connection);
        }
    }

    @ParameterizedTest
    @EnumSource
    void trusting_letsEverybodyIn(Driver driver) throws SQLException {
        try (MysqlServer server = start(Authenticators.trusting())) {
            assertGetsIn(driver, server, "anybody", "anything");
            assertGetsIn(driver, server, "anybody", "");
        }
    }

    private MysqlServer start(Authenticator authenticator) {
        return Servers.start(sessions, authenticator, events);
    }

    private static void assertGetsIn(Driver driver, MysqlServer server, String user, String password)
            throws SQLException {
        try (Connection connection = driver.connect(server, "", user, password, "")) {
            Driver.assertLives(connection);
        }
    }

    private static void assertStaysOut(Driver driver, MysqlServer server, String user, String password) {
        SQLException error =
                assertThrows(SQLException.class, () -> driver.connect(server, "", user, password, "").close());
        assertEquals(1045, error.getErrorCode());
        assertEquals("28000", error.getSQLState());
        assertTrue(error.toString().contains("SR06005: access denied for user '" + user + "'"), error.toString());
    }

    // packets

    @Test
    void unknownPlugin_isSwitchedToTheFirst() throws IOException {
        try (MysqlServer server = start(Authenticators.fixed(PASSWORDS, AuthPlugin.NATIVE_PASSWORD));
                RawClient client = new RawClient(server)) {
            client.read();
            client.login(RawClient.CAPABILITIES, "dialog", new byte[]{1, 2, 3});
            byte[] salt = saltOfSwitch(client.read(), AuthPlugin.NATIVE_PASSWORD);
            client.send(AuthPlugin.NATIVE_PASSWORD.scramble("secret", salt));
            assertEquals(0, client.read()[0]);
        }
    }

    @Test
    void scramble_ofAnotherConnection_provesNothing() throws IOException {
        try (MysqlServer server = start(Authenticators.fixed(PASSWORDS)); RawClient client = new RawClient(server)) {
            client.read();
            client.login(RawClient.CAPABILITIES, "caching_sha2_password",
                    AuthPlugin.CACHING_SHA2_PASSWORD.scramble("secret", new byte[Salt.LENGTH]));
            assertEquals("1045 28000 SR06005: access denied for user 'app'", client.readError());
            assertTrue(client.isAtEnd());
        }
        assertEquals(List.of(ErrorCode.SR06005), events.failed());
    }

    @Test
    void cachingSha2_tellsThatTheFastPathWasTaken() throws IOException {
        try (MysqlServer server = start(Authenticators.trusting()); RawClient client = new RawClient(server)) {
            client.read();
            client.login(RawClient.CAPABILITIES, "caching_sha2_password", new byte[32]);
            assertTrue(Arrays.equals(FAST_AUTH_SUCCESS, client.read()));
            assertEquals(0, client.read()[0]);
        }
    }

    @Test
    void clientWithoutPlugins_provesNatively() throws IOException {
        int capabilities = Capabilities.PROTOCOL_41 | Capabilities.SECURE_CONNECTION;
        try (MysqlServer server = start(Authenticators.fixed(PASSWORDS)); RawClient client = new RawClient(server)) {
            byte[] salt = saltOfGreeting(client.read());
            client.login(capabilities, "", AuthPlugin.NATIVE_PASSWORD.scramble("secret", salt));
            assertEquals(0, client.read()[0]);
        }
    }

    @Test
    void clientWithoutPlugins_cannotSwitch() throws IOException {
        int capabilities = Capabilities.PROTOCOL_41 | Capabilities.SECURE_CONNECTION;
        Authenticator authenticator = Authenticators.fixed(PASSWORDS, AuthPlugin.CACHING_SHA2_PASSWORD);
        try (MysqlServer server = start(authenticator); RawClient client = new RawClient(server)) {
            client.read();
            client.login(capabilities, "", new byte[20]);
            assertEquals("1043 08S01 SR06002: bad handshake: the client does not know caching_sha2_password",
                    client.readError());
        }
    }

    @Test
    void passwords_areNotPrinted() {
        assertFalse(Authenticators.fixed(PASSWORDS).toString().contains("secret"));
    }

    private static byte[] saltOfSwitch(byte[] packet, AuthPlugin plugin) {
        PayloadReader reader = new PayloadReader(packet);
        assertEquals(0xFE, reader.integer(1));
        assertEquals(plugin.pluginName(), new String(reader.terminated(), StandardCharsets.UTF_8));
        byte[] salt = reader.terminated();
        assertEquals(Salt.LENGTH, salt.length);
        return salt;
    }

    private static byte[] saltOfGreeting(byte[] packet) {
        PayloadReader reader = new PayloadReader(packet);
        assertEquals(10, reader.integer(1));
        assertEquals("8.4.6-Shardroute", reader.terminatedOrRest());
        reader.skip(4);
        byte[] first = reader.terminated();
        reader.skip(18);
        byte[] second = reader.terminated();
        byte[] salt = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, salt, first.length, second.length);
        assertEquals(Salt.LENGTH, salt.length);
        return salt;
    }
}
