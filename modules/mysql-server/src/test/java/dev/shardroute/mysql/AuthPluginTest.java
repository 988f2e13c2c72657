package dev.shardroute.mysql;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.HexFormat;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

final class AuthPluginTest {
    private static final InetSocketAddress CLIENT = new InetSocketAddress(InetAddress.getLoopbackAddress(), 1);

    // vectors

    @Example
    void nativePassword_isScrambledAsByOthers() {
        byte[] salt = {70, 114, 92, 94, 1, 38, 11, 116, 63, 114, 23, 101, 126, 103, 26, 95, 81, 17, 24, 21};
        assertEquals("35b18c9ffbbd7f356dfcac32d3c0f0a41a30cf2d", scramble(AuthPlugin.NATIVE_PASSWORD, "secret", salt));
    }

    @Example
    void cachingSha2Password_isScrambledAsByOthers() {
        byte[] salt = {10, 47, 74, 111, 75, 73, 34, 48, 88, 76, 114, 74, 37, 13, 3, 80, 82, 2, 23, 21};
        assertEquals("f490e76f66d9d86665ce54d98c78d0acfe2fb0b08b423da807144873d30b312c",
                scramble(AuthPlugin.CACHING_SHA2_PASSWORD, "secret", salt));
        assertEquals("abc3934a012cf342e876071c8ee202de51785b430258a7a0138bc79c4d800bc6",
                scramble(AuthPlugin.CACHING_SHA2_PASSWORD, "secret2", salt));
    }

    private static String scramble(AuthPlugin plugin, String password, byte[] salt) {
        return HexFormat.of().formatHex(plugin.scramble(password, salt));
    }

    // laws

    @Property
    void scramble_provesItsPasswordOnly(@ForAll AuthPlugin plugin, @ForAll String password, @ForAll String other,
            @ForAll byte[] salt) {
        Login login = login(plugin, salt, password.isEmpty() ? new byte[0] : plugin.scramble(password, salt));
        assertTrue(login.proves(password));
        boolean same = Arrays.equals(password.getBytes(UTF_8), other.getBytes(UTF_8));
        assertEquals(same, login.proves(other));
    }

    @Property
    void response_ofAnyBytes_provesNothing(@ForAll AuthPlugin plugin, @ForAll byte[] response) {
        assertFalse(login(plugin, new byte[20], response).proves("secret"));
    }

    // empty passwords

    @Example
    void emptyPassword_isProvedByNothingOrAZeroByte() {
        assertTrue(login(AuthPlugin.NATIVE_PASSWORD, new byte[20], new byte[0]).proves(""));
        assertTrue(login(AuthPlugin.CACHING_SHA2_PASSWORD, new byte[20], new byte[1]).proves(""));
    }

    @Property
    void emptyPassword_isNotProvedByAScramble(@ForAll AuthPlugin plugin) {
        byte[] salt = new byte[20];
        assertFalse(login(plugin, salt, plugin.scramble("", salt)).proves(""));
    }

    @Example
    void plugin_isFoundByItsName() {
        assertEquals(AuthPlugin.NATIVE_PASSWORD, AuthPlugin.ofName("mysql_native_password"));
        assertEquals(null, AuthPlugin.ofName("dialog"));
    }

    private static Login login(AuthPlugin plugin, byte[] salt, byte[] response) {
        return new Login("app", CLIENT, plugin, salt, response);
    }
}
