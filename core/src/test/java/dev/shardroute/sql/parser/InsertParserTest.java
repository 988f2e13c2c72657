package dev.shardroute.sql.parser;

import static dev.shardroute.sql.Sql.canonical;
import static dev.shardroute.sql.Sql.expression;
import static dev.shardroute.sql.Sql.refused;
import static dev.shardroute.sql.Sql.statement;
import static dev.shardroute.sql.Sql.syntaxError;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.sql.Sql;
import dev.shardroute.sql.ast.Assignment;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Insert;
import dev.shardroute.sql.ast.InsertSource;
import dev.shardroute.sql.ast.Query;
import dev.shardroute.sql.ast.RowAlias;
import dev.shardroute.sql.ast.TableName;
import dev.shardroute.sql.ast.ValuesRows;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class InsertParserTest {
    @Test
    void insert_hasAllItsParts() {
        Insert insert = insert("insert /*x*/ ignore into k.t(a, `b`) values (1, default), (?, f(2)) "
                + "on duplicate key update a = values(a), t.b := default");
        assertEquals(List.of("/*x*/"), insert.comments());
        assertEquals(false, insert.replace());
        assertEquals(true, insert.ignore());
        assertEquals(new TableName("k", "t"), insert.table());
        assertEquals(List.of("a", "b"), insert.columns());
        assertEquals(List.of(List.of(expression("1"), new Expression.Default(null)),
                List.of(expression(":v1"), expression("f(2)"))), Sql.rows(insert));
        assertEquals(List.of(new Assignment(new Expression.Column(null, "a"), expression("values(a)")),
                new Assignment(new Expression.Column(TableName.of("t"), "b"), new Expression.Default(null))),
                insert.onDuplicate());
    }

    @Test
    void replace_isAnInsertThatReplaces() {
        Insert replace = insert("replace t(a) value (1)");
        assertEquals(true, replace.replace());
        assertEquals("replace into t(a) values (1)", canonical("replace t (a) value (1)"));
        syntaxError("replace ignore into t values (1)");
        syntaxError("replace into t values (1) on duplicate key update a = 1");
    }

    @Test
    void insertSet_isOneRow() {
        assertEquals(insert("insert into t(a, b) values (1, default) on duplicate key update a = 2"),
                insert("insert t set a = 1, t.b = default on duplicate key update a = 2"));
        assertEquals(insert("replace into t(a) values (1)"), insert("replace into t set a = 1"));
    }

    @Test
    void columns_mayBeLeftOut() {
        assertEquals(List.of(), insert("insert into t values (1, 2)").columns());
        assertEquals(insert("insert into t values ()"), insert("insert into t() values ()"));
        assertEquals(List.of(List.of(), List.of()), Sql.rows(insert("insert into t values (), ()")));
    }

    @Test
    void columns_mayNameTheirTable() {
        assertEquals(insert("insert into k.t(a, b) values (1, 2)"),
                insert("insert into k.t(t.a, k.t.b) values (1, 2)"));
        assertEquals(ErrorCode.VT12001, refused("insert into t(x.a) values (1)").code());
        assertEquals(ErrorCode.VT12001, refused("insert into k.t(x.t.a) values (1)").code());
        assertEquals(ErrorCode.VT12001, refused("insert into t set x.a = 1").code());
    }

    @Test
    void rows_mayDifferInLength() {
        assertEquals(List.of(List.of(expression("1")), List.of(expression("1"), expression("2"))),
                Sql.rows(insert("insert into t values (1), (1, 2)")));
    }

    @Test
    void rows_cannotBeChanged() {
        List<Expression> row = new ArrayList<>(List.of(expression("1")));
        Insert insert = insert("insert into t values (1)").with(TableName.of("t"), List.of(),
                new InsertSource.Rows(List.of(row)));
        row.clear();
        assertEquals(List.of(List.of(expression("1"))), Sql.rows(insert));
        assertThrows(UnsupportedOperationException.class, () -> Sql.rows(insert).getFirst().clear());
    }

    @Test
    void partitions_standBehindTheTable() {
        Insert insert = insert("insert into k.t partition (p, q) (a) values (1)");
        assertEquals(List.of("p", "q"), insert.partitions());
        assertEquals(List.of("a"), insert.columns());
        assertEquals(List.of("p"), insert("replace into t partition (p) set a = 1").partitions());
    }

    @Test
    void newRow_mayHaveAName() {
        assertEquals(new RowAlias("n", List.of()),
                insert("insert into t values (1) as n on duplicate key update a = n.a").alias());
        assertEquals(new RowAlias("n", List.of("x", "y")), insert("insert into t set a = 1 as n(x, y)").alias());
        assertNull(insert("insert into t values (1)").alias());
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", value = {"select 1 => select 1", "(select 1) => select 1",
        "((select 1)) => select 1", "(select 1) union (select 2) => select 1 union select 2",
        "(select 1) limit 2 => select 1 limit 2", "with w as (select 1) select 2 => with w as (select 1) select 2",
        "(with w as (select 1) select 2) => with w as (select 1) select 2", "table u => table u",
        "values row(1), row(2) => values row(1), row(2)", "values ::rows => values ::rows",
        "select 1 from a join b for update => select 1 from a join b for update"})
    void rows_mayBeThoseOfAQuery(String source, String query) {
        InsertSource rows = new InsertSource.FromQuery((Query) statement(query));
        assertEquals(rows, insert("insert into t " + source).source());
        assertEquals(rows, insert("insert into t(a, b) " + source).source());
        assertEquals(rows, insert("insert into t() " + source).source());
        assertEquals(rows, insert("replace into t partition (p) " + source).source());
        assertEquals(insert("insert into t " + query + " on duplicate key update a = 1"),
                insert("insert into t " + source + " on duplicate key update a = 1"));
    }

    @Test
    void rowsOfValues_mayBeDefaults() {
        Insert insert = insert("insert into t values row(1, default), row()");
        assertEquals(List.of(List.of(expression("1"), new Expression.Default(null)), List.of()),
                ((ValuesRows) ((InsertSource.FromQuery) insert.source()).query()).rows());
    }

    @ParameterizedTest
    @ValueSource(strings = {"insert into t select 1 as n on duplicate key update a = 1 as m",
        "insert into t(a) (select 1) as n on duplicate key update a = 1", "insert into t values row(1) as n",
        "replace into t values (1) as n", "replace into t select 1 on duplicate key update a = 1",
        "insert into t values (1), row(2)", "insert into t value row(1)", "insert into t (select 1",
        "insert into t (a) select", "insert into t (a, select 1)", "insert into t values (select 1)",
        "insert into t partition () values (1)", "insert into t values (1) as",
        "insert into t values (1) as n()", "insert into t values (1) n", "insert into t set a = 1 select 2",
        "insert into t select 1 from b join c on duplicate key update a = 1",
        "with w as (select 1) insert into t select 2",
        "insert into t (t.*) values (1)", "insert into t values (1) union select 2"})
    void malformedSource_isRefused(String sql) {
        syntaxError(sql);
    }

    @ParameterizedTest
    @ValueSource(strings = {"insert", "insert into", "insert into t", "insert into t()", "insert into t(a)",
        "insert into t values", "insert into t values 1", "insert into t values (1", "insert into t values (1,)",
        "insert into t values (1),", "insert into t(a,) values (1)", "insert into t(1) values (1)",
        "insert into t values (1) values (2)", "insert into t x values (1)", "insert into t set a",
        "insert into t set a = 1, values (2)", "insert into t set (a) = 1", "insert ignore ignore into t values (1)",
        "insert into t values (1) on duplicate", "insert into t values (1) on duplicate key update",
        "insert into t values (1) on duplicate key update a", "insert into t values (1) where a = 1",
        "insert into t values (default + 1)", "insert into t values (a = default)", "insert into t values ((1, ))"})
    void malformedInsert_isRefused(String sql) {
        syntaxError(sql);
    }

    private static Insert insert(String sql) {
        return (Insert) statement(sql);
    }
}
