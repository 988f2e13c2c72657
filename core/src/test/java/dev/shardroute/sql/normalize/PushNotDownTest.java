package dev.shardroute.sql.normalize;

import static dev.shardroute.sql.normalize.Rewrites.assertKept;
import static dev.shardroute.sql.normalize.Rewrites.condition;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PushNotDownTest {
    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', value = {
        "not a = 1, a != 1",
        "not a != 1, a = 1",
        "not a < 1, a >= 1",
        "not a <= 1, a > 1",
        "not a > 1, a <= 1",
        "not a >= 1, a < 1",
        "not a in (1), a not in (1)",
        "not a not in (1), a in (1)",
        "not a like 'x' escape '!', a not like 'x' escape '!'",
        "not a not like 'x', a like 'x'",
        "not a regexp 'x', a not regexp 'x'",
        "not a not regexp 'x', a regexp 'x'",
        "not true, false",
        "not false, true"})
    void condition_isTurnedAround(String before, String after) {
        assertEquals(after, condition(before));
    }

    @Test
    void twoNots_areNone() {
        assertEquals("a = 1", condition("not not a = 1"));
        assertEquals("a != 1", condition("not not not a = 1"));
        assertEquals("b and c", condition("not not (b and c)"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"not a <=> 1", "not a between 1 and 2", "not (a and b)", "not a is null", "not a",
        "not not a", "not not 5", "! (a = 1)"})
    void othersAreKept(String condition) {
        assertKept(condition);
    }

    @Test
    void item_keepsItsName() {
        assertEquals("select a != 1 as `not a = 1` from t", Rewrites.rewritten("select not a = 1 from t"));
    }
}
