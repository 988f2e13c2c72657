package dev.shardroute.mysql;

import dev.shardroute.error.ErrorCode;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.security.SecureRandom;

/**
 * Greets a client and has it prove who it is. The last OK packet is not sent here: first the session must be open.
 *
 * @see <a href="https://dev.mysql.com/doc/dev/mysql-server/latest/page_protocol_connection_phase.html">MySQL: connection
 *      phase</a>
 */
final class Handshake {
    private static final int AUTH_SWITCH_REQUEST = 0xFE;
    private static final int AUTH_MORE_DATA = 0x01;
    private static final int FAST_AUTH_SUCCESS = 0x03;

    private final PacketChannel channel;
    private final Payload payload;
    private final Authenticator authenticator;
    private final SecureRandom random;

    Handshake(PacketChannel channel, Payload payload, Authenticator authenticator, SecureRandom random) {
        this.channel = channel;
        this.payload = payload;
        this.authenticator = authenticator;
        this.random = random;
    }

    /**
     * Runs the handshake up to the proof.
     *
     * @throws dev.shardroute.error.ShardrouteException {@code SR06002} when the client cannot be talked to, {@code SR06005}
     *                                                  when it proves nothing, and what {@link PacketChannel#read} throws
     */
    LoginPacket run(String serverVersion, long connectionId, InetSocketAddress client) throws IOException {
        byte[] salt = Salt.next(random);
        Greeting.write(payload, serverVersion, connectionId, authenticator.plugins().get(0), salt);
        send();
        LoginPacket packet = LoginPacket.parse(channel.read());
        AuthPlugin plugin = AuthPlugin.ofName(packet.pluginName());
        Login login = plugin == null || !authenticator.plugins().contains(plugin)
                ? switchPlugin(packet, client)
                : new Login(packet.user(), client, plugin, salt, packet.response());
        check(login);
        return packet;
    }

    private Login switchPlugin(LoginPacket packet, InetSocketAddress client) throws IOException {
        AuthPlugin plugin = authenticator.plugins().get(0);
        if (!packet.has(Capabilities.PLUGIN_AUTH)) {
            throw ErrorCode.SR06002.error("the client does not know " + plugin.pluginName());
        }
        byte[] salt = Salt.next(random);
        payload.clear().integer(1, AUTH_SWITCH_REQUEST).terminated(plugin.pluginName()).raw(salt).zeros(1);
        send();
        return new Login(packet.user(), client, plugin, salt, channel.read());
    }

    private void check(Login login) throws IOException {
        if (!authenticator.accepts(login)) {
            throw ErrorCode.SR06005.error(login.user());
        }
        if (login.plugin() == AuthPlugin.CACHING_SHA2_PASSWORD && !login.isPasswordEmpty()) {
            channel.write(payload.clear().integer(1, AUTH_MORE_DATA).integer(1, FAST_AUTH_SUCCESS));
        }
    }

    private void send() throws IOException {
        channel.write(payload);
        channel.flush();
    }
}
