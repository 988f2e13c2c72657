package dev.shardroute.mysql;

import static dev.shardroute.mysql.Capabilities.CONNECT_ATTRS;
import static dev.shardroute.mysql.Capabilities.CONNECT_WITH_DB;
import static dev.shardroute.mysql.Capabilities.PLUGIN_AUTH;
import static dev.shardroute.mysql.Capabilities.PLUGIN_AUTH_LENENC_CLIENT_DATA;
import static dev.shardroute.mysql.Capabilities.PROTOCOL_41;
import static dev.shardroute.mysql.Capabilities.SECURE_CONNECTION;
import static dev.shardroute.mysql.Capabilities.SSL;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.shardroute.error.ErrorCode;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A client's answer to the {@link Greeting}.
 *
 * @see <a href="https://dev.mysql.com/doc/dev/mysql-server/latest/page_protocol_connection_phase_packets_protocol_handshake_response.html">
 *      MySQL: Protocol::HandshakeResponse41</a>
 */
final class LoginPacket {
    private static final int FILLER_SIZE = 23;
    private static final int MAX_PACKET_FIELD_SIZE = 4;

    private final int capabilities;
    private final int collation;
    private final String user;
    private final byte[] response;
    private final @Nullable String database;
    private final String pluginName;
    private final Map<String, String> attributes;

    private LoginPacket(PayloadReader reader) {
        capabilities = (int) reader.integer(4) & (Capabilities.OFFERED | SSL);
        checkCapabilities();
        reader.skip(MAX_PACKET_FIELD_SIZE);
        collation = (int) reader.integer(1);
        reader.skip(FILLER_SIZE);
        user = new String(reader.terminated(), UTF_8);
        response = readResponse(reader);
        database = has(CONNECT_WITH_DB) ? emptyToNull(reader.terminatedOrRest()) : null;
        pluginName = has(PLUGIN_AUTH) ? reader.terminatedOrRest() : AuthPlugin.NATIVE_PASSWORD.pluginName();
        attributes = has(CONNECT_ATTRS) && reader.remaining() > 0 ? readAttributes(reader) : Map.of();
    }

    /**
     * Reads the packet.
     *
     * @throws dev.shardroute.error.ShardrouteException {@code SR06002} when the client wants TLS or speaks an older
     *                                                  protocol, {@code SR06006} when the packet is malformed
     */
    static LoginPacket parse(byte[] packet) {
        return new LoginPacket(new PayloadReader(packet));
    }

    private void checkCapabilities() {
        if (has(SSL)) {
            throw ErrorCode.SR06002.error("TLS is not offered");
        }
        if (!has(PROTOCOL_41)) {
            throw ErrorCode.SR06002.error("the protocol of MySQL 4.1 is needed");
        }
    }

    private byte[] readResponse(PayloadReader reader) {
        if (has(PLUGIN_AUTH_LENENC_CLIENT_DATA)) {
            return reader.string();
        }
        return has(SECURE_CONNECTION) ? reader.raw(reader.integer(1)) : reader.terminated();
    }

    private static Map<String, String> readAttributes(PayloadReader packet) {
        Map<String, String> result = new HashMap<>();
        PayloadReader reader = new PayloadReader(packet.string());
        while (reader.remaining() > 0) {
            String key = new String(reader.string(), UTF_8);
            result.put(key, new String(reader.string(), UTF_8));
        }
        return result;
    }

    private static @Nullable String emptyToNull(String text) {
        return text.isEmpty() ? null : text;
    }

    boolean has(int capability) {
        return Capabilities.has(capabilities, capability);
    }

    String user() {
        return user;
    }

    /** The proof of the password, made by the plugin that the client has chosen. */
    byte[] response() {
        return response;
    }

    @Nullable String database() {
        return database;
    }

    /** The plugin that made {@link #response}. */
    String pluginName() {
        return pluginName;
    }

    Map<String, String> attributes() {
        return attributes;
    }

    ConnectionInfo toInfo(long connectionId, InetSocketAddress client) {
        boolean foundRows = has(Capabilities.FOUND_ROWS);
        return new ConnectionInfo(connectionId, user, database, attributes, client, collation, foundRows);
    }
}
