package dev.shardroute.cli.route;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shardroute.cli.CliRun;
import dev.shardroute.cli.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

// hash(1) begins with 16: shard -80; hash(4) with d2: shard 80-
final class RouteCommandTest {
    private static final Path SAMPLE = CliRun.SAMPLES.resolve("commerce");
    private static final String SQL = "select email from customer where customer_id in (?, ?)";

    @TempDir
    private Path folder = Path.of("");

    // statements

    @Test
    void text_hasTheShardsAndTheirStatements() {
        CliRun run = route("--shards", "2", "--bind", "v1=1", "--bind", "v2=4", "--sql", SQL);
        assertEquals("", run.err());
        assertEquals("""
                customer/-80 (primary)
                  sql: select email from customer where customer_id in ::__vals
                  binds: __vals = (1)
                  inlined: select email from customer where customer_id in (1)
                customer/80- (primary)
                  sql: select email from customer where customer_id in ::__vals
                  binds: __vals = (4)
                  inlined: select email from customer where customer_id in (4)
                """, run.out());
    }

    @Test
    void json_isOneObjectForEachStatement() {
        CliRun run = route("--shards", "2", "--format", "json", "--bind", "id=4", "--target", "customer@replica",
                "select email from customer where customer_id = :id");
        assertEquals(Json.parse("expected", """
                {"statements": [
                  {"keyspace": "customer", "shard": "80-", "tabletType": "REPLICA",
                   "sql": "select email from customer where customer_id = :id",
                   "binds": {"id": {"type": "INT64", "value": "4"}},
                   "inlined": "select email from customer where customer_id = 4"}]}"""),
                Json.parse("the output", run.out()));
    }

    @Test
    void noShard_isSaid() {
        CliRun run = route("--shards", "2", "select email from customer where customer_id = null");
        assertEquals("""
                none has to run it
                customer/-80 tells the columns of the empty result
                  sql: select email from customer where 1 != 1
                """, run.out());
    }

    @Test
    void sampleFile_isRoutedWhole() {
        CliRun run = route("--shards", "2", "--file", SAMPLE.resolve("statements.sql").toString());
        assertAll(() -> assertEquals(0, run.exitCode()), () -> assertEquals("", run.err()),
                () -> assertEquals(8, run.out().lines().filter(line -> line.startsWith("> ")).count(), run.out()));
    }

    @Test
    void statement_thatCannotBeRouted_doesNotStopTheOthers() throws IOException {
        Path file = Files.writeString(folder.resolve("some.sql"), """
                select email from customer where customer_id = ?;
                select sku from product;
                """);
        CliRun run = route("--shards", "2", "--file", file.toString());
        assertEquals(1, run.exitCode());
        assertTrue(run.err().startsWith("shardroute: line 1: VT03026: "), run.err());
        assertEquals("""
                > select sku from product
                commerce/0 (primary)
                  sql: select sku from product

                """, run.out());
    }

    // topologies

    @Test
    void topologyFile_hasShardsForEachTypeOfTablets() throws IOException {
        String file = topology("");
        assertEquals(2, shards(route("--topology", file, "select email from customer")));
        assertEquals(3, shards(route("--topology", file, "--target", "@replica", "select email from customer")));
    }

    private static long shards(CliRun run) {
        assertEquals("", run.err());
        return run.out().lines().filter(line -> line.startsWith("customer/")).count();
    }

    @Test
    void topologyThatHoldsAVschema_needsNoOther() throws IOException {
        String file = topology(", \"vschema\": " + Files.readString(SAMPLE.resolve("vschema.json")));
        CliRun run = CliRun.of("route", "--topology", file, "--target", "customer",
                "select email from customer where customer_id = 4");
        assertTrue(run.out().startsWith("customer/80- (primary)\n"), run.out() + run.err());
    }

    private String topology(String more) throws IOException {
        return Files.writeString(folder.resolve("topology.json"), """
                {"keyspaces": {
                   "commerce": {"shards": ["0"]},
                   "customer": {"shards": {"primary": ["-80", "80-"], "replica": ["-40", "40-80", "80-"]}}}%s}
                """.formatted(more)).toString();
    }

    // targets

    @ParameterizedTest
    @CsvSource({
        "customer, customer/-40 customer/40-80 customer/80-c0 customer/c0-",
        "customer:40-80, customer/40-80",
        "customer/c0-@primary, customer/c0-",
        "customer[40-c0], customer/40-80 customer/80-c0",
        "customer[d2fd8867d50d2dfe], customer/c0-",
        "commerce, commerce/0",
    })
    void target_withoutSql_printsItsShards(String target, String shards) {
        CliRun run = route("--shards", "4", "--target", target);
        assertEquals(shards.replace(" ", " (primary)\n") + " (primary)\n", run.out());
    }

    @Test
    void target_asJson() {
        CliRun run = route("--shards", "4", "--format", "json", "--target", "customer/40-80@replica");
        JsonNode expected = Json.parse("expected", """
                {"target": "customer:40-80@replica", "tabletType": "REPLICA",
                 "shards": [{"keyspace": "customer", "shard": "40-80"}]}""");
        assertEquals(expected, Json.parse("the output", run.out()));
    }

    // errors

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "--shards 4 --target customer:-80      | 1 | SR03005",
        "--shards 4 --target customer[40-90]   | 1 | SR03007",
        "--shards 4                            | 1 | VT09005",
        "--shards 4 --target nothing           | 2 | --target: VT05003",
        "--shards 4 --target customer@backup   | 2 | --target: SR03001",
        "--shards 4 --target customer[-80] --sql insert+into+t(a)+values(1) | 1 | VT03023: ",
        "--target customer                     | 2 | give either --topology or --shards",
        "--shards 4 --topology x               | 2 | give either --topology or --shards",
        "--shards x --target customer          | 2 | --shards: ",
        "--shards 2 --sql select+1 --bind v=x  | 2 | --bind v=x: ",
        "--shards 2 --sql select+1 --file x    | 2 | give either SQL, or - or --file FILE",
        "--topology no.json --target customer  | 2 | no.json: there is no such file",
    })
    void whatIsWrong_isOneLine(String arguments, int exitCode, String message) {
        CliRun run = route(Stream.of(arguments.split(" ", -1)).map(text -> text.replace('+', ' '))
                .toArray(String[]::new));
        assertAll(() -> assertEquals(exitCode, run.exitCode(), run.err()), () -> assertEquals("", run.out()),
                () -> assertEquals(1, run.err().lines().count()),
                () -> assertTrue(run.err().startsWith("shardroute: " + message), run.err()));
    }

    @Test
    void topologyWithAGap_namesTheFile() throws IOException {
        Path file = Files.writeString(folder.resolve("gap.json"), "{\"keyspaces\": {\"a\": {\"shards\": [\"-80\"]}}}");
        CliRun run = route("--topology", file.toString(), "select 1");
        assertEquals(2, run.exitCode());
        assertTrue(run.err().startsWith("shardroute: " + file + ": SR03009"), run.err());
    }

    @Test
    void vschema_isNeeded_whereTheTopologyHoldsNone() throws IOException {
        assertEquals(2, CliRun.of("route", "--topology", topology(""), "select 1").exitCode());
        assertEquals(2, CliRun.of("route", "--shards", "2", "select 1").exitCode());
    }

    private static CliRun route(String... arguments) {
        String vschema = SAMPLE.resolve("vschema.json").toString();
        return CliRun.of(Stream.concat(Stream.of("route", "--vschema", vschema), Stream.of(arguments))
                .toArray(String[]::new));
    }
}
