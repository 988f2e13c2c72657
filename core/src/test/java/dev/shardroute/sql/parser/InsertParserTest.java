package dev.shardroute.sql.parser;

import static dev.shardroute.sql.Sql.canonical;
import static dev.shardroute.sql.Sql.expression;
import static dev.shardroute.sql.Sql.refused;
import static dev.shardroute.sql.Sql.statement;
import static dev.shardroute.sql.Sql.syntaxError;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.sql.Sql;
import dev.shardroute.sql.ast.Assignment;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Insert;
import dev.shardroute.sql.ast.InsertSource;
import dev.shardroute.sql.ast.TableName;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
