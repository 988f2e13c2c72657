package dev.shardroute.vindex;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ZeroKeyDesTest {
    @Property(tries = 5000)
    void encipher_agreesWithTheJdk(@ForAll long block) throws GeneralSecurityException {
        assertEquals(jdk(block), ZeroKeyDes.encipher(block));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, -1, Long.MIN_VALUE, Long.MAX_VALUE, 0x8000_0000L, 0xffff_ffffL})
    void encipher_ofEdges_agreesWithTheJdk(long block) throws GeneralSecurityException {
        assertEquals(jdk(block), ZeroKeyDes.encipher(block));
    }

    /** Each bit alone finds an error in any table. */
    @Property
    void encipher_ofOneBit_agreesWithTheJdk(@ForAll @IntRange(max = 63) int bit)
            throws GeneralSecurityException {
        assertEquals(jdk(1L << bit), ZeroKeyDes.encipher(1L << bit));
    }

    @Property
    void decipher_givesTheBlockBack(@ForAll long block) {
        assertEquals(block, ZeroKeyDes.decipher(ZeroKeyDes.encipher(block)));
    }

    @SuppressWarnings("InsecureCryptoUsage") // Vitess's hash is this cipher; nothing is kept secret by it
    private static long jdk(long block) throws GeneralSecurityException {
        SecretKey key = new SecretKeySpec(new byte[Long.BYTES], "DES");
        Cipher cipher = Cipher.getInstance("DES/ECB/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, key);
        byte[] plain = ByteBuffer.allocate(Long.BYTES).putLong(block).array();
        return ByteBuffer.wrap(cipher.doFinal(plain)).getLong();
    }
}
