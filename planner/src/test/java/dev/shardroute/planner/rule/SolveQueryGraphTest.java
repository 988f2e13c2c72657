package dev.shardroute.planner.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.error.ShardrouteException;
import dev.shardroute.planner.Cluster;
import dev.shardroute.planner.JoinOrder;
import dev.shardroute.planner.operator.Operator;
import java.util.List;
import org.junit.jupiter.api.Test;

class SolveQueryGraphTest {
    // the cheapest first

    @Test
    void oneTable_isItsRoute() {
        assertEquals("""
                QueryGraph corder where customer_id = 5 and qty > 1
                => in this order
                Route EqualUnique of customer by hash
                  Table corder where customer_id = 5 and qty > 1
                """,
                Traced.of("select oid from corder where customer_id = 5 and qty > 1").fired(Operator.QueryGraph.class));
    }

    @Test
    void tablesOfTheSameShard_areJoinedFirst() {
        assertEquals("""
                QueryGraph corder as c, product as p, member as m on p.sku = c.sku and m.id = c.customer_id
                => in this order
                ApplyJoin inner on p.sku = c.sku
                  Route Unsharded of commerce
                    Table product as p
                  Route Scatter of customer
                    ApplyJoin inner on m.id = c.customer_id
                      Filter :p_sku = c.sku
                        Table corder as c
                      Table member as m
                """,
                Traced.of(
                        "select 1 from corder c, product p, member m where p.sku = c.sku and m.id = " + "c.customer_id")
                        .fired(Operator.QueryGraph.class));
    }

    @Test
    void joinOfTheLowestCost_comesFirst() {
        assertEquals("""
                QueryGraph page as g, corder as c where c.customer_id = 5, member as m on g.title = c.sku and \
                m.`name` = c.sku
                => in this order
                ApplyJoin inner on m.`name` = c.sku
                  Route Scatter of customer
                    Table member as m
                  ApplyJoin inner on g.title = c.sku
                    Route Scatter of customer
                      Table page as g
                    Route EqualUnique of customer by hash
                      Filter :g_title = c.sku
                        Filter :m_name = c.sku
                          Table corder as c where c.customer_id = 5
                """, Traced.of("select 1 from page g, corder c, member m where g.title = c.sku and m.name = c.sku "
                + "and c.customer_id = 5").fired(Operator.QueryGraph.class));
    }

    @Test
    void tablesWithPredicates_areJoinedBeforeCrossJoins() {
        assertEquals("""
                QueryGraph corder as c, product as p, page as g on g.title = c.sku
                => in this order
                ApplyJoin inner
                  Route Unsharded of commerce
                    Table product as p
                  ApplyJoin inner on g.title = c.sku
                    Route Scatter of customer
                      Table corder as c
                    Route Scatter of customer
                      Filter g.title = :c_sku
                        Table page as g
                """, Traced.of("select 1 from corder c, product p, page g where g.title = c.sku")
                .fired(Operator.QueryGraph.class));
    }

    @Test
    void predicateOverThreeTables_isAskedWhereTheyMeet() {
        assertEquals("""
                QueryGraph corder as c, product as p, page as g on g.title = c.sku and c.qty + p.price > g.size
                => in this order
                ApplyJoin inner on c.qty + p.price > g.size
                  Route Unsharded of commerce
                    Table product as p
                  ApplyJoin inner on g.title = c.sku and c.qty + :p_price > g.size
                    Route Scatter of customer
                      Table corder as c
                    Route Scatter of customer
                      Filter g.title = :c_sku
                        Filter :c_qty + :p_price > g.size
                          Table page as g
                """, Traced
                .of("select 1 from corder c, product p, page g where g.title = c.sku and c.qty + p.price " + "> g.size")
                .fired(Operator.QueryGraph.class));
    }

    // in the order of the statement

    @Test
    void leftToRight_keepsTheOrderOfTheStatement() {
        assertEquals("""
                QueryGraph corder as c, product as p, member as m on p.sku = c.sku and m.id = c.customer_id
                => in this order
                ApplyJoin inner on m.id = c.customer_id
                  ApplyJoin inner on p.sku = c.sku
                    Route Scatter of customer
                      Table corder as c
                    Route Unsharded of commerce
                      Filter p.sku = :c_sku
                        Table product as p
                  Route EqualUnique of customer by hash
                    Filter m.id = :c_customer_id
                      Table member as m
                """,
                Traced.of(
                        "select 1 from corder c, product p, member m where p.sku = c.sku and m.id = " + "c.customer_id",
                        JoinOrder.GEN4LEFT2RIGHT).fired(Operator.QueryGraph.class));
    }

    @Test
    void leftToRight_crossJoinsWhereThereIsNoPredicate() {
        assertEquals("""
                QueryGraph corder as c, product as p, page as g on g.title = c.sku
                => in this order
                ApplyJoin inner on g.title = c.sku
                  ApplyJoin inner
                    Route Scatter of customer
                      Table corder as c
                    Route Unsharded of commerce
                      Table product as p
                  Route Scatter of customer
                    Filter g.title = :c_sku
                      Table page as g
                """,
                Traced.of("select 1 from corder c, product p, page g where g.title = c.sku", JoinOrder.GEN4LEFT2RIGHT)
                        .fired(Operator.QueryGraph.class));
    }

    // conditions on no table

    @Test
    void conditionOnNoTable_isAskedOfEach() {
        assertEquals("""
                QueryGraph corder as c, product as p on p.sku = c.sku
                => in this order
                ApplyJoin inner on p.sku = c.sku
                  Route Scatter of customer
                    Filter :flag = 1
                      Table corder as c
                  Route Unsharded of commerce
                    Filter :flag = 1
                      Filter p.sku = :c_sku
                        Table product as p
                """, Traced.of("select 1 from corder c, product p where p.sku = c.sku and :flag = 1")
                .fired(Operator.QueryGraph.class));
    }

    @Test
    void conditionThatNeverHolds_needsNoShard() {
        assertEquals("""
                QueryGraph corder as c, product as p on p.sku = c.sku
                => in this order
                ApplyJoin inner on p.sku = c.sku
                  Route None of customer
                    Filter 0
                      Table corder as c
                  Route None of commerce
                    Filter 0
                      Filter p.sku = :c_sku
                        Table product as p
                """, Traced.of("select 1 from corder c, product p where p.sku = c.sku and 1 = 2")
                .fired(Operator.QueryGraph.class));
    }

    @Test
    void volatileCondition_isAskedOnceForEachPair() {
        assertEquals("""
                QueryGraph corder as c, product as p on p.sku = c.sku
                => in this order
                ApplyJoin inner on p.sku = c.sku
                  Route Scatter of customer
                    Table corder as c
                  Route Unsharded of commerce
                    Filter p.sku = :c_sku
                      Filter rand() < 0.5
                        Table product as p
                """, Traced.of("select 1 from corder c, product p where p.sku = c.sku and rand() < 0.5")
                .fired(Operator.QueryGraph.class));
    }

    @Test
    void volatileCondition_ofShardsThatJoin_isAskedOnce() {
        assertEquals("""
                Scatter SELECT (customer.corder, customer.member)
                  Route Scatter in customer
                    query: select c.oid from corder as c, `member` as m where rand() < 0.5 and m.id = c.customer_id
                """,
                Cluster.explain("select c.oid from corder c, member m where m.id = c.customer_id and rand() < 0.5"));
    }

    @Test
    void volatileCondition_ofOneTable_isPartOfItsRoute() {
        assertEquals("""
                QueryGraph corder as c
                => in this order
                Route Scatter of customer
                  Filter rand() < 0.5
                    Table corder as c
                """, Traced.of("select 1 from corder c where rand() < 0.5").fired(Operator.QueryGraph.class));
    }

    @Test
    void volatileCondition_aboveAnOuterJoin_isNotForTheGateway() {
        assertEquals("VT12001: unsupported: evaluation above the shards of rand() < 0.5",
                Cluster.refusal("select c.oid from corder c left join product p on p.sku = c.sku where rand() < 0.5"));
    }

    @Test
    void volatileCondition_aboveAnOuterJoinOfTheShards_isPartOfTheRoute() {
        assertEquals("""
                Scatter SELECT (customer.corder, customer.member)
                  Route Scatter in customer
                    query: select c.oid from corder as c left join `member` as m on m.id = c.customer_id where \
                rand() < 0.5
                """, Cluster.explain(
                "select c.oid from corder c left join member m on m.id = c.customer_id where rand() " + "< 0.5"));
    }

    @Test
    void withoutTables_isABug() {
        Traced traced = Traced.of("select 1 from corder", JoinOrder.GEN4LEFT2RIGHT);
        Operator.QueryGraph empty = new Operator.QueryGraph(List.of(), List.of(), List.of());
        ShardrouteException error =
                assertThrows(ShardrouteException.class, () -> SolveQueryGraph.apply(empty, traced.planning()));
        assertEquals(ErrorCode.VT13001, error.code());
    }
}
