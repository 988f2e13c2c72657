package dev.shardroute.type;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.shardroute.error.ErrorCode;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A typed MySQL value in MySQL's text representation: the integer 42 is the two bytes {@code 42}. Immutable. Two values are
 * equal when type and bytes are; {@code 1} and {@code 1.0} are not equal here, whatever SQL says.
 */
public final class Value implements BindValue {
    /** SQL NULL. */
    public static final Value NULL = new Value(Type.NULL, new byte[0]);

    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final Type type;
    private final byte[] bytes;

    private Value(Type type, byte[] bytes) {
        this.type = type;
        this.bytes = bytes;
    }

    /** A value of {@code type} whose text is {@code bytes}, which are copied. */
    public static Value of(Type type, byte[] bytes) {
        return type == Type.NULL ? NULL : new Value(type, bytes.clone());
    }

    /** A value of {@code type} whose text is {@code bytes} from {@code start} up to {@code end}, which are copied. */
    public static Value of(Type type, byte[] bytes, int start, int end) {
        return type == Type.NULL ? NULL : new Value(type, Arrays.copyOfRange(bytes, start, end));
    }

    /** A value of {@code type} whose text is {@code text} in UTF-8. */
    public static Value of(Type type, String text) {
        return type == Type.NULL ? NULL : new Value(type, text.getBytes(UTF_8));
    }

    /** A signed 64-bit integer. */
    public static Value of(long value) {
        return new Value(Type.INT64, Long.toString(value).getBytes(ISO_8859_1));
    }

    /** A 64-bit integer whose bits are read as unsigned. */
    public static Value ofUnsigned(long value) {
        return new Value(Type.UINT64, Long.toUnsignedString(value).getBytes(ISO_8859_1));
    }

    /** A character string. */
    public static Value of(String text) {
        return new Value(Type.VARCHAR, text.getBytes(UTF_8));
    }

    /** A binary string; the bytes are copied. */
    public static Value of(byte[] bytes) {
        return new Value(Type.VARBINARY, bytes.clone());
    }

    /** The type; {@link Type#NULL} for SQL NULL. */
    public Type type() {
        return type;
    }

    /** True for SQL NULL. */
    public boolean isNull() {
        return type == Type.NULL;
    }

    /** The bytes of the text representation, a fresh copy; empty for NULL. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** The number of bytes of the text representation. */
    public int length() {
        return bytes.length;
    }

    /** The byte of the text representation at an index from 0 on. */
    public byte byteAt(int index) {
        return bytes[index];
    }

    /** The four bytes of the text representation from an index on, the first being the least significant. */
    public int intAt(int index) {
        return (int) INTS.get(bytes, index);
    }

    /** The eight bytes of the text representation from an index on, the first being the least significant. */
    public long longAt(int index) {
        return (long) LONGS.get(bytes, index);
    }

    /** Copies the bytes of the text representation from {@code start} up to {@code end} to {@code target}, from {@code at} on. */
    public void copyTo(byte[] target, int at, int start, int end) {
        System.arraycopy(bytes, start, target, at, end - start);
    }

    /** True when the bytes of the text representation are UTF-8. */
    public boolean isUtf8() {
        return Utf8.isWellFormed(bytes);
    }

    /**
     * The bytes that the value denotes, a fresh copy: those of the text representation, but a hexadecimal or bit literal
     * ({@code x'8a1e'}, {@code 0x1F}, {@code 0b101}) is decoded, the first byte being the most significant.
     *
     * @throws dev.shardroute.error.ShardrouteException {@code SR04002} when the text is not such a literal
     */
    public byte[] rawBytes() {
        byte[] raw = type.kind() == Type.Kind.LITERAL ? literalBytes() : bytes();
        if (raw == null) {
            throw ErrorCode.SR04002.error(text(), type);
        }
        return raw;
    }

    private byte @Nullable [] literalBytes() {
        return type == Type.BITNUM ? LiteralBytes.ofBits(text()) : LiteralBytes.ofHex(text());
    }

    /** The text representation; bytes that are not UTF-8 come out as the replacement character. */
    public String text() {
        return new String(bytes, UTF_8);
    }

    /**
     * The value as an unsigned 64-bit integer (two's complement of a negative one), the way {@code CAST(… AS UNSIGNED)}
     * reads integers: digits with an optional sign only, and blanks around them.
     *
     * @throws dev.shardroute.error.ShardrouteException {@code SR04002} when the value is not such an integer
     */
    public long toUnsignedLong() {
        OptionalLong number = asUnsignedLong();
        if (number.isEmpty()) {
            throw ErrorCode.SR04002.error(isNull() ? "NULL" : text(), "64-bit integer");
        }
        return number.getAsLong();
    }

    /** What {@link #toUnsignedLong} gives, or empty where it throws. */
    public OptionalLong asUnsignedLong() {
        return switch (type.kind()) {
            case LITERAL -> WholeNumber.ofBigEndian(literalBytes());
            case NULL, EXPRESSION -> OptionalLong.empty();
            default -> WholeNumber.parse(bytes);
        };
    }

    /** True when the text begins with a minus sign, blanks before it aside. */
    public boolean isNegative() {
        int first = WholeNumber.firstNotBlank(bytes);
        return first < bytes.length && bytes[first] == '-';
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Value that && type == that.type && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return 31 * type.hashCode() + Arrays.hashCode(bytes);
    }

    /** For people: {@code INT64(42)}, {@code VARCHAR("a")}, {@code NULL}. */
    @Override
    public String toString() {
        if (isNull()) {
            return "NULL";
        }
        return String.format(Locale.ROOT, type.isQuoted() ? "%s(\"%s\")" : "%s(%s)", type, text());
    }
}
