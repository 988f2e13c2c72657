package dev.shardroute.planner.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shardroute.planner.operator.JoinType;
import dev.shardroute.planner.operator.Operator;
import dev.shardroute.planner.operator.Operator.Route;
import dev.shardroute.sql.ast.Expressions;
import java.util.List;
import org.junit.jupiter.api.Test;

class MergingTest {
    private static final String NO = "no";

    private static String join(JoinType type, String left, String leftCondition, String right, String rightCondition,
            String predicate) {
        Tables tables = Tables.of(left, right);
        return Merging.join(tables.route(0, leftCondition), tables.route(1, rightCondition),
                Expressions.conjuncts(tables.condition(predicate)), type, tables.planning())
                .map(merged -> tables.describe(merged.routing())).orElse(NO);
    }

    private static String inner(String left, String leftCondition, String right, String rightCondition,
            String predicate) {
        return join(JoinType.INNER, left, leftCondition, right, rightCondition, predicate);
    }

    private static String outer(String left, String leftCondition, String right, String rightCondition,
            String predicate) {
        return join(JoinType.LEFT, left, leftCondition, right, rightCondition, predicate);
    }

    private static String union(boolean distinct, String left, String leftCondition, String right,
            String rightCondition) {
        Tables tables = Tables.of(left, right);
        return Merging.union(tables.route(0, leftCondition), tables.route(1, rightCondition), distinct,
                tables.planning()).map(merged -> tables.describe(merged.routing())).orElse(NO);
    }

    // joins of sharded tables

    @Test
    void tables_thatAreJoinedByTheirVindex_areOne() {
        assertEquals("Scatter user", inner("user.user", "1 = 1", "user.music", "1 = 1", "a.id = b.user_id"));
        assertEquals("Scatter user", inner("user.user", "1 = 1", "user.music", "1 = 1", "b.user_id = a.id"));
        assertEquals("EqualUnique user hash [5]",
                inner("user.user", "1 = 1", "user.music", "b.user_id = 5", "a.id = b.user_id"));
        assertEquals("IN user hash [(5, 6)]",
                inner("user.user", "a.id in (5, 6)", "user.user", "b.id = 5", "a.id = b.id"));
        assertEquals("EqualUnique user mail_map ['x']",
                inner("user.user", "a.id in (5, 6)", "user.user", "b.mail = 'x'", "a.id = b.id"));
    }

    @Test
    void tables_thatAreJoinedByTheFirstColumnOfALookup_areOne() {
        assertEquals("Scatter user", inner("user.pair", "1 = 1", "user.pair", "1 = 1", "a.first = b.first"));
        assertEquals(NO, inner("user.pair", "1 = 1", "user.pair", "1 = 1", "a.second = b.second"));
        assertEquals(NO, inner("user.grid", "1 = 1", "user.grid", "1 = 1", "a.x = b.x"));
    }

    @Test
    void tables_thatAreJoinedOtherwise_areTwo() {
        assertEquals(NO, inner("user.user", "1 = 1", "user.music", "1 = 1", "a.age = b.user_id"));
        assertEquals(NO, inner("user.user", "1 = 1", "user.music", "1 = 1", "a.id > b.user_id"));
        assertEquals(NO, inner("user.user", "1 = 1", "user.page", "1 = 1", "a.id = b.url"));
        assertEquals(NO, inner("user.user", "1 = 1", "user.user", "1 = 1", "a.name = b.name"));
        assertEquals(NO, inner("user.user", "a.name = 'x'", "user.music", "1 = 1", "a.id = b.user_id"));
    }

    @Test
    void tables_ofTheSameValue_areOne() {
        assertEquals("EqualUnique user hash [5]",
                inner("user.user", "a.id = 5", "user.music", "b.user_id = 5", "true"));
        assertEquals("EqualUnique user hash [:v1]",
                inner("user.user", "a.id = :v1", "user.music", "b.user_id = :v1", "true"));
        assertEquals(NO, inner("user.user", "a.id = 5", "user.music", "b.user_id = 6", "true"));
        assertEquals(NO, inner("user.user", "a.id = :v1", "user.music", "b.user_id = :v2", "true"));
        assertEquals(NO, inner("user.pinned", "true", "user.pinned", "true", "true"));
    }

    @Test
    void outerJoin_goesWhereItsLeftSideIs() {
        assertEquals("Scatter user", outer("user.user", "1 = 1", "user.music", "b.user_id = 5", "a.id = b.user_id"));
        assertEquals("EqualUnique user hash [5]",
                outer("user.user", "a.id = 5", "user.music", "1 = 1", "a.id = b.user_id"));
    }

    // joins of others

    @Test
    void dual_goesWithAnything() {
        assertEquals("Scatter user", inner("dual", "true", "user.user", "true", "true"));
        assertEquals("EqualUnique user hash [5]", inner("dual", "true", "user.user", "true", "b.id = 5"));
        assertEquals("Scatter user", inner("user.user", "true", "dual", "true", "true"));
        assertEquals("Unsharded main", inner("dual", "true", "main.plain", "true", "true"));
        assertEquals(NO, outer("dual", "true", "user.user", "true", "true"));
        assertEquals("EqualUnique user hash [5]", outer("dual", "true", "user.user", "true", "b.id = 5"));
    }

    @Test
    void unshardedTables_areOneInTheirKeyspace() {
        assertEquals("Unsharded main", inner("main.plain", "true", "main.country", "true", "true"));
        assertEquals(NO, inner("main.plain", "true", "user.user", "true", "true"));
    }

    @Test
    void referenceTable_goesWithTablesOfEachOfItsKeyspaces() {
        assertEquals("Scatter user", inner("user.country", "true", "user.user", "true", "true"));
        assertEquals("Scatter user", inner("main.country", "true", "user.user", "true", "true"));
        assertEquals("Scatter user", inner("user.user", "true", "main.country", "true", "true"));
        assertEquals("Unsharded main", inner("main.plain", "true", "user.country", "true", "true"));
        assertEquals("Reference user", inner("user.country", "true", "user.country", "true", "true"));
    }

    @Test
    void referenceTables_areOneInEachOfTheirKeyspaces() {
        Tables tables = Tables.of("main.country", "main.country", "user.user");
        Merging.Merged merged = Merging.join(tables.route(0, "true"), tables.route(1, "true"),
                List.of(), JoinType.INNER, tables.planning()).orElseThrow();
        Route route = Merging.joined(merged, List.of(), JoinType.INNER, tables.planning());
        assertEquals("Scatter user", Merging.join(route, tables.route(2, "true"), List.of(), JoinType.INNER,
                tables.planning()).map(both -> tables.describe(both.routing())).orElse(NO));
    }

    @Test
    void outerJoinOfAReferenceTable_isNotRepeatedByEachShard() {
        assertEquals(NO, outer("user.country", "true", "user.user", "true", "true"));
        assertEquals("EqualUnique user hash [5]", outer("user.country", "true", "user.user", "b.id = 5", "true"));
        assertEquals("Scatter user", outer("user.user", "true", "user.country", "true", "true"));
    }

    @Test
    void nothing_joinedIsNothing() {
        assertEquals("None user", inner("user.user", "a.id = null", "user.page", "true", "true"));
        assertEquals("None user", inner("user.page", "true", "user.user", "b.id = null", "true"));
        assertEquals("None user", outer("user.user", "a.id = null", "user.page", "true", "true"));
        assertEquals("Scatter user", outer("user.page", "true", "user.user", "b.id = null", "true"));
        assertEquals(NO, inner("main.plain", "false", "user.user", "true", "true"));
    }

    @Test
    void systemTables_areOneUnlessSchemasDiffer() {
        String system = "information_schema.tables";
        assertEquals("DBA main", inner(system, "a.table_schema = 'x'", system, "b.table_schema = 'x'", "true"));
        assertEquals("DBA main", inner(system, "true", system, "b.table_schema = 'x'", "true"));
        assertEquals(NO, inner(system, "a.table_schema = 'x'", system, "b.table_schema = 'y'", "true"));
        assertEquals(NO, inner(system, "true", "main.plain", "true", "true"));
    }

    @Test
    void sequence_isJoinedByNobody() {
        assertEquals(NO, inner("main.numbers", "true", "main.numbers", "true", "true"));
    }

    @Test
    void join_ofWhatIsNoRoute_isNotMerged() {
        Tables tables = Tables.of("user.user", "user.music");
        Operator join = new Operator.ApplyJoin(tables.route(0, "true"), tables.route(1, "true"), JoinType.INNER);
        assertTrue(Merging.sides(join, tables.route(0, "true")).isEmpty());
    }

    // unions

    @Test
    void union_ofScatters_isOne() {
        assertEquals("Scatter user", union(false, "user.user", "true", "user.page", "true"));
        assertEquals("Scatter user", union(false, "user.user", "true", "user.page", "b.url = 'x'"));
        assertEquals("Scatter user", union(false, "user.user", "a.id = 1", "user.page", "true"));
    }

    @Test
    void union_ofTheSameValues_isOne() {
        assertEquals("EqualUnique user hash [1]", union(false, "user.user", "a.id = 1", "user.music", "b.user_id = 1"));
        assertEquals("IN user hash [(1, 2)]",
                union(false, "user.user", "a.id in (1, 2)", "user.music", "b.user_id in (1, 2)"));
        assertEquals(NO, union(false, "user.user", "a.id = 1", "user.music", "b.user_id = 2"));
        assertEquals(NO, union(false, "user.user", "a.id = 1", "user.music", "b.user_id in (1, 2)"));
    }

    @Test
    void union_withWhatEveryShardHas_isOneWhenRowsCountOnce() {
        assertEquals("Scatter user", union(true, "user.user", "true", "dual", "true"));
        assertEquals("Scatter user", union(true, "user.country", "true", "user.user", "true"));
        assertEquals(NO, union(false, "user.user", "true", "dual", "true"));
        assertEquals(NO, union(false, "user.country", "true", "user.user", "true"));
        assertEquals("EqualUnique user hash [1]", union(false, "user.user", "a.id = 1", "dual", "true"));
    }

    @Test
    void union_withNothing_isTheOther() {
        assertEquals("Scatter user", union(false, "user.user", "true", "user.music", "false"));
        assertEquals("EqualUnique user hash [1]", union(false, "user.music", "false", "user.user", "b.id = 1"));
        assertEquals(NO, union(false, "main.plain", "false", "user.user", "true"));
    }
}
