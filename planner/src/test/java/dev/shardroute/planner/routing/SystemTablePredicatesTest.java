package dev.shardroute.planner.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shardroute.planner.operator.Operator.Route;
import dev.shardroute.planner.operator.Predicate;
import dev.shardroute.planner.operator.Routing.InfoSchema;
import dev.shardroute.sql.printer.SqlPrinter;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SystemTablePredicatesTest {
    private final Tables tables = Tables.of("information_schema.tables", "information_schema.columns");

    @Test
    void schema_becomesAVariable() {
        Route route = tables.route(0, "a.table_schema = 'ks' and 'ks' = a.TABLE_SCHEMA");
        assertEquals("['ks'] {}", describe(route));
        assertEquals("a.table_schema = :__vtschemaname /* VARCHAR */; a.TABLE_SCHEMA = :__vtschemaname /* VARCHAR */",
                Tables.conditions(route));
    }

    @Test
    void table_becomesAVariable() {
        Route route = tables.route(0, "a.table_name = :v1 and a.table_schema = 'ks'");
        assertEquals("['ks'] {a_table_name=:v1}", describe(route));
        assertEquals("a.`table_name` = :a_table_name /* VARCHAR */; a.table_schema = :__vtschemaname /* VARCHAR */",
                Tables.conditions(route));
    }

    @Test
    void contradiction_staysForTheShard() {
        Route route = tables.route(0, "a.table_name = 'x' and a.table_name = 'y'");
        assertEquals("[] {a_table_name='x'}", describe(route));
        assertEquals("a.`table_name` = :a_table_name /* VARCHAR */; a.`table_name` = 'y'", Tables.conditions(route));
    }

    @Test
    void whatTheShardTells_stays() {
        for (String condition : new String[]{"a.table_schema = database()", "a.`table_name` = b.`table_name`",
            "a.`table_name` > 'x'", "a.table_comment = 'x'"}) {
            Route route = tables.route(0, condition);
            assertEquals("[] {}", describe(route));
            assertEquals(condition, Tables.conditions(route));
        }
    }

    @Test
    void halfOfAJoinPredicate_stays() {
        List<Predicate> half = List.of(new Predicate(tables.condition("a.table_name = :b_table_name"), 1));
        assertEquals(new Routings.Narrowed(InfoSchema.ANY, half),
                Routings.add(half, InfoSchema.ANY, tables.planning()));
    }

    @Test
    void routings_areMergedUnlessSchemasDiffer() {
        InfoSchema none = routing("a.x = 1");
        InfoSchema schema = routing("a.table_schema = 'ks'");
        InfoSchema both = routing("a.table_schema = 'ks' and a.table_name = 't'");
        InfoSchema other = routing("a.table_schema = 'other'");
        assertEquals(both, SystemTablePredicates.merged(none, both).orElseThrow());
        assertEquals(both, SystemTablePredicates.merged(both, none).orElseThrow());
        assertEquals(both, SystemTablePredicates.merged(schema, both).orElseThrow());
        assertTrue(SystemTablePredicates.merged(schema, other).isEmpty());
        assertTrue(SystemTablePredicates.merged(schema, routing("a.table_name = 't'")).isEmpty());
        assertTrue(SystemTablePredicates.merged(routing("a.table_name = 's'"), routing("a.table_name = 't'"))
                .isEmpty());
    }

    private InfoSchema routing(String condition) {
        return (InfoSchema) tables.route(0, condition).routing();
    }

    private static String describe(Route route) {
        InfoSchema routing = (InfoSchema) route.routing();
        return routing.schemas().stream().map(SqlPrinter::print).toList() + " " + routing.tables().entrySet().stream()
                .map(table -> table.getKey() + "=" + SqlPrinter.print(table.getValue()))
                .collect(Collectors.joining(", ", "{", "}"));
    }
}
