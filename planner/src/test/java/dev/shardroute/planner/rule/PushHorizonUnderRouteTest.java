package dev.shardroute.planner.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shardroute.planner.Cluster;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PushHorizonUnderRouteTest {
    @ParameterizedTest
    @ValueSource(strings = {"select distinct qty from corder where customer_id = 1 order by qty limit 3",
        "select qty, count(*) from corder where customer_id = 1 group by qty having count(*) > 1",
        "select oid from corder where qty in (1, 2)", "select oid from corder order by null",
        "select customer_id, max(qty) from corder group by customer_id having max(qty) > 3",
        "select max(qty) from zone"})
    void horizon_whoseAnswerIsThatOfTheShards_isPushed(String sql) {
        assertTrue(Cluster.explain(sql)
                .contains("query: " + sql.replace("order by qty limit", "order by corder.qty asc limit")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            select distinct qty from corder                       | DISTINCT
            select oid from corder order by oid                   | ORDER BY
            select oid from corder limit 1                        | LIMIT
            select count(*) from corder                           | aggregation
            select count(distinct oid) from corder                | aggregation
            select 1 + sum(qty) from corder where customer_id > 1 | aggregation
            select qty from corder group by qty                   | aggregation
            select qty from corder having qty > 1                 | aggregation
            select url, count(*) from page group by url           | aggregation
            select oid from corder where customer_id in (1) limit 1 | LIMIT
            """)
    void horizon_overSeveralShards_isKept(String sql, String what) {
        assertEquals("VT12001: unsupported: " + what + " over several shards", Cluster.refusal(sql));
    }
}
