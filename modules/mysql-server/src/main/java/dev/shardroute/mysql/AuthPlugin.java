package dev.shardroute.mysql;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/**
 * The ways to prove a password without sending it.
 *
 * @see <a href="https://dev.mysql.com/doc/dev/mysql-server/latest/page_protocol_connection_phase_authentication_methods.html">
 *      MySQL: authentication methods</a>
 */
public enum AuthPlugin {
    /** {@code mysql_native_password}: SHA1(password) XOR SHA1(salt + SHA1(SHA1(password))). */
    NATIVE_PASSWORD("mysql_native_password", "SHA-1") {
        @Override
        public byte[] scramble(String password, byte[] salt) {
            byte[] once = hash(password.getBytes(UTF_8));
            return xor(once, hash(salt, hash(once)));
        }
    },
    /** {@code caching_sha2_password}, its fast path: SHA256(password) XOR SHA256(SHA256(SHA256(password)) + salt). */
    CACHING_SHA2_PASSWORD("caching_sha2_password", "SHA-256") {
        @Override
        public byte[] scramble(String password, byte[] salt) {
            byte[] once = hash(password.getBytes(UTF_8));
            return xor(once, hash(hash(once), salt));
        }
    };

    private final String pluginName;
    private final String algorithm;

    AuthPlugin(String pluginName, String algorithm) {
        this.pluginName = pluginName;
        this.algorithm = algorithm;
    }

    /** The plugin's name in the protocol. */
    public String pluginName() {
        return pluginName;
    }

    /** What a client sends that knows {@code password} and was given {@code salt} (20 bytes). */
    public abstract byte[] scramble(String password, byte[] salt);

    /** The plugin of this name, or null. */
    static @Nullable AuthPlugin ofName(String name) {
        for (AuthPlugin plugin : values()) {
            if (plugin.pluginName.equals(name)) {
                return plugin;
            }
        }
        return null;
    }

    byte[] hash(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance(algorithm);
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has " + algorithm, e);
        }
    }

    private static byte[] xor(byte[] left, byte[] right) {
        byte[] result = new byte[left.length];
        for (int i = 0; i < left.length; i++) {
            result[i] = (byte) (left[i] ^ right[i]);
        }
        return result;
    }
}
