package dev.shardroute.sql.ast;

import static dev.shardroute.sql.Sql.canonicalExpression;
import static dev.shardroute.sql.Sql.expression;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.error.ShardrouteException;
import dev.shardroute.sql.ast.Expression.And;
import dev.shardroute.sql.ast.Expression.Column;
import dev.shardroute.sql.ast.Expression.Variable;
import dev.shardroute.sql.printer.SqlPrinter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ExpressionsTest {
    // conjuncts

    @Test
    void conjuncts_areTheOperandsOfAnds() {
        assertEquals(List.of(expression("a"), expression("b or c"), expression("d")),
                Expressions.conjuncts(expression("a and (b or c) and d")));
    }

    @Test
    void conjunctsOfNestedAnds_areInTheOrderOfTheText() {
        assertEquals(List.of(expression("a"), expression("b"), expression("c"), expression("d")),
                Expressions.conjuncts(expression("a and (b and (c and d))")));
    }

    @Test
    void conjunctsOfAnotherExpression_areIt() {
        assertEquals(List.of(expression("a or b")), Expressions.conjuncts(expression("a or b")));
        assertEquals(List.of(), Expressions.conjuncts(null));
    }

    @Test
    void and_putsConjunctsTogether() {
        Expression a = expression("a");
        assertNull(Expressions.and(List.of()));
        assertSame(a, Expressions.and(List.of(a)));
        assertEquals(new And(List.of(a, a)), Expressions.and(List.of(a, a)));
    }

    @Test
    void expressionWithTooFewParts_isNotMade() {
        Expression a = expression("a");
        assertEquals(ErrorCode.VT13001, notMade(() -> new And(List.of(a))));
        assertEquals(ErrorCode.VT13001, notMade(() -> new Expression.Or(List.of())));
        assertEquals(ErrorCode.VT13001, notMade(() -> new Expression.Tuple(List.of())));
        assertEquals(ErrorCode.VT13001, notMade(() -> new Expression.Case(a, List.of(), a)));
    }

    // walks

    @ParameterizedTest
    @ValueSource(
            strings = {"a + b", "a = b", "a like b", "a like c escape b", "a regexp b", "a in (b)", "b between 1 and 2",
                "1 between b and 2", "1 between 2 and b", "b is null", "a and b", "a or b", "a xor b", "not b", "-b",
                "b collate x", "(a, b)", "case b when 1 then 2 end", "case when b then 2 end", "case when 1 then b end",
                "case when 1 then 2 else b end", "f(a, b)", "convert(b, binary)"})
    void walk_reachesEveryPart(String sql) {
        Expression tree = expression(sql);
        assertTrue(Expressions.anyMatch(tree, part -> part.equals(expression("b"))));
        Expression renamed = Expressions.rewrite(tree, ExpressionsTest::nameZ);
        assertEquals(canonicalExpression(sql.replaceFirst("\\bb\\b", "z")), SqlPrinter.print(renamed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "null", "true", ":a", "::a", "@a", "@@a", "b", "count(*)", "f()"})
    void leaf_hasNoParts(String sql) {
        Expression leaf = expression(sql);
        assertEquals(List.of(), Expressions.children(leaf));
        assertTrue(Expressions.anyMatch(leaf, part -> part.equals(leaf)));
        assertFalse(Expressions.anyMatch(leaf, part -> false));
        assertSame(leaf, Expressions.rewrite(leaf, part -> part));
    }

    @Test
    void children_areInTheOrderOfTheText() {
        assertEquals(List.of(expression("a"), expression("b"), expression("c"), expression("d")),
                Expressions.children(expression("case a when b then c else d end")));
        assertEquals(List.of(expression("a"), expression("b"), expression("c")),
                Expressions.children(expression("a like b escape c")));
    }

    @Test
    void anyMatch_stopsAtTheFirst() {
        List<Expression> seen = new ArrayList<>();
        assertTrue(Expressions.anyMatch(expression("f(a, b)"), part -> {
            seen.add(part);
            return part instanceof Column;
        }));
        assertEquals(List.of(expression("f(a, b)"), expression("a")), seen);
    }

    // rewrite

    @Test
    void rewriteThatChangesNothing_givesTheSameObject() {
        Expression tree = expression("a = 1 and f(b, case when c then d end) or not e like 'x'");
        assertSame(tree, Expressions.rewrite(tree, part -> part));
    }

    @Test
    void rewrite_sharesWhatDidNotChange() {
        Expression tree = expression("f(a) and g(b)");
        Expression changed = Expressions.rewrite(tree, ExpressionsTest::nameZ);
        assertEquals(expression("f(a) and g(z)"), changed);
        assertNotSame(tree, changed);
        assertSame(((And) tree).operands().getFirst(), ((And) changed).operands().getFirst());
    }

    @Test
    void rewrite_goesFromTheInnermostOut() {
        List<String> order = new ArrayList<>();
        Expressions.rewrite(expression("f(a, g(b))"), part -> {
            order.add(SqlPrinter.print(part));
            return part;
        });
        assertEquals(List.of("a", "b", "g(b)", "f(a, g(b))"), order);
    }

    @Test
    void rewrite_doesNotEnterWhatItMade() {
        Expression nested = Expressions.rewrite(expression("a + 1"),
                part -> part instanceof Column ? expression("f(a)") : part);
        assertEquals(expression("f(a) + 1"), nested);
    }

    @Test
    void rewrite_mayReplaceTheWhole() {
        assertEquals(new Variable("x"), Expressions.rewrite(expression("a + b"), part -> new Variable("x")));
    }

    private static ErrorCode notMade(Executable maker) {
        return assertThrows(ShardrouteException.class, maker).code();
    }

    private static Expression nameZ(Expression part) {
        return part.equals(new Column(null, "b")) ? new Column(null, "z") : part;
    }
}
