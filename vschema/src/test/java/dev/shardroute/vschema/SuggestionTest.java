package dev.shardroute.vschema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SuggestionTest {
    @ParameterizedTest
    @CsvSource({"'', '', 0", "a, '', 1", "kitten, sitting, 3", "column_vindxes, column_vindexes, 1", "ABC, abc, 0"})
    void distance_countsEdits(String left, String right, int edits) {
        assertEquals(edits, Suggestion.distance(left, right));
        assertEquals(edits, Suggestion.distance(right, left));
    }

    @Property(tries = 300)
    void distance_isAMetric(
            @ForAll @AlphaChars @StringLength(max = 8) String a,
            @ForAll @AlphaChars @StringLength(max = 8) String b,
            @ForAll @AlphaChars @StringLength(max = 8) String c) {
        assertEquals(a.equalsIgnoreCase(b), Suggestion.distance(a, b) == 0);
        assertTrue(Suggestion.distance(a, c) <= Suggestion.distance(a, b) + Suggestion.distance(b, c));
    }

    @Test
    void suggestion_isTheNearest_ifItIsNear() {
        assertEquals("; did you mean 'tables'?", Suggestion.of("tabels", List.of("vindexes", "tables")));
        assertEquals("", Suggestion.of("comment", List.of("vindexes", "tables")));
        assertEquals("", Suggestion.of("x", Set.of()));
    }
}
