package dev.shardroute.sql.normalize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.shardroute.sql.Sql;
import dev.shardroute.sql.normalize.OptimizerHints.Hint;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class OptimizerHintsTest {
    @Test
    void statement_withoutHints_hasNone() {
        assertEquals(OptimizerHints.NONE, OptimizerHints.of(Sql.statement("select /* a */ 1")));
        assertEquals(OptimizerHints.NONE, OptimizerHints.of(Sql.statement("select /*vt+ SET_VAR(a=b) */ 1")));
    }

    @Test
    void hints_areRead() {
        assertEquals(List.of(new Hint("SET_VAR", "sql_mode=''"), new Hint("BKA", "t1, t2")),
                OptimizerHints.of(Sql.statement("select /*+ SET_VAR(sql_mode='') BKA (t1, t2) */ 1")).hints());
    }

    @Test
    void parenthesisInQuotes_endsNothing() {
        assertEquals(Map.of("a", "')'", "b", "`)`"), read("/*+ SET_VAR(a=')') SET_VAR(b=`)`) */").variables());
    }

    @Test
    void secondComment_isNotRead() {
        assertEquals(Map.of("a", "1"), read("/*+ SET_VAR(a=1) */", "/*+ SET_VAR(b=2) */").variables());
    }

    @Test
    void whatIsNoHint_endsThem() {
        for (String bad : List.of("SET_VAR a=2", "NO PARENTHESES", "X(", "X('", "=(a)", "(a)", ")")) {
            assertEquals(Map.of("b", "1"), read("/*+ SET_VAR(b=1) " + bad + " */").variables(), bad);
        }
    }

    @Test
    void ofTwoValues_theFirstCounts() {
        assertEquals(Map.of("a", "1"), read("/*+ SET_VAR(a=1) set_var( A = 2 ) SET_VAR(nothing) */").variables());
    }

    @Test
    void foreignKeyChecks_areYesNoOrUnsaid() {
        assertEquals(true, read("/*+ SET_VAR(foreign_key_checks=On) */").foreignKeyChecks());
        assertEquals(true, read("/*+ SET_VAR(FOREIGN_KEY_CHECKS = 1) */").foreignKeyChecks());
        assertEquals(false, read("/*+ SET_VAR(foreign_key_checks=off) */").foreignKeyChecks());
        assertEquals(false, read("/*+ SET_VAR(foreign_key_checks=0) */").foreignKeyChecks());
        assertNull(read("/*+ SET_VAR(foreign_key_checks=2) */").foreignKeyChecks());
        assertNull(OptimizerHints.NONE.foreignKeyChecks());
    }

    @Test
    void withVariable_replacesOrAdds() {
        OptimizerHints hints = read("/*+ BKA(t) SET_VAR(a=1) */");
        assertEquals("/*+ BKA(t) SET_VAR(a=2) */", hints.withVariable("a", "2").comment());
        assertEquals("/*+ BKA(t) SET_VAR(a=1) SET_VAR(b=2) */", hints.withVariable("b", "2").comment());
    }

    private static OptimizerHints read(String... comments) {
        return OptimizerHints.of(List.of(comments));
    }
}
