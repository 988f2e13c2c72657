package dev.shardroute.planner.operator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shardroute.planner.Cluster;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class VindexPredicatesTest {
    @Test
    void vindex_asATable_isAskedForTheValues() {
        assertEquals("""
                Local SELECT (hash)
                  VindexFunc VindexMap
                    columns: 0, 1
                    fields: {"id":"VARBINARY","keyspace_id":"VARBINARY"}
                    value: (1, :a)
                    vindex: hash
                """, Cluster.explain("select id, keyspace_id from customer.hash where id in (1, :a)"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"id = 1 and id = 2", "id > 1", "id != 1", "id not in (1)", "f(id)", "1 = id",
        "keyspace_id = 1",
        "id = id + 1", "id = null", "id = 1.5", "id in (1, null)", "1 = 1 or id = 1", "id in (select 1 from zone)"})
    void otherPredicates_areRefused(String predicate) {
        String refusal = Cluster.refusal("select keyspace_id from customer.hash where " + predicate);
        assertTrue(refusal.startsWith("VT09018: ") || refusal.startsWith("VT12001: "), refusal);
    }

    @Test
    void noPredicate_isRefused() {
        assertTrue(Cluster.refusal("select id from customer.hash").startsWith("VT09018: "));
    }
}
