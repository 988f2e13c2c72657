package dev.shardroute.vindex;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.type.Value;
import java.util.Arrays;

/**
 * The primary weights of a text by the root collation of CLDR 23: case, accents and much else make no difference, nor do
 * blanks at the end. A weight up to 0x7fff is two bytes, another one three, of which the first has its highest bit set; what
 * has no weight is left out.
 */
final class LooseKey {
    private static final int MAX_OF_TWO_BYTES = 0x7fff;

    private final RootWeights weights;
    private byte[] bytes;
    private int length;

    private LooseKey(RootWeights weights, int capacity) {
        this.weights = weights;
        this.bytes = new byte[capacity];
    }

    /**
     * The key of a value's text; that of NULL is empty.
     *
     * @throws dev.shardroute.error.ShardrouteException {@code SR04002} when it is not UTF-8
     */
    static LooseKey of(Value value) {
        Value text = ValueBytes.decoded(value);
        if (!text.isUtf8()) {
            throw ErrorCode.SR04002.error(value.text(), "UTF-8 text");
        }
        int end = text.length();
        while (end > 0 && text.byteAt(end - 1) == ' ') {
            end--;
        }
        LooseKey key = new LooseKey(RootWeights.get(), 2 * end);
        int simple = key.addAscii(text, end);
        if (simple < end) {
            new CollationElements(key.weights, CodePoints.of(text, simple, end)).forEach(key::add);
        }
        return key;
    }

    /** The weights; only the first {@link #length} bytes are theirs. */
    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    /** Adds the ASCII characters at the beginning, but not the last of them: it may be weighed together with the next. */
    private int addAscii(Value text, int end) {
        int ascii = 0;
        while (ascii < end && text.byteAt(ascii) >= 0) {
            ascii++;
        }
        int simple = ascii == end ? end : Math.max(0, ascii - 1);
        for (int i = 0; i < simple; i++) {
            int weight = weights.ofAscii(text.byteAt(i));
            bytes[length] = (byte) (weight >> 8);
            bytes[length + 1] = (byte) weight;
            length += weight == 0 ? 0 : 2;
        }
        return simple;
    }

    private void add(int element) {
        int weight = RootWeights.primary(element);
        if (weight == 0) {
            return;
        }
        if (length + 3 > bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * length + 3);
        }
        if (weight > MAX_OF_TWO_BYTES) {
            bytes[length++] = (byte) (weight >> 16 | 0x80);
        }
        bytes[length++] = (byte) (weight >> 8);
        bytes[length++] = (byte) weight;
    }
}
