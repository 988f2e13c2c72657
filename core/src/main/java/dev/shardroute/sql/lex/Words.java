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
 * <p>An open-addressing table, at most a quarter full. A word is hashed with the bit set in each byte that is the difference
 * of capital and small letters: for the bytes that names are made of, nothing else is lost by that.
 */
public final class Words {
    private static final int CAPACITY = 4096;
    private static final int SMALL = 0x20;
    private static final int ROTATION = 5;
    /** Spreads the bits of a hash over its upper ones, of which the slot is made: 2^32 divided by the golden ratio. */
    private static final int SPREAD = 0x9e3779b9;
    private static final int SHIFT = 20;
    /** The word that all others are for the lexer. */
    static final Word NONE = new Word("", Keyword.OTHER, false, false);

    private static final @Nullable Word[] TABLE = new @Nullable Word[CAPACITY];
    /** The hash of each word of the table: most words that are not in it are told by that alone. */
    private static final int[] HASHES = new int[CAPACITY];

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
        int hash = 0;
        for (int i = 0; i < name.length(); i++) {
            hash = hash(hash, name.charAt(i));
        }
        int slot = slot(hash);
        for (Word word = TABLE[slot]; word != null; word = TABLE[slot]) {
            if (HASHES[slot] == hash && matches(word.text, name)) {
                return word;
            }
            slot = next(slot);
        }
        return NONE;
    }

    /** The word that stands in those bytes, whose hash is {@code hash}, or {@link #NONE}. */
    static Word find(byte[] sql, int start, int end, int hash) {
        int slot = slot(hash);
        for (Word word = TABLE[slot]; word != null; word = TABLE[slot]) {
            if (HASHES[slot] == hash && matches(word.text, sql, start, end)) {
                return word;
            }
            slot = next(slot);
        }
        return NONE;
    }

    /** The hash of what has the hash {@code before} and one more character. */
    static int hash(int before, int c) {
        return Integer.rotateLeft(before, ROTATION) ^ (c | SMALL);
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
        return c >= 'a' && c <= 'z' ? c - SMALL : c;
    }

    private static int slot(int hash) {
        return (hash * SPREAD) >>> SHIFT;
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
        int hash = word.text.chars().reduce(0, Words::hash);
        int slot = slot(hash);
        while (TABLE[slot] != null) {
            slot = next(slot);
        }
        TABLE[slot] = word;
        HASHES[slot] = hash;
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
