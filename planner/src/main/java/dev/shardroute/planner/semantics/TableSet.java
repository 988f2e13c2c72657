package dev.shardroute.planner.semantics;

import java.util.Arrays;
import java.util.function.IntConsumer;

/** A set of tables of one statement, by number. Immutable; equal to another set of the same tables. */
public final class TableSet {
    /** No table. */
    public static final TableSet EMPTY = new TableSet(new long[0]);

    private final long[] words;

    private TableSet(long[] words) {
        this.words = words;
    }

    /** One table. */
    public static TableSet of(int table) {
        long[] words = new long[(table >>> 6) + 1];
        words[table >>> 6] = 1L << table;
        return new TableSet(words);
    }

    /** The tables of both sets. */
    public TableSet union(TableSet other) {
        if (other.isSubsetOf(this)) {
            return this;
        }
        if (isSubsetOf(other)) {
            return other;
        }
        long[] longer = words.length >= other.words.length ? words : other.words;
        long[] shorter = words.length >= other.words.length ? other.words : words;
        long[] result = longer.clone();
        for (int i = 0; i < shorter.length; i++) {
            result[i] |= shorter[i];
        }
        return new TableSet(result);
    }

    /** The tables that are in both sets. */
    public TableSet intersection(TableSet other) {
        int length = Math.min(words.length, other.words.length);
        long[] result = new long[length];
        int used = 0;
        for (int i = 0; i < length; i++) {
            result[i] = words[i] & other.words[i];
            used = result[i] == 0 ? used : i + 1;
        }
        return new TableSet(used == length ? result : Arrays.copyOf(result, used));
    }

    /** The tables of this set that are not in the other. */
    public TableSet minus(TableSet other) {
        long[] result = words.clone();
        int used = 0;
        for (int i = 0; i < result.length; i++) {
            result[i] &= i < other.words.length ? ~other.words[i] : -1L;
            used = result[i] == 0 ? used : i + 1;
        }
        return new TableSet(used == result.length ? result : Arrays.copyOf(result, used));
    }

    /** True when every table here is in {@code other}. The empty set is a subset of every set. */
    public boolean isSubsetOf(TableSet other) {
        for (int i = 0; i < words.length; i++) {
            long theirs = i < other.words.length ? other.words[i] : 0;
            if ((words[i] & ~theirs) != 0) {
                return false;
            }
        }
        return true;
    }

    /** True when some table is in both sets. */
    public boolean overlaps(TableSet other) {
        for (int i = 0; i < Math.min(words.length, other.words.length); i++) {
            if ((words[i] & other.words[i]) != 0) {
                return true;
            }
        }
        return false;
    }

    /** True when a table is here. */
    public boolean contains(int table) {
        return (table >>> 6) < words.length && (words[table >>> 6] & 1L << table) != 0;
    }

    /** True without any table. */
    public boolean isEmpty() {
        return words.length == 0;
    }

    /** How many tables there are. */
    public int size() {
        int size = 0;
        for (long word : words) {
            size += Long.bitCount(word);
        }
        return size;
    }

    /** The lowest number, or -1 when the set is empty. */
    public int first() {
        for (int i = 0; i < words.length; i++) {
            if (words[i] != 0) {
                return (i << 6) + Long.numberOfTrailingZeros(words[i]);
            }
        }
        return -1;
    }

    /** Does {@code action} with each number, the lowest first. */
    public void forEach(IntConsumer action) {
        for (int i = 0; i < words.length; i++) {
            for (long word = words[i]; word != 0; word &= word - 1) {
                action.accept((i << 6) + Long.numberOfTrailingZeros(word));
            }
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TableSet set && Arrays.equals(words, set.words);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(words);
    }

    /** The numbers in braces. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("{");
        forEach(table -> text.append(text.length() == 1 ? "" : ", ").append(table));
        return text.append('}').toString();
    }
}
