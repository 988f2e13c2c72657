package dev.shardroute.planner.phase;

import static dev.shardroute.planner.offset.Drafted.expression;
import static dev.shardroute.planner.offset.Drafted.horizon;
import static dev.shardroute.planner.offset.Drafted.ordering;
import static dev.shardroute.planner.offset.Drafted.predicates;
import static dev.shardroute.planner.offset.Drafted.projection;
import static dev.shardroute.planner.offset.Drafted.scatter;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shardroute.planner.offset.Drafted;
import dev.shardroute.planner.operator.BindVariable;
import dev.shardroute.planner.operator.JoinColumn;
import dev.shardroute.planner.operator.JoinType;
import dev.shardroute.planner.operator.Operator;
import dev.shardroute.planner.operator.Stage;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class TreeChecksTest {
    private final Drafted drafted = new Drafted();
    private final Operator customers = scatter(drafted.table("c"));
    private final Operator orders = scatter(drafted.table("o"));

    @Test
    void assertions_areOnInTests() {
        assertTrue(Rewriter.class.desiredAssertionStatus());
    }

    // columns after a rewrite

    private void rewrite(Operator before, Operator after) {
        assertTrue(TreeChecks.afterRewrite(before, after, drafted.planning()));
    }

    private String badRewrite(Operator before, Operator after) {
        return String.valueOf(assertThrows(AssertionError.class, () -> rewrite(before, after)).getMessage());
    }

    @Test
    void columns_inTheirOrder_mayHaveOthersBehind() {
        Operator before = projection(customers, "c.email", "c.x as y");
        rewrite(before, before);
        rewrite(before, scatter(projection(drafted.table("c"), "c.email", "c.z as y", "c.y")));
    }

    @Test
    void columns_inAnotherOrder_areFound() {
        assertEquals(
                "PHYSICAL_TRANSFORM: rewriting Projection has made of its columns [c.email, c.x] these: [c.x, c.email]",
                badRewrite(projection(customers, "c.email", "c.x"), projection(customers, "c.x", "c.email")));
    }

    @Test
    void columns_thatAreGone_areFound() {
        assertEquals("PHYSICAL_TRANSFORM: rewriting Projection has made of its columns [c.email, c.x] these: [c.email]",
                badRewrite(projection(customers, "c.email", "c.x"), projection(customers, "c.email")));
    }

    @Test
    void columns_ofOtherNames_areFound() {
        drafted.planning().enter(Stage.INITIAL_PLANNING);
        assertEquals("INITIAL_PLANNING: rewriting Ordering has made of its columns [c.x as y] these: [c.z]", badRewrite(
                ordering(projection(customers, "c.x as y"), "c.x"), projection(customers, "c.z")));
    }

    @Test
    void columns_ofJoins_haveNoAliases() {
        Operator.ApplyJoin join = new Operator.ApplyJoin(customers, orders, JoinType.INNER);
        Operator before = projection(join, "c.x as y", "c.x + o.x");
        JoinColumn column = JoinColumn.left(expression("c.x"), expression("c.x"), false);
        JoinColumn sum = JoinColumn.right(expression("c.x + o.x"), expression("o.x"), false);
        rewrite(before, join.withColumns(List.of(column, sum)));
        JoinColumn other = JoinColumn.left(expression("c.email"), expression("c.email"), false);
        assertEquals("PHYSICAL_TRANSFORM: rewriting Projection has made of its columns [c.x as y, c.x + o.x] these: "
                + "[c.email, c.x + o.x]", badRewrite(before, join.withColumns(List.of(other, sum))));
    }

    @Test
    void columns_ofDerivedTables_areThoseThatAreAskedFor() {
        Operator before = horizon(customers, "select c.x, c.email from customer as c", Optional.of(Drafted.d()));
        rewrite(before, projection(customers, Optional.of(Drafted.d()), "c.email"));
    }

    @Test
    void columns_behindStars_areNotKnown() {
        Operator stars = scatter(projection(drafted.table("c"), "c.x"));
        rewrite(horizon(customers, "select * from customer as c", Optional.empty()), stars);
    }

    @Test
    void columns_ofTablesWithoutRoutes_areNotKnown() {
        rewrite(drafted.table("c"), customers);
        rewrite(new Operator.Join(customers, orders, JoinType.INNER, List.of()),
                new Operator.ApplyJoin(customers, orders, JoinType.INNER));
    }

    // operators after a phase

    private void phase(Stage stage, Operator tree) {
        drafted.planning().enter(stage);
        assertTrue(TreeChecks.afterPhase(tree, drafted.planning()));
    }

    private String badPhase(Stage stage, Operator tree) {
        return String.valueOf(assertThrows(AssertionError.class, () -> phase(stage, tree)).getMessage());
    }

    @Test
    void tables_haveRoutesAndJoinsTheirWay_afterTheFirstPhase() {
        assertEquals("PHYSICAL_TRANSFORM: QueryGraph is left", badPhase(Stage.PHYSICAL_TRANSFORM,
                new Operator.QueryGraph(List.of(drafted.table("c").table()), List.of(), List.of())));
        assertEquals("PHYSICAL_TRANSFORM: Join is left", badPhase(Stage.PHYSICAL_TRANSFORM,
                new Operator.Join(customers, orders, JoinType.INNER, List.of())));
        assertEquals("PHYSICAL_TRANSFORM: Table is left", badPhase(Stage.PHYSICAL_TRANSFORM, drafted.table("c")));
        phase(Stage.PHYSICAL_TRANSFORM, customers);
    }

    @Test
    void wholeQueries_areUnderRoutes_afterInitialPlanning() {
        Operator whole = horizon(customers, "select c.x from customer as c", Optional.empty());
        phase(Stage.PHYSICAL_TRANSFORM, whole);
        assertEquals("INITIAL_PLANNING: Horizon is left", badPhase(Stage.INITIAL_PLANNING, whole));
        assertEquals("SUBQUERY_SETTLING: Horizon is left", badPhase(Stage.SUBQUERY_SETTLING, whole));
        phase(Stage.SUBQUERY_SETTLING,
                scatter(horizon(drafted.table("c"), "select c.x from customer as c", Optional.empty())));
    }

    @Test
    void comments_areAtRoutes_afterInitialPlanning() {
        assertEquals("INITIAL_PLANNING: LockAndComment is left", badPhase(Stage.INITIAL_PLANNING,
                new Operator.LockAndComment(customers, List.of("/* a */"), List.of())));
    }

    @Test
    void union_hasNoDistinctOfItsOwn_afterItIsPulledOut() {
        Operator union = new Operator.Union(List.of(customers, orders), List.of(List.of(), List.of()), List.of(), true);
        phase(Stage.INITIAL_PLANNING, union);
        assertEquals("PULL_DISTINCT_FROM_UNION: Union is left", badPhase(Stage.PULL_DISTINCT_FROM_UNION, union));
        phase(Stage.PULL_DISTINCT_FROM_UNION, scatter(union));
    }

    @Test
    void distinct_isRequired_afterThoseThatSpareWorkAreCleanedOut() {
        Operator sparing = new Operator.Distinct(customers, false);
        phase(Stage.INITIAL_PLANNING, sparing);
        assertEquals("CLEAN_OUT_DISTINCT: Distinct is left", badPhase(Stage.CLEAN_OUT_DISTINCT, sparing));
        phase(Stage.CLEAN_OUT_DISTINCT, new Operator.Distinct(customers, true));
    }

    @Test
    void subqueries_haveTheirPlace_afterTheyAreSettled() {
        Operator container = new Operator.SubQueryContainer(customers, List.of());
        phase(Stage.CLEAN_OUT_DISTINCT, container);
        assertEquals("SUBQUERY_SETTLING: SubQueryContainer is left", badPhase(Stage.SUBQUERY_SETTLING, container));
    }

    // inputs after a phase

    @Test
    void columns_ofNoInput_areFound() {
        assertEquals("INITIAL_PLANNING: Filter has o.x = 1, and no input with the tables {1}",
                badPhase(Stage.INITIAL_PLANNING, new Operator.Filter(customers, predicates("o.x = 1"))));
        assertEquals("INITIAL_PLANNING: Projection has o.x, and no input with the tables {1}",
                badPhase(Stage.INITIAL_PLANNING, projection(customers, "c.x", "o.x")));
        assertEquals("INITIAL_PLANNING: Ordering has o.x, and no input with the tables {1}",
                badPhase(Stage.INITIAL_PLANNING, ordering(customers, "o.x")));
    }

    @Test
    void columns_ofNoTableUnderARoute_areFound() {
        assertEquals("INITIAL_PLANNING: Table has o.x = c.x, and no input with the tables {1}",
                badPhase(Stage.INITIAL_PLANNING, scatter(drafted.table("c", "o.x = c.x"))));
    }

    @Test
    void columns_ofTheOtherSideOfAJoin_areFound() {
        Operator.ApplyJoin join = new Operator.ApplyJoin(customers, orders, JoinType.INNER);
        phase(Stage.INITIAL_PLANNING,
                join.withColumns(List.of(JoinColumn.left(expression("c.x"), expression("c.x"), false))));
        assertEquals("INITIAL_PLANNING: ApplyJoin has o.x, and no input with the tables {1}",
                badPhase(Stage.INITIAL_PLANNING, join.withColumns(
                        List.of(JoinColumn.left(expression("o.x"), expression("o.x"), false)))));
        assertEquals("INITIAL_PLANNING: ApplyJoin has o.y, and no input with the tables {1}", badPhase(
                Stage.INITIAL_PLANNING, join.withExtra(List.of(new BindVariable("o_y", expression("o.y"))))));
    }

    @Test
    void hashJoin_comparesColumnsOfEachSide() {
        Operator.HashJoin join = new Operator.HashJoin(customers, orders, false);
        phase(Stage.INITIAL_PLANNING, join.withComparisons(
                List.of(new Operator.HashComparison(expression("c.x"), expression("o.x")))));
        assertEquals("INITIAL_PLANNING: HashJoin has o.x, and no input with the tables {1}",
                badPhase(Stage.INITIAL_PLANNING, join.withComparisons(
                        List.of(new Operator.HashComparison(expression("o.x"), expression("c.x"))))));
    }

    @Test
    void columns_ofADerivedTable_areThereAboveIt() {
        Operator derived = projection(customers, Optional.of(Drafted.d("y")), "c.x");
        phase(Stage.INITIAL_PLANNING, ordering(derived, "d.y"));
        assertEquals("INITIAL_PLANNING: Ordering has d.y, and no input with the tables {3}",
                badPhase(Stage.INITIAL_PLANNING, ordering(projection(customers, "c.x"), "d.y")));
    }
}
