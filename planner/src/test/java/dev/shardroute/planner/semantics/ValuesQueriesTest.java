package dev.shardroute.planner.semantics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.shardroute.planner.Cluster;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValuesQueriesTest {
    @ParameterizedTest
    @CsvSource(delimiterString = " => ", quoteCharacter = '~', textBlock = """
            values row(1, 2) => select 1 as column_0, 2 as column_1 from dual
            values row(1, 'b'), row(3, 4) order by column_0 desc limit 1 => select 1 as column_0, 'b' as column_1 \
            from dual union all select 3, 4 from dual order by column_0 desc limit 1
            select * from (values row(1, 2), row(3, 4)) t(a, b) => select a, b from (select 1 as column_0, 2 as \
            column_1 from dual union all select 3, 4 from dual) as t(a, b)
            values row(1), row(2) union values row(2), row(3) => select 1 as column_0 from dual union all \
            select 2 from dual union select 2 from dual union select 3 from dual
            """)
    void values_areSelected(String sql, String query) {
        assertEquals("""
                Passthrough SELECT (commerce.dual)
                  Route Reference in commerce
                    query: %s
                """.formatted(query), Cluster.explain(sql));
    }

    @Test
    void values_inATable_areJoinedOnEachShard() {
        assertEquals("""
                Scatter SELECT (commerce.dual, customer.corder)
                  Route Scatter in customer
                    query: select t.b, c.oid from (select 1 as column_0, 2 as column_1 from dual union all select 3, 4 from \
                dual) as t(a, b), corder as c where c.customer_id = t.a
                """, Cluster.explain("select t.b, c.oid from (values row(1, 2), row(3, 4)) t(a, b) "
                + "join corder c on c.customer_id = t.a"));
    }

    @Test
    void values_inAnUnshardedKeyspace_areSentAsTheyAre() {
        assertEquals("""
                Passthrough SELECT (commerce.product)
                  Route Unsharded in commerce
                    query: select * from (values row(1)) as t, product
                """, Cluster.explain("select * from (values row(1)) t, product"));
    }

    @Test
    void rows_ofAnotherLength_areRefused() {
        assertEquals("VT03006: the number of columns does not match the number of values",
                Cluster.refusal("values row(1, 2), row(3)"));
        assertEquals("VT03006: the number of columns does not match the number of values",
                Cluster.refusal("select 1, 2 union all values row(1, 2), row(3)"));
    }
}
