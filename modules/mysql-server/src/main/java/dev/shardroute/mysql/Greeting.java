package dev.shardroute.mysql;

import dev.shardroute.type.Field;
import java.util.Arrays;

/**
 * The first packet of a connection, sent by the server.
 *
 * @see <a href="https://dev.mysql.com/doc/dev/mysql-server/latest/page_protocol_connection_phase_packets_protocol_handshake_v10.html">
 *      MySQL: Protocol::HandshakeV10</a>
 */
final class Greeting {
    private static final int PROTOCOL_VERSION = 10;
    private static final int FIRST_SALT_LENGTH = 8;

    private Greeting() {}

    static void write(Payload to, String serverVersion, long connectionId, AuthPlugin plugin, byte[] salt) {
        to.clear().integer(1, PROTOCOL_VERSION).terminated(serverVersion).integer(4, connectionId);
        to.raw(Arrays.copyOf(salt, FIRST_SALT_LENGTH)).zeros(1);
        to.integer(2, Capabilities.OFFERED).integer(1, Field.UTF8MB4_CHARSET);
        to.integer(2, Responses.AUTOCOMMIT).integer(2, Capabilities.OFFERED >>> 16);
        to.integer(1, salt.length + 1L).zeros(10);
        to.raw(Arrays.copyOfRange(salt, FIRST_SALT_LENGTH, salt.length)).zeros(1);
        to.terminated(plugin.pluginName());
    }
}
