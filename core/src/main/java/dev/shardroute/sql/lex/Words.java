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
 * <p>An open-addressing table, at most a quarter full, hashed over the word in upper case.
 */
public final class Words {
    private static final int CAPACITY = 4096;
    private static final @Nullable Word[] TABLE = load();

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
        Word word = find(name, 0, name.length());
        return word != null && word.quoted;
    }

    static @Nullable Word find(String sql, int start, int end) {
        int slot = hash(sql, start, end) & (CAPACITY - 1);
        for (Word word = TABLE[slot]; word != null; word = TABLE[slot]) {
            if (matches(word.text, sql, start, end)) {
                return word;
            }
            slot = (slot + 1) & (CAPACITY - 1);
        }
        return null;
    }

    /** True when that part of the text is {@code word}, which is in upper case. */
    static boolean matches(String word, String sql, int start, int end) {
        int length = word.length();
        if (length != end - start) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (upper(sql.charAt(start + i)) != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** The upper case of an ASCII letter; MySQL's words are ASCII. */
    private static char upper(char c) {
        return c >= 'a' && c <= 'z' ? (char) (c - 32) : c;
    }

    private static int hash(String text, int start, int end) {
        int hash = 0;
        for (int i = start; i < end; i++) {
            hash = hash * 31 + upper(text.charAt(i));
        }
        return hash ^ hash >>> 12;
    }

    private static @Nullable Word[] load() {
        Map<String, Keyword> keywords = new HashMap<>();
        for (Keyword keyword : Keyword.values()) {
            keywords.put(keyword.name(), keyword);
        }
        @Nullable Word[] table = new @Nullable Word[CAPACITY];
        for (String line : lines()) {
            String[] parts = line.split(" ", 2);
            Keyword keyword = Objects.requireNonNull(keywords.getOrDefault(parts[0], Keyword.OTHER));
            insert(table, new Word(parts[0], keyword, parts[1].contains("r"), parts[1].contains("q")));
        }
        return table;
    }

    private static void insert(@Nullable Word[] table, Word word) {
        int slot = hash(word.text, 0, word.text.length()) & (CAPACITY - 1);
        while (table[slot] != null) {
            slot = (slot + 1) & (CAPACITY - 1);
        }
        table[slot] = word;
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
