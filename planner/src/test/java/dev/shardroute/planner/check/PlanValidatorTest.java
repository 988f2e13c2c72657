package dev.shardroute.planner.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.shardroute.planner.plan.GatewayPrimitive;
import dev.shardroute.planner.plan.JoinedColumn;
import dev.shardroute.planner.plan.KeyColumn;
import dev.shardroute.planner.plan.KeyspaceRef;
import dev.shardroute.planner.plan.Opcode;
import dev.shardroute.planner.plan.Plan;
import dev.shardroute.planner.plan.PlanType;
import dev.shardroute.planner.plan.Primitive;
import dev.shardroute.planner.plan.Primitive.Route;
import dev.shardroute.planner.plan.PulloutOpcode;
import dev.shardroute.planner.plan.QueryType;
import dev.shardroute.planner.plan.RouteOptions;
import dev.shardroute.planner.plan.RoutingParameters;
import dev.shardroute.planner.plan.SortColumn;
import dev.shardroute.sql.SqlParser;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.printer.SqlPrinter;
import dev.shardroute.sql.printer.SqlTemplate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Plans made by hand, each wrong in one way. */
final class PlanValidatorTest {
    private static final SqlParser PARSER = new SqlParser();
    private static final RoutingParameters SCATTER =
            RoutingParameters.of(Opcode.SCATTER, new KeyspaceRef("shop", true));

    private static SqlTemplate sql(String query) {
        return SqlPrinter.template(PARSER.parse(query));
    }

    private static Route route(String query) {
        return new Route(SCATTER, sql(query), sql(query));
    }

    private static void check(String statement, Primitive steps) {
        PlanValidator.check(new Plan(PlanType.COMPLEX, QueryType.SELECT, statement, steps, List.of()));
    }

    /** What is wrong, without the statement. */
    private static String wrong(String statement, Primitive steps) {
        String message = String.valueOf(assertThrows(AssertionError.class, () -> check(statement, steps)).getMessage());
        return message.substring(statement.length() + 2);
    }

    private static GatewayPrimitive.Join join(Primitive right, JoinedColumn column) {
        return new GatewayPrimitive.Join(route("select a, id from t"), right, false, List.of(column),
                Map.of("t_id", 1));
    }

    // columns

    @Test
    void plan_withAllThatItNeeds_isAccepted() {
        check("select a from t join u", join(route("select 1 from u where id = :t_id"), JoinedColumn.left(0)));
    }

    @Test
    void join_ofAColumnThatIsNotThere_isFound() {
        assertEquals("no column 1 in [1]", wrong("select a from t join u",
                join(route("select 1 from u where id = :t_id"), JoinedColumn.right(1))));
    }

    @Test
    void order_byAColumnThatIsNotThere_isFound() {
        List<SortColumn> order = List.of(new SortColumn(KeyColumn.of(1), false));
        assertEquals("no column 1 in [a]",
                wrong("select a from t", new GatewayPrimitive.Sort(route("select a from t"), order, 0)));
        assertEquals("no column 1 in [a]", wrong("select a from t", new Route(SCATTER, sql("select a from t"),
                sql("select a from t"), order, 0, RouteOptions.NONE)));
    }

    @Test
    void filter_ofAColumnThatIsNotThere_isFound() {
        assertEquals("no column 3 in [a]", wrong("select a from t",
                new GatewayPrimitive.Filter(route("select a from t"), new Expression.Offset(3), 0)));
        assertEquals("the gateway cannot evaluate a", wrong("select a from t",
                new GatewayPrimitive.Filter(route("select a from t"), new Expression.Column(null, "a"), 0)));
    }

    @Test
    void moreColumnsThanThereAre_areFound() {
        assertEquals("the first 2 of the columns [a]",
                wrong("select a from t", new GatewayPrimitive.Distinct(route("select a from t"), List.of(), 2)));
    }

    @Test
    void rowsOfOtherColumns_areFound() {
        assertEquals("rows with other columns follow: [[a], [a, b]]",
                wrong("select a from t union all select a from u", new GatewayPrimitive.Concatenate(
                        List.of(route("select a from t"), route("select a, b from u")))));
    }

    // the result

    @Test
    void columns_thatWereNotAskedFor_areFound() {
        assertEquals("the columns [a] are asked for, and these are given: [a, b]",
                wrong("select a from t", route("select a, b from t")));
        assertEquals("the columns [x] are asked for, and these are given: [a]",
                wrong("select a as x from t", route("select a from t")));
    }

    @Test
    void columns_behindAStar_areNotCounted() {
        check("select * from t", route("select a, b from t"));
        check("select a from t", route("select * from t"));
    }

    // variables

    @Test
    void variable_thatNobodyGives_isFound() {
        assertEquals("the variable x has no value in select a from t where id = :x",
                wrong("select a from t", route("select a from t where id = :x")));
        check("select a from t where id = :x", route("select a from t where id = :x"));
        check("select a from t where id = ?", route("select a from t where id = :v1"));
    }

    @Test
    void variable_ofAJoin_isOfItsRightSideOnly() {
        assertEquals("the variable t_id has no value in select a from t where id = :t_id",
                wrong("select a from t join u", new GatewayPrimitive.Join(route("select a from t where id = :t_id"),
                        route("select 1 from u"), false, List.of(JoinedColumn.left(0)), Map.of("t_id", 0))));
    }

    @Test
    void list_ofASubquery_isNoValue() {
        assertEquals("the variable sq has no value in select a from t where id = :sq",
                wrong("select a from t", new GatewayPrimitive.UncorrelatedSubquery(PulloutOpcode.IN, null, "sq",
                        route("select id from u"), route("select a from t where id = :sq"))));
        check("select a from t", new GatewayPrimitive.UncorrelatedSubquery(PulloutOpcode.IN, "rows", "sq",
                route("select id from u"), route("select a from t where :rows and id in ::sq")));
    }

    // names

    @Test
    void column_ofATableThatIsNotThere_isFound() {
        assertEquals("an unknown column u.a in select u.a from t",
                wrong("select t.a from t", route("select u.a from t")));
        assertEquals("an unknown column d.b in select d.b as a from (select a from t) as d",
                wrong("select a from t", route("select d.b as a from (select a from t) as d")));
        assertEquals("an unknown column t.a in select d.a from (select a from t) as d where t.a = 1",
                wrong("select a from t", route("select d.a from (select a from t) as d where t.a = 1")));
    }

    @Test
    void column_ofAnOuterQuery_isThereInASubquery() {
        check("select a from t", route("select a from t where exists (select 1 from u where u.id = t.id)"));
        assertEquals("an unknown column v.id in "
                + "select a from t where exists (select 1 from u where u.id = v.id)",
                wrong("select a from t", route("select a from t where exists (select 1 from u where u.id = v.id)")));
    }

    @Test
    void tablesAndColumns_ofOneName_areFound() {
        assertEquals("two tables called t in select t.a from t, u as t", wrong("select a from t",
                route("select t.a from t, u as t")));
        assertEquals("two columns of d called a in select d.b as a from (select a, a, b from t) as d",
                wrong("select a from t", route("select d.b as a from (select a, a, b from t) as d")));
    }

    @Test
    void queriesOfAUnion_haveAsManyColumns() {
        assertEquals("queries of a UNION have the columns [a] and [a, b] in select a from t union select a, b from u",
                wrong("select a from t", route("select a from t union select a, b from u")));
    }
}
