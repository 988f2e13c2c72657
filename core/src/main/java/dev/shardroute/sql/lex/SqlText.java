package dev.shardroute.sql.lex;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.shardroute.sql.SyntaxException;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The text of one or more statements: bytes in UTF-8, except that strings and comments may hold any bytes; nothing is lost.
 * Immutable. Two texts are equal when their bytes are.
 *
 * <p>Offsets count the bytes of the whole text, also in a {@link #part} of it. Errors give their place in characters (as
 * {@link String} counts them) when the text was made of characters, and in bytes when it was made of bytes; a part of a text
 * gives the place in the whole.
 */
public final class SqlText {
    private final byte[] bytes;
    private final int start;
    private final int end;
    private final boolean ofCharacters;

    private SqlText(byte[] bytes, int start, int end, boolean ofCharacters) {
        this.bytes = bytes;
        this.start = start;
        this.end = end;
        this.ofCharacters = ofCharacters;
    }

    /**
     * The text of these characters.
     *
     * @throws SyntaxException when one of them is half of a surrogate pair, which has no UTF-8
     */
    public static SqlText of(CharSequence sql) {
        String text = sql.toString();
        byte[] bytes = text.getBytes(UTF_8);
        if (mayHaveReplacement(bytes) && !new String(bytes, UTF_8).equals(text)) {
            throw SyntaxException.at(text, Utf8.loneSurrogate(text), "half of a surrogate pair");
        }
        return new SqlText(bytes, 0, bytes.length, true);
    }

    /** Half of a surrogate pair has become a question mark; most texts have none. */
    private static boolean mayHaveReplacement(byte[] bytes) {
        return ByteSearch.either(ByteSearch.buffer(bytes), 0, bytes.length, (byte) '?', (byte) '?') < bytes.length;
    }

    /** The text of these bytes, which are copied. */
    public static SqlText of(byte[] sql) {
        return of(sql, 0, sql.length);
    }

    /**
     * The text of the bytes from {@code start} up to {@code end}, which are copied.
     *
     * @throws IndexOutOfBoundsException when the array does not have them
     */
    public static SqlText of(byte[] sql, int start, int end) {
        Objects.checkFromToIndex(start, end, sql.length);
        return new SqlText(Arrays.copyOfRange(sql, start, end), 0, end - start, false);
    }

    /** How many bytes the text of these characters has; none is made of them. */
    public static long length(CharSequence sql) {
        return Utf8.length(sql);
    }

    /** The offset of the first byte: 0 unless this is a part of a text. */
    public int start() {
        return start;
    }

    /** The offset behind the last byte. */
    public int end() {
        return end;
    }

    /** The number of bytes. */
    public int length() {
        return end - start;
    }

    /** The bytes, a fresh copy. */
    public byte[] bytes() {
        return Arrays.copyOfRange(bytes, start, end);
    }

    /**
     * What stands between two offsets; it shares the bytes.
     *
     * @throws IndexOutOfBoundsException when they are not in this text
     */
    public SqlText part(int from, int to) {
        Objects.checkFromToIndex(from - start, to - start, length());
        return new SqlText(bytes, from, to, ofCharacters);
    }

    /**
     * What stands between two offsets as a string.
     *
     * @throws SyntaxException when it is not UTF-8
     */
    public String between(int from, int to) {
        Objects.checkFromToIndex(from - start, to - start, length());
        requireUtf8(from, to);
        return show(from, to);
    }

    /** Refuses what is not UTF-8. */
    void requireUtf8(int from, int to) {
        if (!ofCharacters && !Utf8.isValid(bytes, from, to)) {
            throw SyntaxException.at(this, from, "bytes that are not UTF-8");
        }
    }

    /** What stands between two offsets, for people: in place of what is not UTF-8 there is the replacement character. */
    String show(int from, int to) {
        return new String(bytes, from, to - from, UTF_8);
    }

    /** The text from {@code offset} on, for people: no more than {@code length} characters. */
    public String near(int offset, int length) {
        int to = (int) Math.min(end, offset + (long) length * Utf8.LONGEST);
        String text = show(offset, to);
        if (text.length() <= length) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length);
    }

    /** How many characters, or bytes if the text was made of bytes, the whole text has before {@code offset}. */
    public int place(int offset) {
        return size(0, offset);
    }

    /** The line of {@code offset} in the whole text, from 1 on. */
    public int line(int offset) {
        int line = 1;
        for (int i = 0; i < offset; i++) {
            line += bytes[i] == '\n' ? 1 : 0;
        }
        return line;
    }

    /** The column of {@code offset} in its line, in characters or bytes as {@link #place}, from 1 on. */
    public int column(int offset) {
        int lineStart = offset;
        while (lineStart > 0 && bytes[lineStart - 1] != '\n') {
            lineStart--;
        }
        return size(lineStart, offset) + 1;
    }

    private int size(int from, int to) {
        return ofCharacters ? Utf8.characters(bytes, from, to) : to - from;
    }

    /** The bytes of the whole text: not to be written to. */
    byte[] array() {
        return bytes;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SqlText that
                && Arrays.equals(bytes, start, end, that.bytes, that.start, that.end);
    }

    @Override
    public int hashCode() {
        int hash = 1;
        for (int i = start; i < end; i++) {
            hash = 31 * hash + bytes[i];
        }
        return hash;
    }

    /** The text; in place of what is not UTF-8 there is the replacement character. */
    @Override
    public String toString() {
        return show(start, end);
    }
}
