package dev.shardroute.planner.operator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.shardroute.sql.SqlParser;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.Variable;
import dev.shardroute.sql.ast.Select;
import dev.shardroute.sql.printer.SqlPrinter;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SubQueryUsesTest {
    // which there are

    @Test
    void uses_areInTheOrderOfTheText() {
        assertEquals(List.of("IN a in (select 1 from dual)", "EXISTS exists (select 2 from dual)",
                "VALUE (select 3 from dual)", "NOT_IN b not in (select 4 from dual)",
                "VALUE c > all (select 5 from dual)"),
                uses("a in (select 1) or exists (select 2) or (select 3) + 1 or b not in (select 4) "
                        + "or c > all (select 5)"));
    }

    @Test
    void uses_insideOfSubqueries_areTheirs() {
        assertEquals(List.of("VALUE (select 1 from t where a in (select 2 from dual))"),
                uses("a = (select 1 from t where a in (select 2))"));
    }

    @Test
    void uses_onTheLeftOfIn_comeFirst() {
        assertEquals(List.of("VALUE (select 1 from dual)", "IN (select 1 from dual) in (select 2 from dual)"),
                uses("(select 1) in (select 2)"));
    }

    // what is equal to a value of theirs

    @Test
    void equal_ofConjunctsAndAlternatives_isTheOtherSide() {
        assertEquals("a", equal("a in (select 1)"));
        assertEquals("a", equal("(select 1) = a"));
        assertEquals("a", equal("b = 1 or (c = 2 and a = (select 1))"));
    }

    @Test
    void equal_whereTheConditionMayHoldOtherwise_isUnknown() {
        assertEquals("", equal("a not in (select 1)"));
        assertEquals("", equal("a != (select 1)"));
        assertEquals("", equal("a <=> (select 1)"));
        assertEquals("", equal("a + (select 1) = 2"));
        assertEquals("", equal("(a in (select 1)) is null"));
        assertEquals("", equal("not (a = (select 1) or b)"));
        assertEquals("", equal("exists (select 1)"));
    }

    // putting something in their place

    @Test
    void replace_putsSomethingInPlaceOfEach() {
        assertEquals("a = 1 and :x or :x + b",
                SqlPrinter.print(SubQueryUses.replace(condition("a = 1 and b in (select 1) or (select 2) + b"),
                        use -> new Variable("x"))));
    }

    @Test
    void replace_withWhatIsThere_isTheSame() {
        Expression condition = condition("a = 1 and (b or c = 2)");
        assertSame(condition, SubQueryUses.replace(condition, SubQueryUse::expression));
    }

    private static List<String> uses(String condition) {
        return SubQueryUses.of(condition(condition)).stream()
                .map(use -> use.opcode() + " " + SqlPrinter.print(use.expression())).toList();
    }

    private static String equal(String condition) {
        return SubQueryUses.of(condition(condition)).getFirst().equal().map(SqlPrinter::print).orElse("");
    }

    private static Expression condition(String condition) {
        Select select = (Select) new SqlParser().parse("select 1 from t where " + condition);
        return Objects.requireNonNull(select.where());
    }
}
