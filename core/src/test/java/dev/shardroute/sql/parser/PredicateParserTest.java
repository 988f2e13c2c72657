package dev.shardroute.sql.parser;

import static dev.shardroute.sql.Sql.canonicalExpression;
import static dev.shardroute.sql.Sql.expression;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.shardroute.sql.ParserOptions;
import dev.shardroute.sql.SqlParser;
import dev.shardroute.sql.SyntaxException;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.AssignVariable;
import dev.shardroute.sql.ast.Expression.Binary;
import dev.shardroute.sql.ast.Expression.BinaryOperator;
import dev.shardroute.sql.ast.Expression.Column;
import dev.shardroute.sql.ast.Expression.ComparisonOperator;
import dev.shardroute.sql.ast.Expression.In;
import dev.shardroute.sql.ast.Expression.Interval;
import dev.shardroute.sql.ast.Expression.MemberOf;
import dev.shardroute.sql.ast.Expression.QuantifiedComparison;
import dev.shardroute.sql.ast.Expression.Quantifier;
import dev.shardroute.sql.ast.Expression.SoundsLike;
import dev.shardroute.sql.ast.Expression.Subquery;
import dev.shardroute.sql.ast.Expression.Tuple;
import dev.shardroute.sql.ast.Expression.UserVariable;
import dev.shardroute.sql.ast.IntervalUnit;
import dev.shardroute.sql.ast.Query;
import dev.shardroute.sql.ast.SetOperation;
import dev.shardroute.sql.lex.SqlMode;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Predicates, intervals, assignments and queries among operators. */
final class PredicateParserTest {
    private static final Column A = new Column(null, "a");
    private static final Column B = new Column(null, "b");
    private static final SqlParser PIPES =
            new SqlParser(ParserOptions.builder().modes(Set.of(SqlMode.PIPES_AS_CONCAT)).build());

    // precedence

    /** What stands without parentheses means the same with those on the right. */
    @ParameterizedTest
    @CsvSource(delimiterString = " == ", value = {"a + b sounds like b + c == (a + b) sounds like (b + c)",
        "a sounds like b | c == a sounds like (b | c)", "a sounds like b = c == (a sounds like b) = c",
        "a and b member of (c) == a and (b member of (c))", "a = b member of (c) == a = (b member of (c))",
        "a + b member of (c) == (a + b) member of (c)", "not a member of (b) == not (a member of (b))",
        "a member (b) == a member of (b)", "a + interval 1 day * 2 == (a + interval 1 day) * 2",
        "a * b + interval 1 day == (a * b) + interval 1 day", "a - interval 1 day + b == (a - interval 1 day) + b",
        "a + interval b + 1 day = c == (a + interval (b + 1) day) = c",
        "a + interval b or c day == a + interval (b or c) day", "interval 1 day + a = b == (interval 1 day + a) = b",
        "interval 1 day + a * b == interval 1 day + (a * b)", "b * interval 1 day + a == b * (interval 1 day + a)",
        "a << b + interval 1 day == a << (b + interval 1 day)",
        "a + interval(1, 2) * 3 == a + (interval(1, 2) * 3)", "interval (a) + b day + c == interval (a + b) day + c",
        "@a := b or c == @a := (b or c)", "@a := @b := c == @a := (@b := c)", "a + @b := c + 1 == a + (@b := (c + 1))",
        "a = @b := c and d == a = (@b := (c and d))", "-@a := 1 + 2 == -(@a := (1 + 2))",
        "a > all (select 1) and b == (a > all (select 1)) and b", "a = b > any (select 1) == (a = b) > any (select 1)",
        "exists (select 1) = a == (exists (select 1)) = a", "a in (select 1) = b == (a in (select 1)) = b",
        "binary a || b == (binary a) or b", "not exists (select 1) and a == (not exists (select 1)) and a"})
    void operators_bindAsTightlyAsInMysql(String plain, String grouped) {
        assertEquals(expression(grouped), expression(plain));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " == ", value = {"a || b == concat(a, b)", "a || b || c == concat(a, b, c)",
        "a + b || c == a + concat(b, c)", "a ^ b || c == a ^ concat(b, c)", "-a || b == concat(-a, b)",
        "a like b || c == a like concat(b, c)", "a || b collate x == concat(a, b collate x)",
        "a || b or c == concat(a, b) or c", "a || (b || c) == concat(a, concat(b, c))"})
    void pipesInTheirMode_joinStrings(String pipes, String call) {
        assertEquals(expression(call), PIPES.parseExpression(pipes));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a is true is null", "a is false = b", "a is unknown is null", "a is not true < b",
        "a is true in (1)", "a sounds like b sounds like c", "a not sounds like b", "a not member of (b)",
        "a member of b", "a member of (b or c)", "a member of ()", "a * interval 1 day", "interval 1 day",
        "interval 1 day - a", "interval 1 day * a", "(interval 1 day) + a", "a + interval 1", "a + interval day",
        "a + interval 1 days", "a + interval 1 day collate x", "a + interval (b, c) + 1 day", "interval(1)",
        "interval()", "a + interval 1 day day",
        "@a := b like c like d", "a := 1", "@a :=", "@@a := 1", "a <=> any (select 1)", "a <=> all (select 1)",
        "a = all (1, 2)", "a = any (1)", "a = some b", "a = all select 1", "a in row(1)", "a in row(1, 2)", "exists a",
        "exists (a)", "exists select 1", "(select 1", "select 1", "a in (select 1) + 1", "a in ((select 1), )",
        "a between 1", "a between 1 or 2", "a like", "a like b escape", "a rlike"})
    void whatMysqlHasNot_isRefused(String sql) {
        assertThrows(SyntaxException.class, () -> expression(sql), sql);
    }

    // trees

    @Test
    void quantifiers_areTwo() {
        Query query = ((Subquery) expression("(select 1)")).query();
        assertEquals(new QuantifiedComparison(ComparisonOperator.LESS, A, Quantifier.ALL, query),
                expression("a < all (select 1)"));
        assertEquals(new QuantifiedComparison(ComparisonOperator.EQUAL, A, Quantifier.ANY, query),
                expression("a = any (select 1)"));
        assertEquals(expression("a = any (select 1)"), expression("a = some ((select 1))"));
    }

    @Test
    void wordsOfQuantifiers_areNames() {
        assertEquals("a = `any` and b < `some`", canonicalExpression("a = any and b < some"));
    }

    @Test
    void predicates_haveTheirNodes() {
        assertEquals(new SoundsLike(A, B), expression("a sounds like b"));
        assertEquals(new MemberOf(A, B), expression("a member of (b)"));
        assertEquals(new AssignVariable(new UserVariable("x"), A), expression("@x := a"));
    }

    @Test
    void interval_isAnOperandOfASum() {
        Interval day = new Interval(B, IntervalUnit.DAY_HOUR);
        assertEquals(new Binary(BinaryOperator.PLUS, A, day), expression("a + interval b day_hour"));
        assertEquals(new Binary(BinaryOperator.MINUS, A, day), expression("a - interval b DAY_HOUR"));
        assertEquals(new Binary(BinaryOperator.PLUS, day, A), expression("interval b day_hour + a"));
    }

    @Test
    void parenthesesBehindInterval_areOfTheAmountOrOfTheFunction() {
        assertEquals(expression("a - interval (b + c) hour"), expression("a - interval (b) + (c) hour"));
        assertEquals("a + interval (select 1 from dual) + 1 day",
                canonicalExpression("a + interval (select 1) + 1 day"));
        assertEquals(expression("a + (interval(b, c) + 1)"), expression("a + (interval (b, c) + 1)"));
    }

    // queries in parentheses

    @ParameterizedTest
    @CsvSource(delimiterString = " == ", value = {"((select 1)) == (select 1)", "(((select 1))) == (select 1)",
        "((select 1) union select 2) == (select 1 union select 2)",
        "((select 1) union (select 2)) == (select 1 union select 2)",
        "(((select 1)) limit 1) == (select 1 limit 1)", "((select 1) order by 1) == (select 1 order by 1)",
        "a in ((select 1)) == a in (select 1)", "a in (((select 1) union select 2)) == a in (select 1 union select 2)",
        "exists ((select 1)) == exists (select 1)"})
    void parenthesesAroundQueries_changeNothing(String sql, String plain) {
        assertEquals(expression(plain), expression(sql));
    }

    @Test
    void queriesInLists_areValues() {
        In in = (In) expression("a in ((select 1), 2)");
        assertInstanceOf(Subquery.class, ((Tuple) in.right()).members().getFirst());
        assertInstanceOf(Tuple.class, ((In) expression("a in ((select 1) + 1)")).right());
        assertInstanceOf(Subquery.class, ((In) expression("a in (select 1)")).right());
    }

    @Test
    void subqueries_areOperands() {
        assertInstanceOf(Binary.class, expression("(select 1) + (select 2)"));
        assertInstanceOf(Tuple.class, expression("((select 1), (select 2))"));
        Expression union = expression("((select 1) union select 2 union select 3)");
        assertEquals(2, ((SetOperation) ((Subquery) union).query()).arms().size());
        assertEquals(expression("a = (select 1)"), expression("a = ((select 1))"));
    }

    @Test
    void list_mayBeAVariable() {
        assertEquals(new In(true, A, new Expression.ListVariable("x")), expression("a not in ::x"));
        assertEquals(List.of(A, B), ((Tuple) ((In) expression("1 in (a, b)")).right()).members());
    }
}
