package dev.shardroute.sql.parser;

import static dev.shardroute.sql.Sql.canonical;
import static dev.shardroute.sql.Sql.expression;
import static dev.shardroute.sql.Sql.statement;
import static dev.shardroute.sql.Sql.syntaxError;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.shardroute.sql.ast.Limit;
import dev.shardroute.sql.ast.Locking;
import dev.shardroute.sql.ast.OrderItem;
import dev.shardroute.sql.ast.Select;
import dev.shardroute.sql.ast.SelectItem;
import dev.shardroute.sql.ast.TableExpression;
import dev.shardroute.sql.ast.TableName;
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

    @ParameterizedTest
    @ValueSource(strings = {"for", "for delete", "lock", "lock in", "lock in share", "lock share mode",
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
