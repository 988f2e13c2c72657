package dev.shardroute.sql.parser;

import static dev.shardroute.sql.Sql.expression;
import static dev.shardroute.sql.Sql.refused;
import static dev.shardroute.sql.Sql.statement;
import static dev.shardroute.sql.Sql.syntaxError;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.sql.ast.IndexHint;
import dev.shardroute.sql.ast.IndexHint.Action;
import dev.shardroute.sql.ast.IndexHint.Purpose;
import dev.shardroute.sql.ast.Query;
import dev.shardroute.sql.ast.Select;
import dev.shardroute.sql.ast.TableExpression;
import dev.shardroute.sql.ast.TableExpression.Derived;
import dev.shardroute.sql.ast.TableExpression.Join;
import dev.shardroute.sql.ast.TableExpression.JoinType;
import dev.shardroute.sql.ast.TableExpression.Parenthesized;
import dev.shardroute.sql.ast.TableExpression.Table;
import dev.shardroute.sql.ast.TableName;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TableParserTest {
    private static final TableExpression A = table("a");
    private static final TableExpression B = table("b");
    private static final TableExpression C = table("c");
    private static final TableExpression D = table("d");

    // named tables

    @Test
    void table_hasAllItsParts() {
        assertEquals(List.of(new Table(new TableName("k", "t"), List.of("p", "q"), "x",
                List.of(new IndexHint(Action.USE, Purpose.ANY, List.of("i"))))),
                tables("k.t partition (p, q) as x use index (i)"));
        assertEquals(List.of(A, new Table(TableName.of("b"), "y"), C), tables("a, b y, c"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",", "a,", "a,, b", "a partition", "a partition ()", "a partition (1)",
        "a x partition (p)", "a as 'x'", "a 'x'", "dual, a", "a, dual", "dual x", "a.b.c", "a as", "f(1)", "(a", "(a))",
        "()", "((a)", "(a) x", "(a, b) as x"})
    void malformedTables_areRefused(String from) {
        syntaxError("select 1 from " + from);
    }

    // hints

    @Test
    void hints_areReadInOrder() {
        assertEquals(List.of(new IndexHint(Action.USE, Purpose.JOIN, List.of()),
                new IndexHint(Action.IGNORE, Purpose.ORDER_BY, List.of("i", "j")),
                new IndexHint(Action.FORCE, Purpose.GROUP_BY, List.of("PRIMARY")),
                new IndexHint(Action.USE_VINDEX, Purpose.ANY, List.of("v")),
                new IndexHint(Action.IGNORE_VINDEX, Purpose.ANY, List.of("v", "w"))),
                hints("use index for join () ignore key for order by (i, j) force index for group by (PRIMARY)"
                        + " use vindex (v) ignore vindex (v, w)"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"use", "use index", "use index i", "use index (i", "use index (i,)", "ignore index ()",
        "force key ()", "force vindex (v)", "use vindex ()", "use vindex for join (v)", "use index for (i)",
        "use index for order (i)", "use index for where (i)", "use (i)", "use index (i), use index (j)",
        "use index (i) x"})
    void malformedHints_areRefused(String hint) {
        syntaxError("select 1 from t " + hint);
    }

    // joins

    @ParameterizedTest
    @CsvSource(delimiterString = " => ",
            value = {"a join b => JOIN", "a inner join b => JOIN", "a cross join b => JOIN",
                "a straight_join b => STRAIGHT_JOIN", "a natural join b => NATURAL",
                "a natural inner join b => NATURAL",
                "a natural left join b => NATURAL_LEFT", "a natural right outer join b => NATURAL_RIGHT"})
    void join_mayHaveNoCondition(String from, JoinType type) {
        assertEquals(join(type, A, B), only(from));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", value = {"a join b on c => JOIN", "a straight_join b on c => STRAIGHT_JOIN",
        "a left join b on c => LEFT", "a left outer join b on c => LEFT", "a right join b on c => RIGHT",
        "a right outer join b on c => RIGHT"})
    void join_mayHaveACondition(String from, JoinType type) {
        assertEquals(new Join(type, A, B, expression("c"), List.of()), only(from));
    }

    @Test
    void join_mayHaveColumns() {
        assertEquals(new Join(JoinType.LEFT, A, B, null, List.of("x", "y")), only("a left join b using (x, y)"));
        assertEquals(new Join(JoinType.JOIN, A, B, null, List.of("x")), only("a join b using (x)"));
    }

    @Test
    void joins_goFromLeftToRight() {
        assertEquals(join(JoinType.JOIN, on(JoinType.LEFT, A, B, "x"), C), only("a left join b on x join c"));
        assertEquals(join(JoinType.STRAIGHT_JOIN, join(JoinType.JOIN, A, B), C), only("a join b straight_join c"));
        assertEquals(on(JoinType.JOIN, join(JoinType.JOIN, A, B), C, "x"), only("a join b join c on x"));
        assertEquals(on(JoinType.LEFT, join(JoinType.JOIN, A, B), C, "x"), only("a join b left join c on x"));
        assertEquals(join(JoinType.NATURAL, join(JoinType.JOIN, A, B), C), only("a join b natural join c"));
        assertEquals(join(JoinType.JOIN, on(JoinType.JOIN, join(JoinType.JOIN, A, B), C, "x"), D),
                only("a join b join c on x join d"));
        assertEquals(on(JoinType.JOIN, on(JoinType.JOIN, join(JoinType.JOIN, A, B), C, "x"), D, "y"),
                only("a join b join c on x join d on y"));
    }

    @Test
    void condition_isOfTheNearestJoinWithoutOne() {
        assertEquals(on(JoinType.JOIN, A, on(JoinType.JOIN, B, C, "x"), "y"), only("a join b join c on x on y"));
        assertEquals(on(JoinType.LEFT, A, on(JoinType.RIGHT, B, C, "x"), "y"),
                only("a left join b right join c on x on y"));
        assertEquals(on(JoinType.LEFT, A, join(JoinType.NATURAL, B, C), "y"),
                only("a left join b natural join c on y"));
        assertEquals(on(JoinType.JOIN, A, on(JoinType.JOIN, on(JoinType.JOIN, B, C, "x"), D, "y"), "z"),
                only("a join b join c on x join d on y on z"));
        assertEquals(on(JoinType.LEFT, A, on(JoinType.LEFT, B, on(JoinType.LEFT, C, D, "x"), "y"), "z"),
                only("a left join b left join c left join d on x on y on z"));
    }

    @Test
    void parenthesesAroundTables_areKept() {
        assertEquals(new Parenthesized(List.of(A)), only("(a)"));
        assertEquals(new Parenthesized(List.of(new Parenthesized(List.of(A)))), only("((a))"));
        assertEquals(join(JoinType.JOIN, A, new Parenthesized(List.of(join(JoinType.JOIN, B, C)))),
                only("a join (b join c)"));
        assertEquals(join(JoinType.NATURAL, new Parenthesized(List.of(new Parenthesized(List.of(A, B)), C)), D),
                only("((a, b), c) natural join d"));
        assertNotEquals(tables("a join b join c"), tables("a join (b join c)"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a join", "join b", "a join join b", "a left join b", "a right outer join b",
        "a left b on c", "a outer join b on c", "a natural join b using (c)", "a natural join b on c",
        "a straight_join b using (c)", "a join b using c", "a join b using ()", "a join b using (1)",
        "a join b using (x.c)", "a join b on", "a join b on c on d", "a join b on c using (d)",
        "a left join b join c on x", "a join b left join c", "a left join b left join c on x",
        "a cross straight_join b",
        "a inner b", "a natural cross join b", "a natural straight_join b", "a join b, on c", "a on b",
        "a join b natural join c on x on y", "a full outer join b on c"})
    void malformedJoins_areRefused(String from) {
        syntaxError("select 1 from " + from);
    }

    @Test
    void bracesAroundJoins_areRefused() {
        assertEquals(ErrorCode.VT12001, refused("select 1 from {oj a left join b on c}").code());
    }

    // queries as tables

    @Test
    void derivedTable_hasAllItsParts() {
        Query query = (Query) statement("select 1, 2");
        assertEquals(new Derived(false, query, "x", List.of()), only("(select 1, 2) x"));
        assertEquals(new Derived(false, query, "x", List.of("c", "d")), only("(select 1, 2) as x (c, d)"));
        assertEquals(List.of(A, new Derived(true, query, "x", List.of("c", "d"))),
                tables("a, lateral (select 1, 2) as x(c, d)"));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", value = {"(((select 1))) x => select 1",
        "(select 1 union select 2) x => select 1 union select 2",
        "((select 1) union (select 2)) x => select 1 union select 2",
        "((select 1 limit 1) union select 2 limit 2) x => (select 1 limit 1) union select 2 limit 2",
        "((select 1) limit 2) x => select 1 limit 2",
        "(((select 1) order by a) limit 2) x => select 1 order by a limit 2",
        "(with w as (select 1) select 2) x => with w as (select 1) select 2", "(values row(1)) as x => values row(1)",
        "(values ::a) as x => values ::a", "(table t) x => table t", "((table t)) x => table t",
        "(select a from t for update) x => select a from t for update"})
    void derivedTable_mayBeAnyQuery(String from, String query) {
        assertEquals(new Derived(false, (Query) statement(query), "x", List.of()), only(from));
    }

    @Test
    void queryInParentheses_mayBeATableAmongOthers() {
        Derived derived = new Derived(false, (Query) statement("select 1"), "x", List.of());
        assertEquals(new Parenthesized(List.of(derived)), only("((select 1) x)"));
        assertEquals(new Parenthesized(List.of(derived, A)), only("((select 1) as x, a)"));
        assertEquals(new Parenthesized(List.of(on(JoinType.LEFT, derived, A, "c"))),
                only("((select 1) x left join a on c)"));
        assertEquals(new Parenthesized(List.of(new Parenthesized(List.of(derived)), A)), only("(((select 1) x), a)"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"(select 1)", "(select 1) x()", "(select 1) x (1)", "(select 1) as 'x'", "((select 1)) as",
        "(select 1) partition (p) x", "(select 1) x use index (i)", "lateral a", "lateral (a) x", "lateral select 1",
        "lateral (select 1)", "((select 1) x) y", "((select 1), a)", "(a union select 1) x", "((a) union (b)) x",
        "((select 1) x order by a)", "((a) limit 1)"})
    void malformedDerivedTables_areRefused(String from) {
        syntaxError("select 1 from " + from);
    }

    private static TableExpression only(String from) {
        List<TableExpression> tables = tables(from);
        assertEquals(1, tables.size());
        return tables.getFirst();
    }

    private static List<TableExpression> tables(String from) {
        return ((Select) statement("select 1 from " + from)).from();
    }

    private static List<IndexHint> hints(String hints) {
        return ((Table) only("t " + hints)).hints();
    }

    private static Table table(String name) {
        return new Table(TableName.of(name), null);
    }

    private static Join join(JoinType type, TableExpression left, TableExpression right) {
        return new Join(type, left, right, null, List.of());
    }

    private static Join on(JoinType type, TableExpression left, TableExpression right, String condition) {
        return new Join(type, left, right, expression(condition), List.of());
    }
}
