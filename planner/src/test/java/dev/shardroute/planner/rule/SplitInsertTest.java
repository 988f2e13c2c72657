package dev.shardroute.planner.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shardroute.planner.Cluster;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SplitInsertTest {
    @Test
    void insert_withoutColumns_takesThemFromTheVSchema() {
        assertTrue(Cluster.explain("insert into customer values (7, 'a')")
                .contains("query: insert into customer(customer_id, email) values (:_customer_id_0, 'a')\n"));
    }

    @Test
    void insertIgnore_isMarked() {
        assertTrue(Cluster.explain("insert ignore into corder(customer_id) values (1)")
                .contains("query: insert ignore into corder(customer_id) values (:_customer_id_0)\n"));
    }

    @Test
    void replace_intoUnshardedTable_isPassedThrough() {
        assertEquals("""
                Passthrough REPLACE (commerce.product)
                  Insert Unsharded in commerce
                    query: replace into product values (1, default)
                """, Cluster.explain("replace into product values (1, default)"));
    }

    @Test
    void onDuplicateKey_ofOtherColumns_followsTheRows() {
        assertTrue(Cluster
                .explain("insert into corder(customer_id, qty) values (1, 2) on duplicate key update qty = values(qty)")
                .contains("values (:_customer_id_0, 2) on duplicate key update qty = values(qty)\n"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            replace into corder(customer_id) values (1)                | REPLACE INTO a sharded table
            insert into member(id, email) values (1, 'a')              | INSERT into a table with the secondary vindex email_map
            insert into customer(email) values ('a')                   | filling customer.customer from its sequence
            insert into customer(customer_id, email) values (null, 'a') | filling customer.customer from its sequence
            insert into customer(customer_id, email) values (0, 'a')   | filling customer.customer from its sequence
            insert into corder(customer_id) values (1), (1 + 1)        | the expression in row 2 for the vindex column customer.corder.customer_id
            insert into corder(customer_id) values (_binary'1')        | the expression in row 1 for the vindex column customer.corder.customer_id
            insert into corder(customer_id) values (date'2026-11-24')  | the expression in row 1 for the vindex column customer.corder.customer_id
            insert into corder(customer_id) values (cast(1 as signed)) | the expression in row 1 for the vindex column customer.corder.customer_id
            insert into corder(customer_id) values (1) on duplicate key update customer_id = 2 | ON DUPLICATE KEY UPDATE of a column of the vindex hash
            """)
    void insert_thatNeedsMore_isKept(String sql, String reason) {
        assertEquals("VT12001: unsupported: " + reason, Cluster.refusal(sql));
    }
}
