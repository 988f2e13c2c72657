package dev.shardroute.sql.parser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.error.ShardrouteException;
import dev.shardroute.sql.ParserOptions;
import dev.shardroute.sql.SmallStack;
import dev.shardroute.sql.Sql;
import dev.shardroute.sql.ast.Expression.Column;
import dev.shardroute.sql.ast.Nodes;
import dev.shardroute.sql.ast.Select;
import dev.shardroute.sql.ast.SetOperation;
import dev.shardroute.sql.ast.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Queries in queries and tables in tables: on a stack of 512 KiB what is accepted can be worked with. */
final class QueryDepthTest {
    private static final int MANY = 100_000;
    private static final int DEFAULT = ParserOptions.DEFAULT.maxDepth();

    /** How queries nest: what is repeated before and after the innermost, and between the two what that is. */
    private static final Map<String, String> SHAPES = SmallStack.shapes("""
            derived tables: select a from (|select a from t|) as x
            lateral tables: select a from y, lateral (|select a from t|) as x
            joined tables: select a from x join (|select a from t|) as y on b = c
            items: select (|select a from t|)
            lists: select b from x where b in (|select a from t|)
            conditions: select b from x where c and exists (|select a from t|)
            orders: select b from x order by (|select a from t|)
            joins' conditions: select b from x join y on (|select a from t|)
            common tables: with x as (|select a from t|) select b from x
            right operands: select b from x union (|select a from t|)
            left operands: (|select a from t|) union select b from x limit 1
            intersections: (|select a from t| intersect select b from x) except select c from y
            rows: values row((|select a from t|))
            parentheses: (|select a from t|)""");

    @SuppressWarnings("unused") // named in an annotation
    static final List<String> NAMES = List.copyOf(SHAPES.keySet());

    @ParameterizedTest
    @FieldSource("NAMES")
    void tooDeep_isRefused(String name) throws Exception {
        assertTooDeep(nest(name, MANY));
    }

    @ParameterizedTest
    @FieldSource("NAMES")
    void deepestAccepted_isWorkedWith(String name) throws Exception {
        int levels = 0;
        while (isAccepted(nest(name, levels + 1))) {
            levels++;
        }
        assertTrue(levels >= DEFAULT / 4, name + " " + levels);
        workWith(nest(name, levels));
    }

    @Test
    void derivedTables_mayBe50Deep() {
        assertTrue(isAccepted(nest("derived tables", 50)));
        assertTrue(isAccepted("select a from t where b in (" + nest("derived tables", 50) + ")"));
    }

    // joins

    @Test
    void join_isALevel() throws Exception {
        for (String join : List.of(" join t", " join t on a = b", " natural join t", " left join t using (c)")) {
            workWith("select a from t" + join.repeat(DEFAULT - 1));
            assertTooDeep("select a from t" + join.repeat(MANY));
        }
    }

    @Test
    void joinsOnTheRight_areLevels() throws Exception {
        String left = " left join t";
        workWith("select a from t" + left.repeat(DEFAULT - 1) + " on a = b".repeat(DEFAULT - 1));
        assertTooDeep("select a from t" + left.repeat(MANY) + " on a = b".repeat(MANY));
        String deep = "not ".repeat(DEFAULT - 10) + "a";
        assertFalse(isAccepted("select a from t" + left.repeat(20) + " on " + deep + " on a = b".repeat(19)));
    }

    @Test
    void parenthesesAroundTables_areLevels() throws Exception {
        workWith("select a from " + "(".repeat(DEFAULT - 1) + "t" + ")".repeat(DEFAULT - 1));
        workWith("select a from " + "(t join ".repeat(DEFAULT / 2) + "t" + ")".repeat(DEFAULT / 2));
        assertTooDeep("select a from " + "(".repeat(MANY) + "t" + ")".repeat(MANY));
        assertTooDeep("select a from " + "(t join ".repeat(MANY));
    }

    @Test
    void columnsOfJsonTable_areLevels() throws Exception {
        String nested = "nested '$' columns (";
        int levels = DEFAULT - 2;
        workWith("select a from json_table('[]', '$' columns (" + nested.repeat(levels) + "b int path '$'"
                + ")".repeat(levels + 1) + ") as j");
        assertTooDeep("select a from json_table('[]', '$' columns (" + nested.repeat(MANY));
    }

    // long, not deep

    @Test
    void longOperations_areFlat() throws Exception {
        SmallStack.run(() -> {
            assertEquals(MANY, arms("select 1" + " union select 1".repeat(MANY)));
            assertEquals(MANY, arms("select 1" + " intersect select 1".repeat(MANY)));
            assertEquals(MANY, arms("(select 1)" + " except all (select 1)".repeat(MANY)));
            return arms("select 1" + " union select 1 intersect select 2".repeat(MANY));
        });
    }

    @Test
    void longLists_areFlat() throws Exception {
        SmallStack.run(() -> {
            assertEquals(MANY + 1, ((Select) Sql.statement("select 1 from t" + ", t".repeat(MANY))).from().size());
            Sql.statement("with a as (select 1)" + ", a as (select 1)".repeat(MANY) + " select 1");
            Sql.statement("values row(1)" + ", row((select 1))".repeat(MANY));
            return Sql.statement("select 1 from t" + ", t join t on a".repeat(MANY));
        });
    }

    private static int arms(String sql) {
        SetOperation operation = (SetOperation) Sql.statement(sql);
        assertEquals(operation, Sql.statement(sql));
        return operation.arms().size();
    }

    private static void workWith(String sql) throws Exception {
        SmallStack.run(() -> {
            Statement tree = Sql.statement(sql);
            Statement other = Sql.statement(sql);
            assertTrue(tree.equals(other));
            assertEquals(tree.hashCode(), other.hashCode());
            assertEquals(tree, Nodes.rewrite(tree, node -> node));
            assertFalse(tree.equals(
                    Nodes.rewrite(tree, node -> node.equals(new Column(null, "a")) ? new Column(null, "z") : node)));
            assertTrue(Nodes.anyMatch(tree, node -> node.equals(new Column(null, "a"))));
            return tree.toString();
        });
    }

    private static void assertTooDeep(String sql) throws Exception {
        ShardrouteException error = SmallStack.run(
                () -> assertThrows(ShardrouteException.class, () -> Sql.statement(sql)));
        assertEquals(ErrorCode.SR01003, error.code());
    }

    private static boolean isAccepted(String sql) {
        try {
            Sql.statement(sql);
            return true;
        } catch (ShardrouteException refused) {
            return false;
        }
    }

    private static String nest(String name, int levels) {
        String[] parts = String.valueOf(SHAPES.get(name)).split("\\|", -1);
        return parts[0].repeat(levels) + parts[1] + parts[2].repeat(levels);
    }
}
