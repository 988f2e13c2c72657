package dev.shardroute.planner.rule;

import static dev.shardroute.planner.offset.Drafted.d;
import static dev.shardroute.planner.offset.Drafted.expression;
import static dev.shardroute.planner.offset.Drafted.item;
import static dev.shardroute.planner.offset.Drafted.projection;
import static dev.shardroute.planner.offset.Drafted.query;
import static dev.shardroute.planner.offset.Drafted.scatter;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.shardroute.planner.offset.Drafted;
import dev.shardroute.planner.operator.BindVariable;
import dev.shardroute.planner.operator.JoinColumn;
import dev.shardroute.planner.operator.JoinType;
import dev.shardroute.planner.operator.Operator;
import dev.shardroute.planner.operator.ProjectionColumn;
import dev.shardroute.planner.operator.ProjectionColumns;
import dev.shardroute.planner.operator.Rewrite;
import dev.shardroute.planner.operator.Stage;
import dev.shardroute.sql.ast.SelectItem;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class PushProjectionTest {
    private final Drafted drafted = new Drafted();

    private Rewrite apply(Operator.Projection projection) {
        return PushProjection.apply(projection, drafted.planning());
    }

    private String rewritten(Operator.Projection projection) {
        return drafted.tree(assertInstanceOf(Rewrite.To.class, apply(projection)).next());
    }

    private String reason(Operator.Projection projection) {
        return assertInstanceOf(Rewrite.Keep.class, apply(projection)).why();
    }

    private Operator.Route route(String table) {
        return scatter(drafted.table(table));
    }

    private Operator.ApplyJoin join(JoinType type) {
        return new Operator.ApplyJoin(route("c"), route("o"), type);
    }

    // routes and limits

    @Test
    void overRoute_goesUnderIt() {
        assertEquals("Route: select c.email from customer as c\n", rewritten(projection(route("c"), "c.email")));
    }

    @Test
    void overLimit_goesUnderIt() {
        Operator limit = new Operator.LimitRows(route("c"),
                Objects.requireNonNull(query("select 1 limit 3").limit()), true, false);
        assertEquals("""
                LimitRows
                  Projection [c.email]
                    Route: select 1 from customer as c
                """, rewritten(projection(limit, "c.email")));
    }

    @Test
    void withStar_goesUnderRoute() {
        Operator.Projection stars = new Operator.Projection(route("c"),
                new ProjectionColumns.Stars(List.of(new SelectItem.Star(null))), Optional.empty());
        assertEquals("Route: select * from customer as c\n", rewritten(stars));
    }

    @Test
    void thatOnlyTakesOver_goesAway() {
        Operator.Projection taken = new Operator.Projection(route("c"), new ProjectionColumns.Known(List.of(
                ProjectionColumn.of(item("c.email")).from(new ProjectionColumn.InputColumn(0)))), Optional.empty());
        assertEquals("Route: select 1 from customer as c\n", rewritten(taken));
    }

    @Test
    void overFilter_stays() {
        Operator filter = new Operator.Filter(route("c"), Drafted.predicates("c.x = 1"));
        assertEquals("it cannot be under Filter", reason(projection(filter, "c.email")));
    }

    // joins

    @Test
    void overJoin_isSplit() {
        assertEquals("""
                ApplyJoin [c.email, o.x] [] {}
                  Projection [c.email]
                    Route: select 1 from customer as c
                  Projection [o.x]
                    Route: select 1 from corder as o
                """, rewritten(projection(join(JoinType.INNER), "c.email", "o.x")));
    }

    @Test
    void overJoin_expressionOfBothSides_isOneOfTheRightSide() {
        assertEquals("""
                ApplyJoin [c.a + o.x] [] {}
                  Projection [c.a]
                    Route: select 1 from customer as c
                  Projection [:c_a + o.x]
                    Route: select 1 from corder as o
                """, rewritten(projection(join(JoinType.INNER), "c.a + o.x")));
    }

    @Test
    void overOuterJoin_columnsOnly_isSplit() {
        assertInstanceOf(Rewrite.To.class, apply(projection(join(JoinType.LEFT), "c.email", "o.x")));
    }

    @Test
    void overOuterJoin_withExpression_stays() {
        assertEquals("an expression need not be NULL where a row has no partner",
                reason(projection(join(JoinType.LEFT), "coalesce(o.x, 1)")));
    }

    @Test
    void overJoin_withStar_stays() {
        Operator.Projection stars = new Operator.Projection(join(JoinType.INNER),
                new ProjectionColumns.Stars(List.of(new SelectItem.Star(null))), Optional.empty());
        assertEquals("a star hides its columns", reason(stars));
    }

    @Test
    void overJoin_ofAggregation_stays() {
        Operator.Projection projection = new Operator.Projection(join(JoinType.INNER),
                new ProjectionColumns.Known(List.of(ProjectionColumn.of(item("c.email")))), Optional.empty(), true);
        assertEquals("it puts parts of an aggregation together", reason(projection));
    }

    @Test
    void derivedOverJoin_makesBothSidesTheTable_andShowsWhatTheJoinNeeds() {
        JoinColumn predicate = new JoinColumn(expression("c.customer_id = o.id"),
                List.of(new BindVariable("c_customer_id", expression("c.customer_id"))),
                expression(":c_customer_id = o.id"), false, 1);
        Operator.ApplyJoin join = join(JoinType.INNER).withPredicates(List.of(predicate));
        Rewrite.To to = assertInstanceOf(Rewrite.To.class, apply(projection(join, Optional.of(d()), "c.email")));
        assertEquals("""
                ApplyJoin [d.email] [] {}
                  Projection [c.email, c.customer_id]
                    Route: select 1 from customer as c
                  Route: select 1 from corder as o
                """, drafted.tree(to.next()));
        JoinColumn exposed = ((Operator.ApplyJoin) to.next()).predicates().getFirst();
        assertEquals(List.of(new BindVariable("c_customer_id", expression("d.`c.customer_id`"))), exposed.left());
    }

    @Test
    void overHashJoin_isItsColumns() {
        Operator.HashJoin join = new Operator.HashJoin(route("c"), route("o"), false);
        Rewrite.To to = assertInstanceOf(Rewrite.To.class, apply(projection(join, "c.email", "o.x")));
        assertEquals(List.of(expression("c.email"), expression("o.x")),
                ((Operator.HashJoin) to.next()).columns().stream().map(Operator.HashColumn::expression).toList());
    }

    @Test
    void derivedOverHashJoin_stays() {
        Operator.HashJoin join = new Operator.HashJoin(route("c"), route("o"), false);
        assertEquals("a hash join is no derived table", reason(projection(join, Optional.of(d()), "c.email")));
    }

    // subqueries

    @Test
    void overContainer_goesBesideTheSubqueries() {
        assertEquals("""
                SubQueryContainer
                  Projection [c.email]
                    Route: select 1 from customer as c
                """, rewritten(projection(new Operator.SubQueryContainer(route("c"), List.of()), "c.email")));
    }

    @Test
    void overContainer_ofOtherTables_stays() {
        assertEquals("it needs more than the outer query",
                reason(projection(new Operator.SubQueryContainer(route("c"), List.of()), "o.x")));
    }

    @Test
    void withSubqueries_waitsUntilTheyHaveTheirPlace() {
        Operator.Projection projection = new Operator.Projection(join(JoinType.INNER),
                new ProjectionColumns.Known(List.of(ProjectionColumn.of(item(":__sq1"))
                        .from(new ProjectionColumn.Subqueries(List.of())))),
                Optional.empty());
        assertEquals("its subqueries have no place yet", reason(projection));
        drafted.planning().enter(Stage.SUBQUERY_SETTLING);
        assertInstanceOf(Rewrite.To.class, apply(projection));
    }
}
