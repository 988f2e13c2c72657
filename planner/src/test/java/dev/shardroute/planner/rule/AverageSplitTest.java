package dev.shardroute.planner.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.shardroute.planner.Cluster;
import dev.shardroute.planner.operator.Operator;
import org.junit.jupiter.api.Test;

class AverageSplitTest {
    // splits

    @Test
    void average_isASumAndACount() {
        assertEquals("""
                Aggregator `name`, avg(qty) group by `name`
                  Route Scatter of customer
                    Table corder
                => averages are sums and counts
                Projection `name` as name, sum(qty) / count(qty) as avg(qty)
                  Aggregator `name`, sum(qty), count(qty) group by `name`
                    Route Scatter of customer
                      Table corder
                """, Traced.of("select name, avg(qty) from corder group by name")
                .fired(Operator.Aggregator.class, "averages are sums and counts"));
    }

    @Test
    void averages_haveEachTheirOwn() {
        assertEquals("""
                Aggregator avg(qty), min(qty), avg(oid) as a
                  Route Scatter of customer
                    Table corder
                => averages are sums and counts
                Projection sum(qty) / count(qty) as avg(qty), min(qty), sum(oid) / count(oid) as a
                  Aggregator sum(qty), min(qty), sum(oid) as a, count(qty), count(oid)
                    Route Scatter of customer
                      Table corder
                """, Traced.of("select avg(qty), min(qty), avg(oid) as a from corder")
                .fired(Operator.Aggregator.class, "averages are sums and counts"));
    }

    @Test
    void sumOfTheSame_staysItsOwn() {
        assertEquals("""
                Aggregator sum(qty), avg(qty), count(qty)
                  Route Scatter of customer
                    Table corder
                => averages are sums and counts
                Projection sum(qty), sum(qty) / count(qty) as avg(qty), count(qty)
                  Aggregator sum(qty), sum(qty), count(qty), count(qty)
                    Route Scatter of customer
                      Table corder
                """, Traced.of("select sum(qty), avg(qty), count(qty) from corder")
                .fired(Operator.Aggregator.class, "averages are sums and counts"));
    }

    @Test
    void averageInAnExpression_isSplitBelowIt() {
        assertEquals("""
                Projection avg(qty) + 1
                  Projection sum(qty) / count(qty) as avg(qty), 1
                    Aggregator sum(qty), 1, count(qty)
                      Route Scatter of customer
                        Aggregator sum(qty), 1, count(qty)
                          Table corder
                """, Traced.of("select avg(qty) + 1 from corder").tree());
    }

    @Test
    void averageOfADerivedTable_isAColumnOfIt() {
        assertEquals("""
                Projection x
                  Projection t: sum(qty) / count(qty) as x, `name` as name
                    Aggregator sum(qty) as x, `name`, count(qty) group by `name`
                      Route Scatter of customer
                        Ordering `name`
                          Aggregator sum(qty) as x, `name`, count(qty) group by `name`
                            Table corder
                """, Traced.of("select x from (select avg(qty) x, name from corder group by name) t").tree());
    }

    @Test
    void averageOfHaving_isSplit() {
        assertEquals("""
                Filter avg(qty) > 3
                  Projection `name` as name, sum(qty) / count(qty) as avg(qty)
                    Aggregator `name`, sum(qty), count(qty) group by `name`
                      Route Scatter of customer
                        Ordering `name`
                          Aggregator `name`, sum(qty), count(qty) group by `name`
                            Table corder
                """, Traced.of("select name from corder group by name having avg(qty) > 3").tree());
    }

    // what is above it stays there

    @Test
    void orderByAnAverage_isAboveTheDivision() {
        assertEquals("""
                Ordering avg(qty)
                  Projection `name` as name, sum(qty) / count(qty) as avg(qty)
                    Aggregator `name`, sum(qty), count(qty) group by `name`
                      Route Scatter of customer
                        Ordering `name`
                          Aggregator `name`, sum(qty), count(qty) group by `name`
                            Table corder
                """, Traced.of("select name from corder group by name order by avg(qty)").tree());
    }

    @Test
    void filterOfAnAverage_isAboveTheDivision() {
        assertEquals("""
                Projection x
                  Filter x > 3
                    Projection t: sum(qty) / count(qty) as x, `name` as name
                      Aggregator sum(qty) as x, `name`, count(qty) group by `name`
                        Route Scatter of customer
                          Ordering `name`
                            Aggregator sum(qty) as x, `name`, count(qty) group by `name`
                              Table corder
                """,
                Traced.of("select x from (select avg(qty) x, name from corder group by name) t where x > 3").tree());
    }

    @Test
    void filterOfAKeyBesideAnAverage_isBelowIt() {
        assertEquals("""
                Projection x
                  Projection t: sum(qty) / count(qty) as x, `name` as name
                    Aggregator sum(qty) as x, `name`, count(qty) group by `name`
                      Route Scatter of customer
                        Ordering `name`
                          Aggregator sum(qty) as x, `name`, count(qty) group by `name`
                            Table corder where `name` = 'a'
                """, Traced.of("select x from (select avg(qty) x, name from corder group by name) t where name = 'a'")
                .tree());
    }

    // does not split

    @Test
    void averageOfGroupsOnOneShardEach_isTheirs() {
        assertEquals("""
                Route Scatter of customer
                  Aggregator customer_id, avg(qty), avg(distinct oid) group by customer_id
                    Table corder
                """,
                Traced.of("select customer_id, avg(qty), avg(distinct oid) from corder group by customer_id").tree());
    }

    @Test
    void averageOfDifferentValues_isUnsupported() {
        assertEquals("VT12001: unsupported: AVG of DISTINCT values over several shards",
                Cluster.refusal("select avg(distinct qty) from corder"));
    }
}
