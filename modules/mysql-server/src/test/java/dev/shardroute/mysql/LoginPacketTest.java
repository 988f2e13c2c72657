package dev.shardroute.mysql;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.error.ShardrouteException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.Map;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

final class LoginPacketTest {
    private static final byte[] RESPONSE = {5, 6, 7};
    private static final InetSocketAddress CLIENT = new InetSocketAddress(InetAddress.getLoopbackAddress(), 1);

    // what is read

    @Example
    void login_isReadWhole() {
        LoginPacket packet = LoginPacket.parse(whole());
        assertArrayEquals(RESPONSE, packet.response());
        assertEquals("caching_sha2_password", packet.pluginName());
        assertEquals(new ConnectionInfo(9, "app", "shop", Map.of("a", "b", "c", ""), CLIENT, 45, true),
                packet.toInfo(9, CLIENT));
        assertTrue(packet.has(Capabilities.DEPRECATE_EOF));
    }

    @Example
    void login_withoutTheLastZero_isRead() {
        byte[] packet = start(RawClient.CAPABILITIES).integer(1, 0).raw(new byte[]{'x', 'y'}).toByteArray();
        assertEquals("xy", LoginPacket.parse(packet).pluginName());
    }

    @Example
    void login_withoutWhatIsOptional_isRead() {
        byte[] packet = start(Capabilities.PROTOCOL_41).raw(RESPONSE).integer(1, 0).toByteArray();
        LoginPacket login = LoginPacket.parse(packet);
        assertArrayEquals(RESPONSE, login.response());
        assertEquals("mysql_native_password", login.pluginName());
        assertNull(login.toInfo(9, CLIENT).database());
    }

    @Example
    void oldProtocol_isRefused() {
        byte[] packet = start(Capabilities.SECURE_CONNECTION).integer(1, 0).toByteArray();
        assertEquals(ErrorCode.SR06002,
                assertThrows(ShardrouteException.class, () -> LoginPacket.parse(packet)).code());
    }

    // what is not

    @Property
    void anyBytes_areReadOrRefused(@ForAll byte[] bytes) {
        parse(bytes);
    }

    @Property
    void login_withChangedBytes_isReadOrRefused(@ForAll @Size(max = 5) byte[] changes,
            @ForAll @IntRange(max = 200) int start) {
        byte[] packet = whole();
        for (int i = 0; i < changes.length; i++) {
            packet[(start + i) % packet.length] = changes[i];
        }
        parse(packet);
    }

    @Property
    void login_cutShort_isReadOrRefused(@ForAll @IntRange(max = 200) int length) {
        byte[] packet = whole();
        parse(Arrays.copyOf(packet, Math.min(length, packet.length)));
    }

    /** Nothing else may be thrown. */
    private static void parse(byte[] packet) {
        try {
            assertEquals(9, LoginPacket.parse(packet).toInfo(9, CLIENT).connectionId());
        } catch (ShardrouteException e) {
            assertTrue(e.code() == ErrorCode.SR06002 || e.code() == ErrorCode.SR06006, e.getMessage());
        }
    }

    private static byte[] whole() {
        Payload attributes = new Payload().string("a").string("b").string("c").string("");
        return start(Capabilities.OFFERED).string(RESPONSE).terminated("shop").terminated("caching_sha2_password")
                .string(attributes.toByteArray()).toByteArray();
    }

    private static Payload start(int capabilities) {
        return new Payload().integer(4, capabilities).integer(4, 1 << 24).integer(1, 45).zeros(23).terminated("app");
    }
}
