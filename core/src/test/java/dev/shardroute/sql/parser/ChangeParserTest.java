package dev.shardroute.sql.parser;

import static dev.shardroute.sql.Sql.canonical;
import static dev.shardroute.sql.Sql.expression;
import static dev.shardroute.sql.Sql.statement;
import static dev.shardroute.sql.Sql.syntaxError;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.shardroute.sql.ast.Assignment;
import dev.shardroute.sql.ast.Delete;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Limit;
import dev.shardroute.sql.ast.OrderItem;
import dev.shardroute.sql.ast.TableExpression;
import dev.shardroute.sql.ast.TableName;
import dev.shardroute.sql.ast.Update;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ChangeParserTest {
    // update

    @Test
    void update_hasAllItsParts() {
        Update update = (Update) statement(
                "update /*x*/ ignore k.t as x set a = 1, x.b = default where c = 2 order by d desc limit 3");
        assertEquals(List.of("/*x*/"), update.comments());
        assertEquals(true, update.ignore());
        assertEquals(new TableExpression.Table(new TableName("k", "t"), "x"), update.tables().getFirst());
        assertEquals(
                List.of(new Assignment(new Expression.Column(null, "a"), expression("1")),
                        new Assignment(new Expression.Column(TableName.of("x"), "b"), new Expression.Default(null))),
                update.assignments());
        assertEquals(expression("c = 2"), update.where());
        assertEquals(List.of(new OrderItem(expression("d"), true)), update.orderBy());
        assertEquals(new Limit(null, expression("3")), update.limit());
    }

    @Test
    void update_mayHaveNoCondition() {
        Update update = (Update) statement("update t set a = b");
        assertNull(update.where());
        assertNull(update.limit());
        assertEquals(false, update.ignore());
    }

    @Test
    void equalSignOfAnAssignment_isNoComparison() {
        assertEquals(expression("b = c"),
                ((Update) statement("update t set a = b = c")).assignments().getFirst().value());
    }

    @Test
    void colonEquals_assignsToo() {
        assertEquals("update t set a = 1", canonical("update t set a := 1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"update", "update t", "update t set", "update t set a", "update t set a =",
        "update t set a = 1,", "update t set 1 = 1", "update t set (a) = 1", "update set a = 1",
        "update t set a = 1 where", "update t set a = 1 limit 1, 2", "update t set a = 1 limit 1 offset 2",
        "update t set a = 1 group by b", "update t set a = 1 limit 1 where b", "update t set a = default + 1",
        "update t set a = 1 and default", "update t a b set c = 1", "update t set a = 1 for update"})
    void malformedUpdate_isRefused(String sql) {
        syntaxError(sql);
    }

    // delete

    @Test
    void delete_hasAllItsParts() {
        Delete delete =
                (Delete) statement("delete /*x*/ ignore from k.t x where a = 1 order by b limit :n");
        assertEquals(List.of("/*x*/"), delete.comments());
        assertEquals(true, delete.ignore());
        assertEquals(new TableExpression.Table(new TableName("k", "t"), "x"), delete.tables().getFirst());
        assertEquals(expression("a = 1"), delete.where());
        assertEquals(List.of(new OrderItem(expression("b"), false)), delete.orderBy());
        assertEquals(new Limit(null, expression(":n")), delete.limit());
    }

    @Test
    void delete_mayHaveNoCondition() {
        assertNull(((Delete) statement("delete from t")).where());
    }

    @ParameterizedTest
    @ValueSource(strings = {"delete", "delete from", "delete from where a", "delete from t where", "delete from t a b",
        "delete from t limit 1, 2", "delete from t limit 1 offset 2", "delete from t set a = 1",
        "delete from t group by a", "delete from t limit 1 order by a", "delete from 1", "delete * from t",
        "delete ignore ignore from t"})
    void malformedDelete_isRefused(String sql) {
        syntaxError(sql);
    }
}
