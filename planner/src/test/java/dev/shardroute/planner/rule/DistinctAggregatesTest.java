package dev.shardroute.planner.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.shardroute.planner.Cluster;
import dev.shardroute.planner.operator.Operator;
import org.junit.jupiter.api.Test;

class DistinctAggregatesTest {
    // on the shards

    @Test
    void valuesOfOneShardEach_areCountedThere() {
        assertEquals("""
                Aggregator count(distinct customer_id), sum(distinct customer_id)
                  Route Scatter of customer
                    Table corder
                => each shard aggregates its own rows
                Aggregator count(distinct customer_id), sum(distinct customer_id)
                  Route Scatter of customer
                    Aggregator count(distinct customer_id), sum(distinct customer_id)
                      Table corder
                """, Traced.of("select count(distinct customer_id), sum(distinct customer_id) from corder")
                .fired(Operator.Aggregator.class, "each shard aggregates its own rows"));
    }

    @Test
    void severalArgumentsWithOneOfOneShardEach_areCountedThere() {
        assertEquals("""
                Aggregator count(distinct customer_id, `name`)
                  Route Scatter of customer
                    Table corder
                => each shard aggregates its own rows
                Aggregator count(distinct customer_id, `name`)
                  Route Scatter of customer
                    Aggregator count(distinct customer_id, `name`)
                      Table corder
                """, Traced.of("select count(distinct customer_id, name) from corder")
                .fired(Operator.Aggregator.class, "each shard aggregates its own rows"));
    }

    @Test
    void countsOfShards_areSummedUp() {
        assertEquals("""
                Complex SELECT (customer.corder)
                  Aggregate Scalar
                    aggregates: sum_count_distinct(0) AS count(distinct customer_id), sum_sum_distinct(1) AS sum(distinct \
                customer_id)
                    Route Scatter in customer
                      query: select count(distinct customer_id), sum(distinct customer_id) from corder
                """, Cluster.explain("select count(distinct customer_id), sum(distinct customer_id) from corder"));
    }

    @Test
    void severalFunctionsOfOneShardEach_areCountedThere() {
        assertEquals("""
                Aggregator count(distinct c.customer_id), count(distinct o.customer_id)
                  Route Scatter of customer
                    ApplyJoin inner on c.customer_id = o.customer_id
                      Table customer as c
                      Table corder as o
                => each shard aggregates its own rows
                Aggregator count(distinct c.customer_id), count(distinct o.customer_id)
                  Route Scatter of customer
                    Aggregator count(distinct c.customer_id), count(distinct o.customer_id)
                      ApplyJoin inner on c.customer_id = o.customer_id
                        Table customer as c
                        Table corder as o
                """, Traced
                .of("select count(distinct c.customer_id), count(distinct o.customer_id) from customer c join corder "
                        + "o on c.customer_id = o.customer_id")
                .fired(Operator.Aggregator.class, "each shard aggregates its own rows"));
    }

    @Test
    void rightSideOfALeftJoin_isCountedThere() {
        // NULL, which there may be on several shards, is not counted
        assertEquals("""
                Aggregator count(distinct o.customer_id)
                  Route Scatter of customer
                    ApplyJoin left on c.customer_id = o.customer_id
                      Table customer as c
                      Table corder as o
                => each shard aggregates its own rows
                Aggregator count(distinct o.customer_id)
                  Route Scatter of customer
                    Aggregator count(distinct o.customer_id)
                      ApplyJoin left on c.customer_id = o.customer_id
                        Table customer as c
                        Table corder as o
                """,
                Traced.of("select count(distinct o.customer_id) from customer c left join corder o on c.customer_id = "
                        + "o.customer_id")
                        .fired(Operator.Aggregator.class, "each shard aggregates its own rows"));
    }

    // at the gateway

    @Test
    void otherValues_areKeysOfTheShards() {
        assertEquals("""
                Aggregator count(distinct `name`), sum(distinct `name`), sum(qty)
                  Route Scatter of customer
                    Table corder
                => each shard aggregates its own rows
                Aggregator count(distinct `name`), sum(distinct `name`), sum(qty)
                  Route Scatter of customer
                    Aggregator `name`, `name`, sum(qty) group by `name`
                      Table corder
                """, Traced.of("select count(distinct name), sum(distinct name), sum(qty) from corder")
                .fired(Operator.Aggregator.class, "each shard aggregates its own rows"));
    }

    @Test
    void otherValues_comeInTheirOrder() {
        assertEquals("""
                Complex SELECT (customer.corder)
                  Aggregate Ordered
                    aggregates: count_distinct(1|4) AS count(distinct `name`), sum_count_star(2) AS count(*)
                    group by: (0|3)
                    result columns: 3
                    Route Scatter in customer
                      query: select oid, `name`, count(*), weight_string(oid), weight_string(`name`) from corder group by \
                oid, `name`, weight_string(oid), weight_string(`name`) order by oid asc, `name` asc
                      order by: (0|3) ASC, (1|4) ASC
                """, Cluster.explain("select oid, count(distinct name), count(*) from corder group by oid"));
    }

    @Test
    void valuesOverAJoin_comeInTheirOrder() {
        assertEquals("""
                Complex SELECT (customer.corder, customer.customer)
                  Aggregate Scalar
                    aggregates: count_distinct(0|1) AS count(distinct o.customer_id)
                    result columns: 1
                    Join Join
                      join column indexes: L:0,L:2
                      join vars: {"o_name":1}
                      Route Scatter in customer
                        query: select o.customer_id, o.`name`, weight_string(o.customer_id) from corder as o order by \
                o.customer_id asc
                        order by: (0|2) ASC
                      Route Scatter in customer
                        query: select 1 from customer as c where c.email = :o_name
                """, Cluster
                .explain("select count(distinct o.customer_id) from corder o join customer c on o.name = c.email"));
    }

    @Test
    void leastDifferentValue_isTheLeast() {
        assertEquals("""
                Complex SELECT (customer.corder)
                  Aggregate Scalar
                    aggregates: min(0|2) AS min(distinct qty), max(1|3) AS max(distinct `name`)
                    result columns: 2
                    Route Scatter in customer
                      query: select min(qty) as `min(distinct qty)`, max(`name`) as `max(distinct ``name``)`, \
                weight_string(min(qty)), weight_string(max(`name`)) from corder
                """, Cluster.explain("select min(distinct qty), max(distinct name) from corder"));
    }

    // refuses

    @Test
    void severalArguments_areUnsupported() {
        assertEquals("VT12001: unsupported: a DISTINCT aggregate of several expressions: count(distinct `name`, qty)",
                Cluster.refusal("select count(distinct name, qty) from corder"));
    }

    @Test
    void severalFunctions_areUnsupported() {
        assertEquals("VT12001: unsupported: DISTINCT of several expressions over several shards: count(distinct qty)",
                Cluster.refusal("select count(distinct name), count(distinct qty) from corder"));
    }

    @Test
    void oneOfOneShardEachBesideAnother_isUnsupported() {
        assertEquals("VT12001: unsupported: DISTINCT of several expressions over several shards: sum(distinct `name`)",
                Cluster.refusal("select count(distinct customer_id), sum(distinct name) from corder"));
    }

    @Test
    void severalFunctionsOverAJoin_areUnsupported() {
        assertEquals("VT12001: unsupported: DISTINCT of several expressions over several shards: count(distinct "
                + "o.customer_id)",
                Cluster.refusal(
                        "select count(distinct c.customer_id), count(distinct o.customer_id) from customer c join corder "
                                + "o on c.email = o.name"));
    }

    @Test
    void severalFunctionsOfAUnion_areUnsupported() {
        assertEquals("VT12001: unsupported: DISTINCT of several expressions over several shards: sum(distinct b)",
                Cluster.refusal(
                        "select count(distinct a), sum(distinct b) from (select name a, qty b from corder union all "
                                + "select sku, 1 from product) t"));
    }
}
