package dev.shardroute.planner.offset;

import static dev.shardroute.planner.offset.Drafted.d;
import static dev.shardroute.planner.offset.Drafted.expression;
import static dev.shardroute.planner.offset.Drafted.horizon;
import static dev.shardroute.planner.offset.Drafted.item;
import static dev.shardroute.planner.offset.Drafted.ordering;
import static dev.shardroute.planner.offset.Drafted.predicates;
import static dev.shardroute.planner.offset.Drafted.projection;
import static dev.shardroute.planner.offset.Drafted.query;
import static dev.shardroute.planner.offset.Drafted.scatter;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.shardroute.error.ShardrouteException;
import dev.shardroute.planner.Cluster;
import dev.shardroute.planner.operator.Aggregation;
import dev.shardroute.planner.operator.GroupBy;
import dev.shardroute.planner.operator.JoinColumn;
import dev.shardroute.planner.operator.JoinType;
import dev.shardroute.planner.operator.Operator;
import dev.shardroute.planner.operator.Predicate;
import dev.shardroute.planner.operator.Routing;
import dev.shardroute.planner.operator.Routing.VindexOption;
import dev.shardroute.planner.plan.AggregateOpcode;
import dev.shardroute.planner.plan.Opcode;
import dev.shardroute.planner.plan.ValueExpr;
import dev.shardroute.sql.ast.Locking;
import dev.shardroute.sql.ast.SelectItem;
import dev.shardroute.sql.printer.SqlPrinter;
import dev.shardroute.vindex.Vindex;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ShardQueriesTest {
    private final Drafted drafted = new Drafted();

    // tables

    @Test
    void table_losesItsKeyspaceAndKeepsItsAlias() {
        assertEquals("select c.email from customer as c where c.email = 'a'",
                drafted.sql(projection(drafted.table("c", "c.email = 'a'"), "c.email")));
    }

    @Test
    void column_losesItsKeyspace() {
        assertEquals("select c.email from customer as c",
                drafted.sql(projection(drafted.table("c"), "customer.c.email")));
    }

    @Test
    void nothingSelected_selectsOne() {
        assertEquals("select 1 from customer as c", drafted.sql(drafted.table("c")));
    }

    @Test
    void valueBeforeColumn_isTurned() {
        assertEquals("select 1 from customer as c where c.email = 42 and 42 > c.email",
                drafted.sql(drafted.table("c", "42 = c.email", "42 > c.email")));
    }

    // joins

    private Operator join(JoinType type, Operator left, Operator right, String... on) {
        return new Operator.ApplyJoin(left, right, type).withPredicates(Arrays.stream(on)
                .map(Drafted::expression).map(each -> new JoinColumn(each, List.of(), each, false, 0)).toList());
    }

    @Test
    void innerJoin_isAListInTheOrderOfTheStatement() {
        assertEquals(
                "select 1 from customer as c, corder as o where c.email = 'a' and o.x = 1 and c.customer_id = o.id",
                drafted.sql(join(JoinType.INNER, drafted.table("o", "c.email = 'a'"), drafted.table("c", "o.x = 1"),
                        "c.customer_id = o.id")));
    }

    @Test
    void innerJoin_leavesOutConditionsThatAreThere() {
        assertEquals("select 1 from customer as c, corder as o where c.email = 'a'",
                drafted.sql(join(JoinType.INNER, drafted.table("c", "c.email = 'a'"),
                        drafted.table("o", "c.email = 'a'"))));
    }

    @Test
    void leftJoin_overList_isInParentheses() {
        Operator left = join(JoinType.INNER, drafted.table("c"), drafted.table("o"));
        assertEquals("select 1 from (customer as c, corder as o) left join `member` as m on m.id = c.customer_id",
                drafted.sql(join(JoinType.LEFT, left, drafted.table("m"), "m.id = c.customer_id")));
    }

    @Test
    void leftJoin_conditionsOfItsRightSide_decideWhichRowsArePartners() {
        assertEquals("select 1 from customer as c left join (corder as o, `member` as m) on c.customer_id = o.id"
                + " and o.id = m.id",
                drafted.sql(join(JoinType.LEFT, drafted.table("c"),
                        join(JoinType.INNER, drafted.table("o"), drafted.table("m"), "o.id = m.id"),
                        "c.customer_id = o.id")));
    }

    @Test
    void straightJoin_staysOne() {
        assertEquals("select 1 from customer as c straight_join corder as o on c.customer_id = o.id",
                drafted.sql(join(JoinType.STRAIGHT, drafted.table("c"), drafted.table("o"), "c.customer_id = o.id")));
    }

    @Test
    void halfOfJoinPredicate_isLeftOutUnderItsJoin() {
        Operator right = new Operator.Filter(drafted.table("o"),
                List.of(new Predicate(expression(":c_customer_id = o.id"), 7)));
        JoinColumn split = new JoinColumn(expression("c.customer_id = o.id"), List.of(),
                expression(":c_customer_id = o.id"), false, 7);
        assertEquals("select 1 from customer as c, corder as o where c.customer_id = o.id", drafted.sql(
                new Operator.ApplyJoin(drafted.table("c"), right, JoinType.INNER).withPredicates(List.of(split))));
        assertEquals("select 1 from corder as o where o.id = :c_customer_id", drafted.sql(right));
    }

    // queries in queries

    @Test
    void derivedProjection_isATable() {
        assertEquals("select d.email from (select c.email from customer as c) as d",
                drafted.sql(projection(projection(drafted.table("c"), Optional.of(d()), "c.email"), "d.email")));
    }

    @Test
    void derivedHorizon_keepsWhatTheQuerySays() {
        assertEquals("select d.e from (select distinct c.email from customer as c where c.x = 1 group by c.email"
                + " having count(*) > 1 order by c.email asc limit 2) as d(e)",
                drafted.sql(projection(horizon(drafted.table("c", "c.x = 1"), "select distinct c.email from c"
                        + " where c.x = 1 group by c.email having count(*) > 1 order by c.email limit 2",
                        Optional.of(d("e"))), "d.e")));
    }

    @Test
    void derivedTable_comesBeforeTables() {
        Operator derived = projection(drafted.table("m"), Optional.of(d()), "m.id");
        assertEquals("select 1 from (select m.id from `member` as m) as d, customer as c",
                drafted.sql(join(JoinType.INNER, drafted.table("c"), derived)));
    }

    @Test
    void aggregator_groupsByItsKeysAndTheirWeightStrings() {
        SelectItem.Item count = item("count(*)");
        Operator aggregator = new Operator.Aggregator(drafted.table("c"),
                List.of(item("c.email"), count, item("weight_string(c.email)")),
                List.of(new GroupBy(expression("c.email"), 0, 2)),
                List.of(Aggregation.of(AggregateOpcode.COUNT_STAR, count.expression(), count, "").withColumn(1)),
                false, Optional.empty(), Optional.empty(), Optional.empty(), true, false, 0, false, false);
        assertEquals("select c.email, count(*), weight_string(c.email) from customer as c group by c.email,"
                + " weight_string(c.email)", drafted.sql(aggregator));
    }

    @Test
    void filterOnAggregate_isHaving() {
        Operator filter = new Operator.Filter(projection(drafted.table("c"), "c.email"),
                predicates("count(*) > 1", "c.x = 1"));
        assertEquals("select c.email from customer as c where c.x = 1 having count(*) > 1", drafted.sql(filter));
    }

    @Test
    void orderLimitAndDistinct_areAddedInPlace() {
        Operator ordered = ordering(projection(drafted.table("c"), "c.email"), "c.email desc");
        Operator limited = new Operator.LimitRows(new Operator.Distinct(ordered, true),
                Objects.requireNonNull(query("select 1 limit 5").limit()), true, false);
        assertEquals("select distinct c.email from customer as c order by c.email desc limit 5", drafted.sql(limited));
    }

    // clauses that come in another order than those of a SELECT

    private Operator limit(Operator input, String sql) {
        return new Operator.LimitRows(input, Objects.requireNonNull(query("select 1 " + sql).limit()), true, false);
    }

    private Operator derived() {
        return projection(drafted.table("c"), Optional.of(d()), "c.email");
    }

    @Test
    void filterOverLimit_isOneOfTheLimitedRows() {
        assertEquals("select 1 from (select * from (select c.email from customer as c) as d limit 2) as d"
                + " where d.email = 'a'",
                drafted.sql(new Operator.Filter(limit(derived(), "limit 2"), predicates("d.email = 'a'"))));
    }

    @Test
    void joinOfLimit_isOneOfTheLimitedRows() {
        assertEquals("select 1 from (select * from (select c.email from customer as c) as d limit 2) as d, corder as o"
                + " where o.x = d.email",
                drafted.sql(join(JoinType.INNER, limit(derived(), "limit 2"), drafted.table("o"), "o.x = d.email")));
    }

    @Test
    void filterOverLimit_ofNoDerivedTable_isRefused() {
        Operator filter = new Operator.Filter(limit(projection(drafted.table("c"), "c.email"), "limit 2"),
                predicates("c.email = 'a'"));
        assertEquals("VT12001", assertThrows(ShardrouteException.class, () -> drafted.sql(filter)).code().name());
    }

    @Test
    void limitOfLimit_keepsBoth() {
        assertEquals("select * from (select c.email from customer as c limit 2) as dt limit 3",
                drafted.sql(limit(limit(projection(drafted.table("c"), "c.email"), "limit 2"), "limit 3")));
    }

    @Test
    void filterOfWhatIsInside_staysInTheDerivedTable() {
        assertEquals("select 1 from (select c.email from customer as c having count(*) > 1) as d where d.email = 'a'",
                drafted.sql(new Operator.Filter(derived(), predicates("count(*) > 1", "d.email = 'a'"))));
    }

    // unions

    private Operator union(boolean distinct, Operator... sources) {
        return new Operator.Union(List.of(sources), List.of(), List.of(), distinct);
    }

    @Test
    void union_isAChain() {
        Operator arm = projection(drafted.table("c"), "c.email");
        assertEquals("select c.email from customer as c union all select c.email from customer as c"
                + " union select c.email from customer as c order by email asc limit 3",
                drafted.sql(horizon(union(true, union(false, arm, arm), arm),
                        "select c.email from c union all select c.email from c union select c.email from c"
                                + " order by email limit 3",
                        Optional.empty())));
    }

    @Test
    void unionArm_withLimit_isInParentheses() {
        Operator arm = horizon(drafted.table("c"), "select c.email from c limit 1", Optional.empty());
        assertEquals("(select c.email from customer as c limit 1) union all"
                + " (select c.email from customer as c limit 1)", drafted.sql(union(false, arm, arm)));
        assertEquals("(select c.email from customer as c where 1 != 1) union all"
                + " (select c.email from customer as c where 1 != 1)",
                SqlPrinter.fields(ShardQueries.of(union(false, arm, arm), drafted.planning())).text());
    }

    @Test
    void projectionOverUnion_ofOtherColumns_makesItATable() {
        Operator arm = projection(drafted.table("c"), "c.email", "c.customer_id");
        assertEquals("select email, length(email) from (select c.email, c.customer_id from customer as c union all"
                + " select c.email, c.customer_id from customer as c) as dt",
                drafted.sql(projection(union(false, arm, arm), "c.email", "length(c.email)")));
    }

    @Test
    void projectionOverUnion_ofItsColumns_isTheUnion() {
        Operator arm = projection(drafted.table("c"), "c.email");
        assertEquals("select c.email from customer as c union all select c.email from customer as c",
                drafted.sql(projection(union(false, arm, arm), "c.email")));
    }

    // routes

    @Test
    void route_hasItsCommentsAndLocks() {
        Operator.Route route = scatter(projection(drafted.table("c"), "c.email"))
                .with(List.of("/* a */"), List.of(Locking.of(Locking.Strength.UPDATE)));
        assertEquals("select /* a */ c.email from customer as c for update", drafted.sql(route));
    }

    @Test
    void routeByList_hasAVariableForIt() {
        Operator.Table table = drafted.table("c", "c.customer_id in (1, 2)", "c.email in ('a')");
        Vindex hash = Cluster.VSCHEMA.findVindex(Optional.of("customer"), "hash").orElseThrow().vindex();
        VindexOption option = new VindexOption(hash, List.of(new ValueExpr.Tuple(List.of())), List.of(),
                List.of(expression("c.customer_id in (1, 2)")), Opcode.IN, 1, true, true);
        Operator.Route route = new Operator.Route(table, new Routing.Sharded(Drafted.CUSTOMER, List.of(),
                Optional.of(option), Opcode.IN, List.of()));
        assertEquals("select 1 from customer as c where c.customer_id in ::__vals and c.email in ('a')",
                drafted.sql(route));
    }

    @Test
    void fieldQuery_hasColumnsAndGroupsOnly() {
        assertEquals("select d.email from (select c.email from customer as c where 1 != 1 group by c.email) as d"
                + " where 1 != 1",
                SqlPrinter.fields(query("select /* x */ distinct d.email from (select c.email from customer as c"
                        + " where c.x = 1 group by c.email having count(*) > 1 order by c.email limit 1) as d"
                        + " order by d.email limit 3 for update")).text());
    }
}
