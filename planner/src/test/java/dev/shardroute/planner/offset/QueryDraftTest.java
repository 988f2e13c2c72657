package dev.shardroute.planner.offset;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.shardroute.planner.Cluster;
import org.junit.jupiter.api.Test;

class QueryDraftTest {
    @Test
    void distinctRowsOfATable_areOfAllItsColumns_whateverIsAskedFor() {
        assertEquals("""
                Complex SELECT (customer.corder)
                  Aggregate Scalar
                    aggregates: count_star(0) AS count(*)
                    Projection
                      expressions: 1 as 1
                      Distinct
                        collations: (0:1)
                        Route Scatter in customer
                          query: select distinct * from (select qty, weight_string(qty) from corder) as t
                """, Cluster.explain("select count(*) from (select distinct qty from corder) t"));
    }
}
