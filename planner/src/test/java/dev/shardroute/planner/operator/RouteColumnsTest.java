package dev.shardroute.planner.operator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.shardroute.planner.Cluster;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteColumnsTest {
    @ParameterizedTest
    @CsvSource(delimiterString = " => ", textBlock = """
            t    => select distinct t.qty, weight_string(t.qty) from (select qty from corder) as t
            t(a) => select distinct t.a, weight_string(t.a) from (select qty from corder) as t(a)
            """)
    void distinctRowsOfATable_areOfAllItsColumns_whateverIsAskedFor(String table, String query) {
        assertEquals("""
                Complex SELECT (customer.corder)
                  Aggregate Scalar
                    aggregates: count_star(0) AS count(*)
                    Projection
                      expressions: 1 as 1
                      Distinct
                        collations: (0:1)
                        Route Scatter in customer
                          query: %s
                """.formatted(query),
                Cluster.explain("select count(*) from (select distinct qty from corder) " + table));
    }

    @Test
    void rowsThatAreOnlyCounted_haveNoColumns() {
        assertEquals("""
                Complex SELECT (customer.corder)
                  Aggregate Scalar
                    aggregates: count_star(0) AS count(*)
                    Projection
                      expressions: 1 as 1
                      Limit
                        count: 3
                        Route Scatter in customer
                          query: select 1 from (select qty from corder) as t limit 3
                """, Cluster.explain("select count(*) from (select qty from corder limit 3) t"));
    }
}
