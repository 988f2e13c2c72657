package dev.shardroute.sql.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.shardroute.type.Type;
import dev.shardroute.type.Value;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Text is quoted when its bytes are UTF-8, and hexadecimal when they are not. */
final class LiteralEncodingTest {
    @Test
    void replacementCharacter_thatIsInTheText_isText() {
        assertEquals("'a\uFFFD'", literal("a\uFFFD".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void replacementCharacter_besideOtherBytes_isNotText() {
        assertEquals("x'efbfbdff'", literal(new byte[]{(byte) 0xef, (byte) 0xbf, (byte) 0xbd, -1}));
    }

    @Property
    void bytes_areQuoted_whenTheyAreUtf8(@ForAll @Size(max = 4) byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        boolean isUtf8 = Arrays.equals(text.getBytes(StandardCharsets.UTF_8), bytes);
        assertEquals(isUtf8 ? "'" : "x", literal(bytes).substring(0, 1));
    }

    private static String literal(byte[] bytes) {
        StringBuilder sql = new StringBuilder();
        Literals.append(sql, Value.of(Type.VARCHAR, bytes));
        return sql.toString();
    }
}
