package dev.shardroute.sql.parser;

import static dev.shardroute.sql.Sql.canonical;
import static dev.shardroute.sql.Sql.expression;
import static dev.shardroute.sql.Sql.statement;
import static dev.shardroute.sql.Sql.syntaxError;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.shardroute.sql.ast.GroupBy;
import dev.shardroute.sql.ast.Limit;
import dev.shardroute.sql.ast.Locking;
import dev.shardroute.sql.ast.NamedWindow;
import dev.shardroute.sql.ast.OrderItem;
import dev.shardroute.sql.ast.Select;
import dev.shardroute.sql.ast.Select.Option;
import dev.shardroute.sql.ast.SelectItem;
import dev.shardroute.sql.ast.TableExpression;
import dev.shardroute.sql.ast.TableName;
import dev.shardroute.sql.ast.Window;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SelectParserTest {
    @Test
    void select_hasAllItsClauses() {
        Select select = select("""
                select distinct a, t.* from k.t as x where a = 1 group by b, c having count(*) > 1
                order by a desc, b limit 3, 4 for update""");
        assertEquals(List.of(), select.comments());
        assertEquals(true, select.distinct());
        assertEquals(List.of(new SelectItem.Item(expression("a"), null), new SelectItem.Star(TableName.of("t"))),
                select.items());
        assertEquals(List.of(new TableExpression.Table(new TableName("k", "t"), "x")), select.from());
        assertEquals(expression("a = 1"), select.where());
        assertEquals(List.of(expression("b"), expression("c")), select.groupBy().expressions());
        assertEquals(expression("count(*) > 1"), select.having());
        assertEquals(List.of(new OrderItem(expression("a"), true), new OrderItem(expression("b"), false)),
                select.orderBy());
        assertEquals(new Limit(expression("3"), expression("4")), select.limit());
        assertEquals(Locking.Strength.UPDATE, select.locks().getFirst().strength());
    }

    // items

    @Test
    void star_mayBeOfATable() {
        assertEquals(List.of(new SelectItem.Star(null)), select("select * from t").items());
        assertEquals(List.of(new SelectItem.Star(TableName.of("order"))), select("select `order`.* from t").items());
        assertEquals(List.of(new SelectItem.Star(new TableName("k", "order"))),
                select("select k.order.* from t").items());
    }

    @Test
    void starWithoutTable_comesFirst() {
        assertEquals("select *, a, t.* from t", canonical("select *,a,t.* from t"));
        syntaxError("select a, * from t");
        syntaxError("select t.*, * from t");
        syntaxError("select a.b.c.* from t");
    }

    @Test
    void alias_mayBeAName() {
        assertEquals("x", alias("select a x from t"));
        assertEquals("x", alias("select a as `x` from t"));
        assertEquals("select", alias("select a `select` from t"));
        assertEquals("status", alias("select a status from t"));
        assertNull(alias("select a from t"));
    }

    @Test
    void alias_mayBeAString() {
        assertEquals("x y", alias("select a as 'x y' from t"));
        assertEquals("it's", alias("select a \"it's\" from t"));
        assertEquals("x", alias("select 1 'x' from t"));
    }

    @Test
    void stringBehindAString_isNoAlias() {
        assertNull(alias("select 'a' 'b' from t"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"select", "select from t", "select a as from t", "select a as 1 from t", "select a b c",
        "select a,", "select ,a", "select a select", "select all distinct a", "select distinct all a",
        "select a 'b' 'c'", "select a as as b", "select * as b from t", "select t.* b from t"})
    void malformedItems_areRefused(String sql) {
        syntaxError(sql);
    }

    @Test
    void distinctAndAll_standBeforeTheItems() {
        assertEquals(select("select distinct a"), select("select distinctrow a"));
        assertEquals(select("select a"), select("select all a"));
    }

    @Test
    void options_standInAnyOrder() {
        Select select = select("select sql_calc_found_rows straight_join distinct high_priority sql_no_cache"
                + " straight_join sql_big_result a from t");
        assertEquals(List.of(Option.SQL_NO_CACHE, Option.HIGH_PRIORITY, Option.STRAIGHT_JOIN, Option.SQL_BIG_RESULT,
                Option.SQL_CALC_FOUND_ROWS), select.options());
        assertEquals(true, select.distinct());
        assertEquals(List.of(Option.SQL_CACHE, Option.SQL_SMALL_RESULT, Option.SQL_BUFFER_RESULT),
                select("select sql_buffer_result all sql_small_result sql_cache a").options());
        syntaxError("select sql_buffer_result from t");
        syntaxError("select straight_join from t");
    }

    // sequences

    @Test
    void sequence_isAskedForValues() {
        assertEquals(List.of(new SelectItem.NextValues(expression("1"))), select("select next value from s").items());
        assertEquals(select("select next value from k.s"), select("select next 1 values for k.s"));
        assertEquals(List.of(new SelectItem.NextValues(expression(":n"))),
                select("select next :n values from s").items());
        assertEquals(List.of(new SelectItem.NextValues(expression(":v1"))),
                select("select sql_no_cache next ? values from s").items());
    }

    @ParameterizedTest
    @ValueSource(strings = {"select next value", "select next 2 value from s", "select next values from s",
        "select next 1 + 1 values from s", "select next value from s, t", "select next value from s as x",
        "select next value from s where a = 1", "select next value from s limit 1",
        "select next value from s for update",
        "select next value, 1 from s", "select 1, next value from s", "select distinct next value from s",
        "select straight_join next value from s", "select next value from s union select 1",
        "select 1 union select next value from s", "(select next value from s) union select 1", "select next id from t",
        "select next 'a' values from s", "select next value from (select 1) s", "select next value into @a from s",
        "with w as (select 1) select next value from s"})
    void sequenceAmongOtherThings_isRefused(String sql) {
        syntaxError(sql);
    }

    // tables

    @Test
    void from_mayBeLeftOut() {
        assertEquals(select("select 1 from dual"), select("select 1"));
        assertEquals(List.of(), select("select 1").from());
        assertEquals("select 1 from dual where true", canonical("select 1 where true"));
    }

    @Test
    void table_mayHaveAnAlias() {
        assertEquals(select("select 1 from t as x"), select("select 1 from t x"));
        assertEquals("x", ((TableExpression.Table) select("select 1 from t x").from().getFirst()).correlationName());
        assertEquals("t", ((TableExpression.Table) select("select 1 from k.t").from().getFirst()).correlationName());
    }

    @Test
    void tableBehindADot_mayBeReserved() {
        assertEquals("select 1 from k.`order`", canonical("select 1 from k.order"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"select 1 from", "select 1 from where a", "select 1 from select", "select 1 from a.b.c",
        "select 1 from t as", "select 1 from t as 1", "select 1 from 'a'", "select 1 from t x y",
        "select 1 from dual x", "select 1 from t where", "select 1 from t where a b"})
    void malformedTables_areRefused(String sql) {
        syntaxError(sql);
    }

    // grouping and order

    @Test
    void grouping_mayBeRolledUp() {
        assertEquals(new GroupBy(List.of(expression("a"), expression("b")), true),
                select("select 1 from t group by a, b with rollup").groupBy());
        syntaxError("select 1 from t group by a with cube");
        syntaxError("select 1 from t group by a with");
        syntaxError("select 1 from t with rollup");
    }

    @Test
    void windows_haveNames() {
        Select select = select("select 1 from t window w as (partition by a), v as (w order by b)");
        assertEquals(List.of(
                new NamedWindow("w", new Window.Specification(null, List.of(expression("a")), List.of(), null)),
                new NamedWindow("v", new Window.Specification("w", List.of(),
                        List.of(new OrderItem(expression("b"), false)), null))),
                select.windows());
        assertEquals(select, select("select 1 from t window w as (partition by a), window v as (w order by b)"));
        syntaxError("select 1 from t window");
        syntaxError("select 1 from t window w (order by a)");
        syntaxError("select 1 from t window w as (order by a) having b");
    }

    @Test
    void having_needsNoGroup() {
        assertEquals(expression("a"), select("select a from t having a").having());
    }

    @Test
    void ascending_isTheOrder() {
        assertEquals(select("select a from t order by a asc"), select("select a from t order by a"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"select a from t group a", "select a from t group by", "select a from t group by a desc",
        "select a from t order a", "select a from t order by", "select a from t order by a asc desc",
        "select a from t having", "select a from t order by a where b", "select a from t limit 1 order by a",
        "select a from t having a group by b"})
    void malformedClauses_areRefused(String sql) {
        syntaxError(sql);
    }

    // limit

    @Test
    void limit_hasThreeForms() {
        assertEquals(new Limit(null, expression("5")), select("select a from t limit 5").limit());
        assertEquals(new Limit(expression("2"), expression("5")), select("select a from t limit 2, 5").limit());
        assertEquals(select("select a from t limit 2, 5"), select("select a from t limit 5 offset 2"));
    }

    @Test
    void limit_mayBeVariables() {
        assertEquals(new Limit(expression(":a"), expression(":b")), select("select a from t limit :a, :b").limit());
        assertEquals(new Limit(expression("a"), expression("b")), select("select a from t limit a, b").limit());
        assertEquals(new Limit(expression(":v2"), expression(":v3")), select("select ? from t limit ?, ?").limit());
        assertEquals(new Limit(expression(":v2"), expression(":v1")),
                select("select a from t limit ? offset ?").limit());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "1.5", "1e2", "'1'", "@a", "@@a", "1 + 1", "(1)", "null", "1,", "1 offset",
        "1, 2, 3", "1 offset 2 offset 3", "0x1", "18446744073709551616", "::a"})
    void limitThatIsNoNumber_isRefused(String limit) {
        syntaxError("select a from t limit " + limit);
    }

    // locks

    @Test
    void lock_comesLast() {
        assertEquals(Locking.Strength.UPDATE, select("select a from t for update").locks().getFirst().strength());
        assertEquals(Locking.Strength.SHARE, select("select a from t limit 1 for share").locks().getFirst().strength());
        assertEquals(Locking.Strength.SHARE_MODE,
                select("select a from t lock in share mode").locks().getFirst().strength());
        assertEquals(List.of(), select("select a from t").locks());
    }

    @Test
    void locks_mayNameTheirTables() {
        assertEquals(List.of(
                new Locking(Locking.Strength.UPDATE, List.of(TableName.of("a"), new TableName("k", "b")),
                        Locking.WaitPolicy.NOWAIT),
                new Locking(Locking.Strength.SHARE, List.of(), Locking.WaitPolicy.SKIP_LOCKED),
                Locking.of(Locking.Strength.SHARE_MODE)),
                select("select 1 from a, k.b for update of a, k.b nowait for share skip locked lock in share mode")
                        .locks());
    }

    @ParameterizedTest
    @ValueSource(strings = {"for update of", "for update of a,", "for update skip", "for update nowait skip locked",
        "for update nowait of a", "lock in share mode nowait", "for share of a b", "for", "for delete", "lock",
        "lock in", "lock in share", "lock share mode",
        "for update limit 1", "for update where a"})
    void malformedLock_isRefused(String lock) {
        syntaxError("select a from t " + lock);
    }

    // comments

    @Test
    void commentsBehindTheVerb_areKept() {
        assertEquals(List.of("/*vt+ A=1 */", "/* b */"), select("select /*vt+ A=1 */ /* b */ a from t").comments());
        assertEquals(List.of("# x\n"), select("select # x\n a").comments());
    }

    @Test
    void otherComments_areDropped() {
        assertEquals(select("select a from t"), select("/* 1 */ select a /* 2 */ from -- 3\n t # 4"));
    }

    @Test
    void versionComment_isSql() {
        assertEquals(select("select a from t"), select("select /*!40001 a */ from t"));
        assertEquals(select("select a from t"), select("select a /*!99999 , b */ from t"));
        assertNotEquals(select("select a from t"), select("select a /*!80400 , b */ from t"));
    }

    private static Select select(String sql) {
        return (Select) statement(sql);
    }

    private static @Nullable String alias(String sql) {
        return ((SelectItem.Item) select(sql).items().getFirst()).alias();
    }
}
