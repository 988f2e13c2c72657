package dev.shardroute.sql.parser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.error.ShardrouteException;
import dev.shardroute.sql.ParserOptions;
import dev.shardroute.sql.SmallStack;
import dev.shardroute.sql.Sql;
import dev.shardroute.sql.SqlParser;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.And;
import dev.shardroute.sql.ast.Expression.Column;
import dev.shardroute.sql.ast.Expression.Or;
import dev.shardroute.sql.ast.Expressions;
import dev.shardroute.sql.ast.Node;
import dev.shardroute.sql.ast.Nodes;
import dev.shardroute.sql.printer.SqlPrinter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** On a stack of 512 KiB what is too deep is refused, and what is accepted can be worked with. */
final class DepthTest {
    private static final int MANY = 100_000;
    private static final int DEFAULT = ParserOptions.DEFAULT.maxDepth();

    /** How expressions nest: what is repeated before and after the innermost {@code a}. */
    private static final Map<String, String> SHAPES = SmallStack.shapes("""
            parentheses: (|)
            minuses: -|
            tildes: ~|
            bangs: !|
            nots: not |
            conversions: binary |
            sums: | + b
            differences: b - (|)
            comparisons: | = b
            tests: | is null
            collations: | collate x
            lists: b in (|)
            tuples: (b, |)
            patterns: b like (|)
            regexps: b regexp (|)
            ranges: b between c and (|)
            lows: b between (|) and c
            conditions: case when | then b end
            results: case when b then | end
            operands: case | when b then c end
            calls: f(|)
            arguments: f(b, |)
            aggregates: max(distinct |)
            conjunctions: b and (c or |)
            windows: sum(b) over (order by |)
            partitions: rank() over (partition by |)
            groups: group_concat(b order by |)
            queries: (select |)
            lists of queries: b in (select |)
            existences: exists (select |)
            quantities: b = any (select |)
            matches: match (b) against (|)
            casts: cast(| as char)
            trims: trim(both b from |)
            extracts: extract(day from |)
            intervals: b + interval | day
            amounts: interval (|) day + b
            thresholds: interval(|, 1)
            dates: date_add(|, interval 1 day)
            assignments: @b := |
            members: b member of ((|))
            sounds: b sounds like (|)
            rows: row(b, |)
            escapes: {fn |}
            json values: json_value(|, '$' default 'b' on empty)
            inserted ranges: b between c and d between e and |
            xors: | xor b
            tall operands: (| + b) * c
            tall arguments: f(| + b, c)""");

    @SuppressWarnings("unused") // named in an annotation
    static final List<String> NAMES = List.copyOf(SHAPES.keySet());

    @ParameterizedTest
    @FieldSource("NAMES")
    void tooDeep_isRefused(String name) throws Exception {
        ShardrouteException error = SmallStack.run(
                () -> assertThrows(ShardrouteException.class, () -> Sql.expression(nest(name, MANY))));
        assertEquals(ErrorCode.SR01003, error.code());
        assertEquals("SR01003: the statement nests deeper than the limit maxDepth of " + DEFAULT, error.getMessage());
    }

    @ParameterizedTest
    @FieldSource("NAMES")
    void deepestAccepted_isWorkedWith(String name) throws Exception {
        String sql = nest(name, deepest(name));
        SmallStack.run(() -> {
            Expression tree = Sql.expression(sql);
            Expression other = Sql.expression(sql);
            assertTrue(tree.equals(other));
            assertEquals(tree.hashCode(), other.hashCode());
            assertEquals(tree, Sql.expression(SqlPrinter.print(tree)));
            assertEquals(tree, Nodes.rewrite(tree, part -> part));
            assertNotEquals(tree, Nodes.rewrite(tree, DepthTest::nameZ));
            assertTrue(Nodes.anyMatch(tree, part -> part.equals(new Column(null, "a"))));
            assertEquals(tree.toString(), other.toString());
            return Expressions.conjuncts(tree);
        });
    }

    /** A WHEN is a level, an IN and its list are two, and an AND with an OR in it too. */
    @Test
    void levels_areOperatorsAndCalls() {
        assertEquals(2 * DEFAULT, deepest("parentheses"));
        assertEquals(DEFAULT, deepest("nots"));
        assertEquals(DEFAULT, deepest("sums"));
        assertEquals(DEFAULT, deepest("calls"));
        assertEquals(DEFAULT / 2, deepest("conditions"));
        assertEquals(DEFAULT / 2, deepest("lists"));
        assertEquals(DEFAULT / 2, deepest("conjunctions"));
        assertEquals(DEFAULT / 2, deepest("tall operands"));
        assertEquals(DEFAULT / 2, deepest("tall arguments"));
    }

    @Test
    void depth_isCountedForEachExpression() {
        String deep = nest("calls", DEFAULT - 1);
        assertEquals("select " + deep + ", " + deep + " from dual", Sql.canonical("select " + deep + ", " + deep));
        SqlParser shallow = new SqlParser(new ParserOptions(100, 1));
        assertEquals(Sql.statement("select a + b, f(c)"), shallow.parse("select a + b, f(c)"));
        assertThrows(ShardrouteException.class, () -> shallow.parse("select a + b + c"));
    }

    // long, not deep

    @Test
    void longChains_areFlat() throws Exception {
        SmallStack.run(() -> {
            assertEquals(MANY + 1, ((Or) chain(" or ")).operands().size());
            assertEquals(MANY + 1, ((And) chain(" and ")).operands().size());
            assertEquals(MANY + 1, Expressions.conjuncts(chain(" and ")).size());
            assertEquals(MANY + 1, ((Or) chain(" and b = c or ")).operands().size());
            return "";
        });
    }

    @Test
    void longLists_areFlat() throws Exception {
        SmallStack.run(() -> {
            String list = "a" + ", a".repeat(MANY);
            roundTrip(Sql.expression("a in (" + list + ")"));
            roundTrip(Sql.expression("f(" + list + ")"));
            return roundTrip(Sql.expression("case" + " when a then b".repeat(MANY) + " end"));
        });
    }

    private static Expression chain(String operator) {
        return roundTrip(Sql.expression("a = 1" + (operator + "a = 1").repeat(MANY)));
    }

    private static Expression roundTrip(Expression tree) {
        assertEquals(tree, Sql.expression(SqlPrinter.print(tree)));
        assertEquals(tree, Expressions.rewrite(tree, part -> part));
        return tree;
    }

    private static Node nameZ(Node part) {
        return part.equals(new Column(null, "a")) ? new Column(null, "z") : part;
    }

    private static int deepest(String name) {
        int levels = 0;
        while (isAccepted(nest(name, levels + 1))) {
            levels++;
        }
        return levels;
    }

    private static boolean isAccepted(String sql) {
        try {
            Sql.expression(sql);
            return true;
        } catch (ShardrouteException refused) {
            return false;
        }
    }

    private static String nest(String name, int levels) {
        String shape = String.valueOf(SHAPES.get(name));
        int hole = shape.indexOf('|');
        return shape.substring(0, hole).repeat(levels) + "a" + shape.substring(hole + 1).repeat(levels);
    }
}
