package dev.shardroute.sql.normalize;

import static dev.shardroute.sql.normalize.Rewrites.assertKept;
import static dev.shardroute.sql.normalize.Rewrites.condition;
import static dev.shardroute.sql.normalize.Rewrites.rewritten;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class UnwrapDualQueryTest {
    @Test
    void expression_isTakenOut() {
        assertEquals("a = 1", condition("a = (select 1)"));
        assertEquals("a = t.b + 1", condition("a = (select t.b + 1 from dual)"));
        assertEquals("a = f(1)", condition("a = (select (select (select f(1))))"));
    }

    @Test
    void listOfOne_isTakenOut() {
        assertEquals("a in (1)", condition("a in (select 1)"));
        assertEquals("a not in (f(2))", condition("a not in (select f(2) from dual)"));
    }

    @Test
    void item_keepsItsName() {
        assertEquals("select 42 as `(select 42 from dual)`, 43 as x from dual",
                rewritten("select (select 42), (select 43) as x"));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "a = (select 1 from dual where false)",
        "a = (select 1 from dual limit 0)",
        "a = (select 1 from dual having false)",
        "a = (select 1 from dual group by 1)",
        "a = (select 1 from dual order by 1)",
        "a = (select 1 from u)",
        "(a, b) = (select 1, 2)",
        "a = (select b)",
        "a = (select t.b)",
        "a = (select b + 1)",
        "a = (select count(*))",
        "a = (select row_number() over ())",
        "a in (select 1 union select 2)",
        "a in (select (select 1 from dual where 1 = 0))",
        "a = any (select 1)",
        "exists (select 1)"})
    void othersAreKept(String condition) {
        assertKept(condition);
    }
}
