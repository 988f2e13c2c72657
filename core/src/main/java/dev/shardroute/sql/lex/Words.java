package dev.shardroute.sql.lex;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The words of MySQL's grammar, found in a statement's text without making a string of it. Immutable and thread-safe.
 *
 * <p>An open-addressing table, at most a quarter full. The key of a word of eight bytes or fewer is the word itself in small
 * letters; that of a longer one is a hash.
 */
public final class Words {
    private static final int CAPACITY = 4096;
    private static final int SLOT_SHIFT = Long.SIZE - 12;
    private static final int ROTATION = 23;
    /** Spreads the bits of a key over its upper ones: 2^64 divided by the golden ratio. */
    private static final long SPREAD = 0x9e3779b97f4a7c15L;
    /** What all words are for the lexer that are none of the grammar's. */
    static final Word NONE = new Word("", Keyword.OTHER, false, false);

    private static final @Nullable Word[] TABLE = new @Nullable Word[CAPACITY];
    private static final long[] KEYS = new long[CAPACITY];

    static {
        load();
    }

    private Words() {}

    /**
     * A word of the grammar.
     *
     * @param text     the word in upper case
     * @param keyword  the keyword it is, or {@link Keyword#OTHER}
     * @param reserved true when MySQL does not take it as a name unless quoted
     * @param quoted   true when canonical SQL quotes it as a name
     */
    record Word(String text, Keyword keyword, boolean reserved, boolean quoted) {}

    /** True when canonical SQL must quote {@code name} because it is a word of the grammar. */
    public static boolean isQuotedName(String name) {
        return find(name).quoted;
    }

    /** The word that {@code name} is, in whatever case, or {@link #NONE}. */
    static Word find(String name) {
        long key = key(name);
        int slot = slot(key);
        for (Word word = TABLE[slot]; word != null; word = TABLE[slot]) {
            if (KEYS[slot] == key && matches(word.text, name)) {
                return word;
            }
            slot = next(slot);
        }
        return NONE;
    }

    /** The word that stands in those bytes, whose key is {@code key}, or {@link #NONE}. */
    static Word find(byte[] sql, int start, int end, long key) {
        int slot = slot(key);
        for (Word word = TABLE[slot]; word != null; word = TABLE[slot]) {
            if (KEYS[slot] == key && isSame(word.text, sql, start, end)) {
                return word;
            }
            slot = next(slot);
        }
        return NONE;
    }

    /** The key of what has the key {@code before} and goes on with up to eight more bytes in small letters. */
    static long key(long before, long bytes) {
        return (Long.rotateLeft(before, ROTATION) ^ bytes) * SPREAD;
    }

    private static long key(String name) {
        long key = 0;
        for (int i = 0; i < name.length(); i += Long.BYTES) {
            long bytes = 0;
            for (int j = Math.min(name.length(), i + Long.BYTES) - 1; j >= i; j--) {
                bytes = (bytes << Byte.SIZE) | ((name.charAt(j) | ' ') & 0xff);
            }
            key = i == 0 ? bytes : key(key, bytes);
        }
        return key;
    }

    /** Words of one key that are not longer than it are the same when they are equally long. */
    private static boolean isSame(String word, byte[] sql, int start, int end) {
        return word.length() == end - start && (end - start <= Long.BYTES || matches(word, sql, start, end));
    }

    /** True when {@code word}, which is in upper case, stands in those bytes. */
    static boolean matches(String word, byte[] sql, int start, int end) {
        int length = word.length();
        if (length != end - start) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (upper(sql[start + i]) != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean matches(String word, String name) {
        int length = word.length();
        if (length != name.length()) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (upper(name.charAt(i)) != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** The upper case of an ASCII letter; MySQL's words are ASCII. */
    private static int upper(int c) {
        return c >= 'a' && c <= 'z' ? c - ' ' : c;
    }

    private static int slot(long key) {
        return (int) ((key * SPREAD) >>> SLOT_SHIFT);
    }

    private static int next(int slot) {
        return (slot + 1) & (CAPACITY - 1);
    }

    private static void load() {
        Map<String, Keyword> keywords = new HashMap<>();
        for (Keyword keyword : Keyword.values()) {
            keywords.put(keyword.name(), keyword);
        }
        for (String line : lines()) {
            String[] parts = line.split(" ", 2);
            Keyword keyword = Objects.requireNonNull(keywords.getOrDefault(parts[0], Keyword.OTHER));
            insert(new Word(parts[0], keyword, parts[1].contains("r"), parts[1].contains("q")));
        }
    }

    private static void insert(Word word) {
        long key = key(word.text);
        int slot = slot(key);
        while (TABLE[slot] != null) {
            slot = next(slot);
        }
        TABLE[slot] = word;
        KEYS[slot] = key;
    }

    private static List<String> lines() {
        try (InputStream stream = Objects.requireNonNull(Words.class.getResourceAsStream("words.txt"));
                BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.startsWith("#")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
