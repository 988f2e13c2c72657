package dev.shardroute.vschema;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** What somebody may have meant who wrote a name that is not known. */
final class Suggestion {
    private Suggestion() {}

    /** {@code ; did you mean 'x'?} for the nearest of {@code known}, or nothing when none is near. */
    static String of(String written, Collection<String> known) {
        return known.stream()
                .min(Comparator.comparingInt((String name) -> distance(written, name)).thenComparing(name -> name))
                .filter(name -> distance(written, name) <= Math.max(2, name.length() / 3))
                .map(name -> "; did you mean '" + name + "'?")
                .orElse("");
    }

    /** The edit distance of Levenshtein, case apart. */
    static int distance(String left, String right) {
        String a = left.toLowerCase(Locale.ROOT);
        String b = right.toLowerCase(Locale.ROOT);
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
