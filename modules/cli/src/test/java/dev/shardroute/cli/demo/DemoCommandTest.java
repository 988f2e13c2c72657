package dev.shardroute.cli.demo;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shardroute.cli.CliRun;
import dev.shardroute.cli.Json;
import org.junit.jupiter.api.Test;

final class DemoCommandTest {
    @Test
    void once_showsPlansShardsAndRows() {
        CliRun run = CliRun.of("demo", "--once");
        assertEquals("", run.err());
        assertEquals(0, run.exitCode());
        assertAll(
                () -> assertTold("Loading rows through the gateway ... ", run),
                () -> assertTold("374 rows loaded", run),
                () -> assertTold("""
                        > select order_id, sku, price from corder where customer_id = 7
                          plan: Passthrough, Route EqualUnique in customer
                          customer/80-: select order_id, sku, price from corder where customer_id = 7
                          order_id  sku       price
                          --------  --------  -----
                                 7  SKU-1012     81
                               127  SKU-1012     81
                          (2 rows)
                        """, run),
                () -> assertTold("""
                          plan: MultiShard, Delete IN in customer
                          customer/-80: delete from customer where customer_id in (1002)
                          customer/80-: delete from customer where customer_id in (1001, 1003, 1004)
                          4 changed
                        """, run),
                () -> assertTold("customer/-80: insert into customer(", run),
                () -> assertTold("error 1235 (42000): ", run));
    }

    private static void assertTold(String part, CliRun run) {
        assertTrue(run.out().contains(part), run.out());
    }

    @Test
    void vschema_isThatOfTheDocumentation() {
        assertEquals(Json.read(CliRun.SAMPLES.resolve("commerce").resolve("vschema.json")),
                Json.parse("the demo's", Resources.text("vschema.json")));
    }
}
