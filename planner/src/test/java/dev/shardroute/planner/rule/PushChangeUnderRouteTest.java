package dev.shardroute.planner.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shardroute.planner.Cluster;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PushChangeUnderRouteTest {
    @ParameterizedTest
    @ValueSource(strings = {"update corder set qty = 1",
        "update corder set qty = 1 where customer_id = 1 order by oid asc limit 1",
        "delete from corder", "delete from corder where customer_id = 1 limit 1",
        "update member set nick = 'a' where id = 1", "update product set sku = 'a' limit 1"})
    void change_thatIsWhole_isPushed(String sql) {
        assertTrue(Cluster.explain(sql).contains("query: " + sql.replace("member", "`member`") + "\n"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            update corder set customer_id = 2 where customer_id = 1 | updating a column of the vindex hash
            update member set EMAIL = 'a' where id = 1              | updating a column of the vindex email_map
            update corder set qty = 1 limit 1                       | a change with LIMIT over several shards
            delete from corder where customer_id in (1, 2) limit 1  | a change with LIMIT over several shards
            delete from member where id = 1                         | deleting from a table that owns the vindex email_map
            update zone set name = 'a'                              | changing the reference table customer.zone
            delete from zone                                        | changing the reference table customer.zone
            """)
    void change_thatWouldNotBeWhole_isKept(String sql, String reason) {
        assertEquals("VT12001: unsupported: " + reason, Cluster.refusal(sql));
    }
}
