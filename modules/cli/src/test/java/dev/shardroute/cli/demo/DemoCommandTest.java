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
        assertAll(
                () -> assertEquals("", run.err()),
                () -> assertEquals(0, run.exitCode()),
                () -> assertTold("loading rows through the gateway ... ", run),
                () -> assertTold("Route IN in customer\n    customer/-80  select customer_id, email", run),
                () -> assertTold("    customer/80-  select customer_id, email from customer where customer_id in (4",
                        run),
                () -> assertTold("    customer/-80  insert into customer(", run),
                () -> assertTold("    customer/80-  insert into customer(", run),
                () -> assertTold("OK, 3 row(s) affected", run),
                () -> assertTold("  ERROR 1235 (42000): ", run));
    }

    private static void assertTold(String part, CliRun run) {
        assertTrue(run.out().contains(part), run.out());
    }

    @Test
    void vschema_isThatOfTheDocumentation() {
        assertEquals(Json.read(CliRun.SAMPLES.resolve("commerce").resolve("vschema.json")),
                Json.parse("the demo's", DemoGateway.resource("vschema.json")));
    }
}
