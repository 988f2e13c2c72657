package dev.shardroute.cli.explain;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shardroute.cli.CliRun;
import dev.shardroute.cli.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ExplainCommandTest {
    private static final Path SAMPLE = CliRun.SAMPLES.resolve("commerce");

    @Test
    void text_hasThePlanAndWhatEachShardRuns() {
        CliRun run = explain("--shards", "2", "select email from customer where customer_id in (1, 4)");
        assertEquals("", run.err());
        assertEquals("""
                MultiShard SELECT (customer.customer)
                  Route IN in customer
                    query: select email from customer where customer_id in ::__vals
                    vindex: hash
                    values: (1, 4)
                shards
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
    void noShard_isSaid() {
        CliRun run = explain("--shards", "2", "select email from customer where customer_id = null");
        assertTrue(run.out().endsWith("""
                shards
                  none has to run it
                  customer/-80 tells the columns of the empty result
                    sql: select email from customer where 1 != 1
                """), run.out());
    }

    @Test
    void withoutShards_onlyThePlan() {
        CliRun run = explain("select email from customer");
        assertAll(() -> assertEquals(0, run.exitCode()), () -> assertFalse(run.out().contains("shards"), run.out()));
    }

    @Test
    void trace_tellsTheRules() {
        CliRun run = explain("--trace", "select email from customer where customer_id = 1");
        assertTrue(run.out().contains("\ntrace\n  "), run.out());
        assertTrue(run.out().contains("""
                INITIAL_PLANNING: the tree is
                    Route EqualUnique of customer by hash
                      Horizon"""), run.out());
    }

    // JSON

    @Test
    void json_isOneObjectWithPlanAndStatements() {
        CliRun run =
                explain("--shards", "customer=-80,80-", "--format", "JSON", "--bind", "id=4", "--bind", "other='x'",
                        "select email from customer where customer_id = :id");
        JsonNode json = Json.parse("the output", run.out());
        assertEquals("EqualUnique", json.at("/plan/Instructions/Variant").asText());
        assertEquals(Json.parse("expected", """
                [{"keyspace": "customer", "shard": "80-", "tabletType": "PRIMARY",
                  "sql": "select email from customer where customer_id = :id",
                  "binds": {"id": {"type": "INT64", "value": "4"}},
                  "inlined": "select email from customer where customer_id = 4"}]"""), json.path("statements"));
        assertTrue(json.path("trace").isMissingNode());
    }

    @Test
    void json_describesListsAndNulls() {
        CliRun run = explain("--shards", "customer=-", "--format", "json", "--trace", "--bind", "ids=(1,2)", "--bind",
                "v1=null", "select email from customer where customer_id in ::ids and email = ?");
        JsonNode json = Json.parse("the output", run.out());
        assertEquals(Json.parse("expected", """
                {"__vals": {"type": "TUPLE", "values": [{"type": "INT64", "value": "1"}, {"type": "INT64", "value": "2"}]},
                 "v1": {"type": "NULL_TYPE"}}"""), json.at("/statements/0/binds"));
        assertFalse(json.path("trace").isEmpty());
    }

    // where statements come from

    @Test
    void sampleFile_isExplainedWhole() {
        CliRun run = explain("--shards", "2", "--file", SAMPLE.resolve("statements.sql").toString());
        assertAll(() -> assertEquals(0, run.exitCode()), () -> assertEquals("", run.err()),
                () -> assertEquals(8, run.out().lines().filter(line -> line.startsWith("> ")).count(), run.out()));
    }

    @Test
    void severalStatements_areAllExplained_andTheExitCodeTellsOfTheBadOne(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("some.sql"), """
                select 1;
                select *
                from nothing;
                select email from customer;
                """);
        CliRun run = explain("--file", file.toString());
        assertEquals(1, run.exitCode());
        assertEquals("shardroute: line 2: VT05004: table 'nothing' does not exist\n", run.err());
        assertTrue(run.out().contains("> select 1\n") && run.out().contains("> select email from customer\n"));
    }

    @Test
    void dash_isStandardInput() {
        InputStream stdin = System.in;
        try {
            System.setIn(new ByteArrayInputStream("select email from customer;".getBytes(StandardCharsets.UTF_8)));
            assertEquals(0, explain("-").exitCode());
        } finally {
            System.setIn(stdin);
        }
    }

    // errors

    @Test
    void refusedStatement_isOneLineAndExitCode1() {
        CliRun run = explain("select row_number() over (order by email) from customer");
        assertEquals(1, run.exitCode());
        assertEquals("shardroute: VT12001: unsupported: a window function over the rows of several shards\n",
                run.err());
        assertEquals("", run.out());
    }

    @Test
    void missingBindVariable_isSaid() {
        CliRun run = explain("--shards", "2", "select email from customer where customer_id = ?");
        assertAll(() -> assertEquals(1, run.exitCode()),
                () -> assertEquals("shardroute: VT03026: bind variable 'v1' has no value\n", run.err()));
    }

    @Test
    void emptyStatement_isRefused() {
        CliRun run = explain(" ; ");
        assertAll(() -> assertEquals(1, run.exitCode()),
                () -> assertEquals("shardroute: SR01004: the statement is empty\n", run.err()));
    }

    @Test
    void neitherOrBothSources_areRefused() {
        assertEquals(2, explain().exitCode());
        assertEquals(2, explain("--file", "x.sql", "select 1").exitCode());
    }

    @Test
    void unknownKeyspace_isRefused() {
        CliRun run = explain("--keyspace", "custmer", "select 1");
        assertAll(() -> assertEquals(2, run.exitCode()),
                () -> assertEquals("shardroute: --keyspace: the VSchema has no keyspace 'custmer'\n", run.err()));
    }

    @Test
    void missingFiles_areNamed(@TempDir Path folder) {
        String missing = folder.resolve("no.json").toString();
        assertEquals("shardroute: " + missing + ": there is no such file\n",
                CliRun.of("explain", "--vschema", missing, "select 1").err());
        assertEquals(2, explain("--file", missing).exitCode());
        assertEquals(2, explain("--file", folder.toString()).exitCode());
    }

    @Test
    void badVschema_namesTheFileAndTheKey(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("bad.json"), "{\"keyspaces\": {\"a\": {\"shardd\": true}}}");
        CliRun run = CliRun.of("explain", "--vschema", file.toString(), "select 1");
        assertEquals(2, run.exitCode());
        assertTrue(run.err().startsWith("shardroute: " + file + ": SR02001"), run.err());
        assertTrue(run.err().contains("$.keyspaces.a.shardd"), run.err());
    }

    private static CliRun explain(String... arguments) {
        String vschema = SAMPLE.resolve("vschema.json").toString();
        return CliRun.of(Stream.concat(Stream.of("explain", "--vschema", vschema), Stream.of(arguments))
                .toArray(String[]::new));
    }
}
