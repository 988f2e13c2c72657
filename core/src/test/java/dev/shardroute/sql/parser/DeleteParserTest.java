package dev.shardroute.sql.parser;

import static dev.shardroute.sql.Sql.expression;
import static dev.shardroute.sql.Sql.statement;
import static dev.shardroute.sql.Sql.syntaxError;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.shardroute.sql.ast.Delete;
import dev.shardroute.sql.ast.Limit;
import dev.shardroute.sql.ast.OrderItem;
import dev.shardroute.sql.ast.Select;
import dev.shardroute.sql.ast.TableExpression;
import dev.shardroute.sql.ast.TableName;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DeleteParserTest {
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

    // several tables

    @Test
    void targets_areReadInBothForms() {
        Delete delete = (Delete) statement("delete ignore a, k.b from a join k.b on c where d");
        assertEquals(List.of(TableName.of("a"), new TableName("k", "b")), delete.targets());
        assertEquals(((Select) statement("select 1 from a join k.b on c")).from(), delete.tables());
        assertEquals(expression("d"), delete.where());
        assertEquals(delete, statement("delete ignore from a, k.b using a join k.b on c where d"));
        assertEquals(delete, statement("delete ignore a.*, k.b.* from a join k.b on c where d"));
        assertEquals(delete, statement("delete ignore from a.*, k.b.* using a join k.b on c where d"));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", value = {"delete t from t where a => delete from t where a",
        "delete t.* from t => delete from t", "delete from t using t => delete from t",
        "delete k.t from k.t => delete from k.t", "delete t from k.t => delete from k.t",
        "delete x from t as x where x.a = 1 => delete from t as x where x.a = 1",
        "delete x.* from k.t x => delete from k.t x", "delete t from t partition (p) => delete from t partition (p)"})
    void targetThatIsTheOnlyTable_isLeftOut(String sql, String plain) {
        assertEquals(statement(plain), statement(sql));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", value = {"delete a from a, b => a", "delete t from t as x => t",
        "delete a from b => a", "delete x from (select 1) x => x", "delete t from (t) => t", "delete T from t => T",
        "delete t from t use index (i) => t"})
    void targetThatIsNot_isKept(String sql, String target) {
        assertEquals(List.of(TableName.of(target)), ((Delete) statement(sql)).targets());
    }

    @Test
    void partitionsOfOneTable_standBehindItsAlias() {
        assertEquals(List.of(new TableExpression.Table(TableName.of("t"), List.of("p", "q"), "x", List.of())),
                ((Delete) statement("delete from t as x partition (p, q) where a")).tables());
        syntaxError("delete from t partition (p) x");
    }

    @Test
    void with_standsInFront() {
        Delete delete = (Delete) statement("with w as (select 1) delete t from t, w");
        assertEquals("w", Objects.requireNonNull(delete.with()).tables().getFirst().name());
    }

    @ParameterizedTest
    @ValueSource(strings = {"delete a", "delete a, from a", "delete a, b", "delete a using a", "delete from a, b",
        "delete from a, b where c", "delete from a.*", "delete from a.* where b", "delete a.b.c from d",
        "delete a.b.c.* from d", "delete a from a, b limit 1", "delete a from a, b order by c",
        "delete t from t limit 1", "delete from a using a order by b", "delete from a, b using", "delete a as x from a",
        "delete from a join b", "delete from (a)", "delete from (select 1) x", "delete from t use index (i)",
        "delete a from", "delete from a as x using a", "delete high_priority from t"})
    void malformedDeleteOfSeveral_isRefused(String sql) {
        syntaxError(sql);
    }
}
