package dev.shardroute.planner.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shardroute.planner.Cluster;
import org.junit.jupiter.api.Test;

class PlanJsonTest {
    @Test
    void route_isDescribedAsVitessDoes() throws JsonProcessingException {
        assertDescribed("select oid from corder where customer_id in (1, 2)", """
                {"Type": "MultiShard", "QueryType": "SELECT",
                 "Original": "select oid from corder where customer_id in (1, 2)",
                 "Instructions": {
                   "OperatorType": "Route", "Variant": "IN", "Keyspace": {"Name": "customer", "Sharded": true},
                   "FieldQuery": "select oid from corder where 1 != 1",
                   "Query": "select oid from corder where customer_id in ::__vals",
                   "Values": ["(1, 2)"], "Vindex": "hash"},
                 "TablesUsed": ["customer.corder"]}
                """);
    }

    @Test
    void insert_isDescribedAsVitessDoes() throws JsonProcessingException {
        assertDescribed("insert ignore into corder(customer_id) values (1), (2)", """
                {"Type": "MultiShard", "QueryType": "INSERT",
                 "Original": "insert ignore into corder(customer_id) values (1), (2)",
                 "Instructions": {
                   "OperatorType": "Insert", "Variant": "Sharded", "Keyspace": {"Name": "customer", "Sharded": true},
                   "InsertIgnore": true,
                   "Query": "insert ignore into corder(customer_id) values (:_customer_id_0), (:_customer_id_1)",
                   "VindexValues": {"hash": "1, 2"}},
                 "TablesUsed": ["customer.corder"]}
                """);
    }

    private static void assertDescribed(String sql, String expected) throws JsonProcessingException {
        ObjectMapper mapper = new ObjectMapper();
        assertEquals(mapper.readTree(expected), mapper.readTree(PlanJson.print(Cluster.plan(sql))));
    }
}
