package dev.shardroute.mysql;

import java.security.SecureRandom;

/** Makes the random bytes that a password is proved with. */
final class Salt {
    static final int LENGTH = 20;

    private Salt() {}

    /** Twenty bytes of ASCII, neither zero, which would end a string, nor {@code $}, which MySQL leaves out too. */
    static byte[] next(SecureRandom random) {
        byte[] salt = new byte[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            int value = random.nextInt(1, 127);
            salt[i] = (byte) (value < '$' ? value : value + 1);
        }
        return salt;
    }
}
