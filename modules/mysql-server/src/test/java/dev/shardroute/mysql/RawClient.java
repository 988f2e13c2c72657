package dev.shardroute.mysql;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;

/** A client that can send what drivers do not. Its packets are strings of one character a byte where tests look at them. */
final class RawClient implements AutoCloseable {
    static final int CAPABILITIES =
            Capabilities.PROTOCOL_41 | Capabilities.SECURE_CONNECTION | Capabilities.PLUGIN_AUTH;

    private final Socket socket;
    private final InputStream in;
    private final PacketChannel channel;
    private final Payload payload = new Payload();

    RawClient(MysqlServer server) throws IOException {
        socket = new Socket(server.address().getAddress(), server.address().getPort());
        in = new BufferedInputStream(socket.getInputStream());
        channel = new PacketChannel(in, new BufferedOutputStream(socket.getOutputStream()), PacketChannel.MAX_CHUNK,
                Integer.MAX_VALUE);
    }

    /** A client that has logged in, with these capabilities besides the usual. */
    static RawClient loggedIn(MysqlServer server, int capabilities) throws IOException {
        RawClient client = new RawClient(server);
        client.read();
        client.login(CAPABILITIES | capabilities, "mysql_native_password", new byte[0]);
        if (client.read()[0] != 0) {
            throw new IllegalStateException("the login was refused");
        }
        return client;
    }

    byte[] read() throws IOException {
        return channel.read();
    }

    /** Reads an ERR packet: {@code 1047 08S01 SR06001: ...}. */
    String readError() throws IOException {
        return error(read());
    }

    /** Reads an ERR packet of any number, which is what comes after {@link #sendRaw}. */
    String readErrorOutOfOrder() throws IOException {
        int length = (int) new PayloadReader(in.readNBytes(4)).integer(3);
        return error(in.readNBytes(length));
    }

    private static String error(byte[] packet) {
        PayloadReader reader = new PayloadReader(packet);
        if (reader.integer(1) != 0xFF) {
            throw new IllegalStateException("no ERR packet");
        }
        return reader.integer(2) + " " + new String(reader.rest(), UTF_8).replaceFirst("^#(.{5})", "$1 ");
    }

    /** Reads up to the end of the connection. True when nothing came before it. */
    boolean isAtEnd() throws IOException {
        try {
            read();
            return false;
        } catch (EOFException | SocketException e) {
            return true;
        }
    }

    void login(int capabilities, String plugin, byte[] response) throws IOException {
        payload.clear().integer(4, capabilities).integer(4, 1 << 24).integer(1, 45).zeros(23).terminated("app");
        payload.integer(1, response.length).raw(response).terminated(plugin);
        send();
    }

    void send(byte[] content) throws IOException {
        payload.clear().raw(content);
        send();
    }

    /** Sends a command as the first packet of an exchange. */
    void command(Command command, String argument) throws IOException {
        command(command.number(), argument.getBytes(UTF_8));
    }

    void command(int number, byte[] argument) throws IOException {
        channel.restart();
        payload.clear().integer(1, number).raw(argument);
        send();
    }

    private void send() throws IOException {
        channel.write(payload);
        channel.flush();
    }

    /** Sends bytes that need not be a packet. */
    void sendRaw(byte... bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    /** Says that nothing more will be sent. */
    void shutdownOutput() throws IOException {
        socket.shutdownOutput();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
