package dev.shardroute.vindex;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** MD5, RFC 1321. */
final class Md5 {
    private Md5() {}

    /** The digest of the first {@code length} bytes. */
    static byte[] digest(byte[] input, int length) {
        try {
            MessageDigest md5 = MessageDigest.getInstance("MD5");
            md5.update(input, 0, length);
            return md5.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has MD5", e);
        }
    }
}
