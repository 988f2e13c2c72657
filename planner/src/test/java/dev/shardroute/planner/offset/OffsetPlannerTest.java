package dev.shardroute.planner.offset;

import static dev.shardroute.planner.offset.Drafted.expression;
import static dev.shardroute.planner.offset.Drafted.item;
import static dev.shardroute.planner.offset.Drafted.ordering;
import static dev.shardroute.planner.offset.Drafted.predicates;
import static dev.shardroute.planner.offset.Drafted.projection;
import static dev.shardroute.planner.offset.Drafted.scatter;
import static dev.shardroute.planner.offset.Drafted.unsharded;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.shardroute.error.ShardrouteException;
import dev.shardroute.planner.operator.BindVariable;
import dev.shardroute.planner.operator.JoinColumn;
import dev.shardroute.planner.operator.JoinType;
import dev.shardroute.planner.operator.Operator;
import dev.shardroute.planner.operator.ProjectedColumns;
import dev.shardroute.planner.operator.ProjectionColumn;
import dev.shardroute.sql.ast.SelectItem;
import dev.shardroute.sql.printer.SqlPrinter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class OffsetPlannerTest {
    private final Drafted drafted = new Drafted();

    private Operator plan(Operator root, String... items) {
        List<SelectItem> asked = Arrays.stream(items).<SelectItem>map(Drafted::item).toList();
        return OffsetPlanner.plan(root, asked, drafted.planning());
    }

    private Operator.Route customers(String... items) {
        return scatter(projection(drafted.table("c"), items));
    }

    // filters and projections

    @Test
    void filter_fetchesWhatItNeeds_andCutsItOff() {
        Operator.Filter filter = assertInstanceOf(Operator.Filter.class,
                plan(new Operator.Filter(customers("c.email"), predicates("c.x = 1", "c.x = 1")), "c.email"));
        assertEquals("c.x = 1", SqlPrinter.print(filter.evaluated().orElseThrow()));
        assertEquals(1, filter.resultColumns());
        assertEquals("Filter\n  Route: select c.email, c.x from customer as c\n", drafted.tree(filter));
    }

    @Test
    void filter_thatTheGatewayCannotEvaluate_isRefused() {
        Operator filter = new Operator.Filter(customers("c.email"), predicates("c.email sounds like 'a'"));
        assertEquals("VT12001", assertThrows(ShardrouteException.class, () -> plan(filter, "c.email")).code().name());
    }

    @Test
    void projection_takesColumnsOverAndEvaluatesTheRest() {
        Operator.Projection planned = assertInstanceOf(Operator.Projection.class, plan(
                projection(new Operator.Filter(customers(), predicates("c.x = 1")), "c.email", "c.x + 1"),
                "c.email", "c.x + 1"));
        List<ProjectionColumn> columns = ProjectedColumns.known(planned);
        assertInstanceOf(ProjectionColumn.InputColumn.class, columns.get(0).source().orElseThrow());
        assertInstanceOf(ProjectionColumn.Evaluated.class, columns.get(1).source().orElseThrow());
    }

    @Test
    void projectionOfAllColumnsInOrder_goesAway() {
        Operator filter = new Operator.Filter(customers("c.x", "c.email"), predicates("c.x = 1"));
        assertInstanceOf(Operator.Filter.class, plan(projection(filter, "c.x", "c.email"), "c.x", "c.email"));
    }

    // orders

    @Test
    void ordering_ofUnknownType_hasAWeightString() {
        Operator.Ordering planned = assertInstanceOf(Operator.Ordering.class,
                plan(ordering(customers("c.email"), "c.x desc"), "c.email"));
        assertEquals(List.of(1), planned.offsets());
        assertEquals(List.of(2), planned.weightStrings());
        assertEquals(1, planned.resultColumns());
        assertEquals("Ordering\n  Route: select c.email, c.x, weight_string(c.x) from customer as c\n",
                drafted.tree(planned));
    }

    @Test
    void ordering_ofNumbers_hasNone() {
        Operator.Ordering planned = assertInstanceOf(Operator.Ordering.class,
                plan(ordering(customers("c.customer_id"), "c.customer_id"), "c.customer_id"));
        assertEquals(List.of(-1), planned.weightStrings());
    }

    @Test
    void route_ofSeveralShards_mergesInTheirOrder() {
        Operator.Route planned = assertInstanceOf(Operator.Route.class, plan(
                scatter(ordering(projection(drafted.table("c"), "c.email"), "c.customer_id desc", "rand()")),
                "c.email"));
        assertEquals(1, planned.ordering().size());
        assertEquals(1, planned.ordering().getFirst().column());
        assertEquals(1, planned.resultColumns());
        assertEquals("select c.email, c.customer_id from customer as c order by c.customer_id desc, rand()",
                drafted.sql(planned));
    }

    @Test
    void route_ofOneShard_isAsItIs() {
        Operator route = unsharded(ordering(projection(drafted.table("c"), "c.email"), "c.x"));
        assertEquals(route, plan(route, "c.email"));
    }

    @Test
    void distinct_comparesWeightStringsWhereItMust() {
        Operator.Distinct planned = assertInstanceOf(Operator.Distinct.class,
                plan(new Operator.Distinct(customers("c.customer_id", "c.x"), true), "c.customer_id", "c.x"));
        assertEquals(List.of(-1, 2), planned.columns().stream().map(column -> column.weightString()).toList());
        assertEquals(2, planned.resultColumns());
    }

    // joins

    private Operator.ApplyJoin join(List<JoinColumn> columns) {
        JoinColumn predicate = new JoinColumn(expression("c.customer_id = o.id"),
                List.of(new BindVariable("c_customer_id", expression("c.customer_id"))),
                expression(":c_customer_id = o.id"), false, 1);
        Operator right = scatter(projection(drafted.table("o", ":c_customer_id = o.id")));
        return new Operator.ApplyJoin(customers(), right, JoinType.INNER).withColumns(columns)
                .withPredicates(List.of(predicate));
    }

    @Test
    void join_findsItsColumnsAndVariables() {
        Operator.ApplyJoin planned = assertInstanceOf(Operator.ApplyJoin.class, plan(join(List.of(
                JoinColumn.left(expression("c.email"), expression("c.email"), false),
                JoinColumn.right(expression("o.x"), expression("o.x"), false))), "c.email", "o.x"));
        assertEquals(List.of(-1, 0), planned.offsets());
        assertEquals(Map.of("c_customer_id", 1), planned.variables());
        assertEquals("""
                ApplyJoin [c.email, o.x] [-1, 0] {c_customer_id=1}
                  Route: select c.email, c.customer_id from customer as c
                  Route: select o.x from corder as o where o.id = :c_customer_id
                """, drafted.tree(planned));
    }

    @Test
    void join_withoutColumns_getsThoseThatAreAskedFor() {
        Operator.Projection planned =
                assertInstanceOf(Operator.Projection.class, plan(join(List.of()), "c.email", "o.x"));
        assertEquals("""
                Projection [c.email, o.x]
                  ApplyJoin [c.email, o.x] [-2, 0] {c_customer_id=0}
                    Route: select c.customer_id, c.email from customer as c
                    Route: select o.x from corder as o where o.id = :c_customer_id
                """, drafted.tree(planned));
    }

    @Test
    void join_takesInTheProjectionAboveIt() {
        Operator.ApplyJoin join = join(List.of(
                JoinColumn.left(expression("c.email"), expression("c.email"), false),
                JoinColumn.right(expression("o.x"), expression("o.x"), false)));
        Operator planned = plan(projection(join, "o.x", "c.email"), "o.x", "c.email");
        assertEquals(List.of(0, -1), assertInstanceOf(Operator.ApplyJoin.class, planned).offsets());
    }

    // the columns of the statement

    @Test
    void result_underAnotherName_isProjected() {
        Operator.Projection planned = assertInstanceOf(Operator.Projection.class,
                plan(customers("c.email"), "c.email as mail"));
        assertEquals("mail", ProjectedColumns.known(planned).getFirst().original().alias());
    }

    @Test
    void result_withoutName_takesTheOneThatIsThere() {
        Operator route = scatter(projection(drafted.table("c"), "c.x + 1 as y"));
        assertEquals(route, OffsetPlanner.plan(route, List.of(item("c.x + 1")), drafted.planning()));
    }
}
