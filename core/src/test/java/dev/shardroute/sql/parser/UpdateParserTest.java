package dev.shardroute.sql.parser;

import static dev.shardroute.sql.Sql.canonical;
import static dev.shardroute.sql.Sql.expression;
import static dev.shardroute.sql.Sql.statement;
import static dev.shardroute.sql.Sql.syntaxError;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.shardroute.sql.ast.Assignment;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Limit;
import dev.shardroute.sql.ast.OrderItem;
import dev.shardroute.sql.ast.Select;
import dev.shardroute.sql.ast.TableExpression;
import dev.shardroute.sql.ast.TableName;
import dev.shardroute.sql.ast.Update;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class UpdateParserTest {
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

    @Test
    void tables_mayBeSeveral() {
        Update update = (Update) statement("update a, b as x join c on d set a.e = x.f, c.g = 1 where h");
        assertEquals(((Select) statement("select 1 from a, b as x join c on d")).from(), update.tables());
        assertEquals(2, update.assignments().size());
        assertEquals(List.of(), update.orderBy());
        assertNull(update.limit());
        statement("update (a, b) set c = 1");
        statement("update t partition (p) use index (i) set a = 1 order by b limit 1");
        statement("update (select 1) x set a = 1");
    }

    @Test
    void with_standsInFront() {
        Update update = (Update) statement("with w as (select 1) update t, w set a = 1");
        assertEquals("w", Objects.requireNonNull(update.with()).tables().getFirst().name());
    }

    /** MySQL orders and limits what is changed in one table only. */
    @ParameterizedTest
    @ValueSource(strings = {"update a, b set c = 1 order by d", "update a, b set c = 1 limit 1",
        "update a join b set c = 1 limit 1", "update (a, b) set c = 1 limit 1",
        "update ((a join b)) set c = 1 order by d",
        "update a, b set", "update a, set b = 1", "update t high_priority set a = 1",
        "update high_priority t set a = 1",
        "update t set a = 1 returning b", "update t set a = 1, b = 2, where c", "update t set a.b.c.d = 1",
        "update ignore low_priority t set a = 1"})
    void whatOneTableHas_isRefusedForSeveral(String sql) {
        syntaxError(sql);
    }
}
