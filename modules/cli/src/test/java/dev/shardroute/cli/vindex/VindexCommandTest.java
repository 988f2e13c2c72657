package dev.shardroute.cli.vindex;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shardroute.cli.CliRun;
import dev.shardroute.cli.Json;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class VindexCommandTest {
    // every row of the conformance data

    @ParameterizedTest
    @ValueSource(strings = {"vectors.json", "create.json"})
    void results_areWhatVitessGives(String name) {
        Path folder = Path.of(System.getProperty("shardroute.conformance", "../../../shared/conformance"));
        assumeTrue(Files.exists(folder), () -> "skipped: there is no conformance data at " + folder);
        CliRun run = withInput(Json.read(folder.resolve("vindex").resolve(name)).toString(), "vindex", "--batch",
                "--conformance", folder.toString());
        assertEquals(0, run.exitCode(), run.err());
        List<JsonNode> rows = new ArrayList<>();
        Json.parse("the output", run.out()).forEach(rows::add);
        assertTrue(!rows.isEmpty());
        assertAll(rows.stream().map(row -> () -> assertEquals(expected(row), row.path("result"), row::toString)));
    }

    /** The words of an error are our own. */
    private static JsonNode expected(JsonNode row) {
        JsonNode expect = row.path("expect");
        return expect.has("error")
                ? Json.object().put("error", true).set("message", row.at("/result/message"))
                : expect;
    }

    // rows

    @Test
    void row_comesBackWithItsResult() {
        JsonNode answer = Json.parse("the output", withInput("""
                [{"vindex": "hash", "op": "map", "note": "kept", "inputs": [{"type": "INT64", "value": "1"}]}]
                """, "vindex", "--batch").out());
        assertEquals("kept", answer.at("/0/note").textValue());
        assertEquals("166b40b44aba4bd6", answer.at("/0/result/ksid").textValue());
    }

    @Test
    void numberWithoutQuotes_isItsText() {
        assertResult("{\"ksid\": \"06e7ea22ce92708f\"}", "\"hash\"", "map", "[{\"type\": \"INT64\", \"value\": 2}]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "hsah             | map         | SR02002",
        "unicode_loose_md5| map         | SR04002",
        "hash             | range_map   | cannot do that",
        "xxhash           | reverse_map | cannot do that",
        "cfc              | sing        | 'sing' is not known",
        "lookup           | map         | VT13001",
        "cfc              | verify      | ksid",
    })
    void rowWithAnError_isAnAnswer(String vindex, String op, String message) {
        JsonNode result = result("\"" + vindex + "\"", op, "[{\"type\": \"VARCHAR\", \"hex\": \"ff\"}]");
        assertTrue(result.path("error").booleanValue(), result::toString);
        assertTrue(result.path("message").textValue().contains(message), result::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "[{\"type\": \"TINY\"}]", "[{\"type\": \"BINARY\", \"hex\": \"0\"}]", "[1]",
        "[{\"type\": \"NULL\"}, {\"type\": \"NULL\"}]"})
    void inputsThatAreNone_areAnError(String inputs) {
        assertTrue(result("\"hash\"", "map", inputs).path("error").booleanValue());
    }

    // the whole input

    @Test
    void inputThatIsNoArrayOfObjects_isOneLineAndExitCode2() {
        assertRefused("array", withInput("{}", "vindex", "--batch"));
        assertRefused("element 0", withInput("[1]", "vindex", "--batch"));
        assertRefused("--batch", withInput("[]", "vindex"));
        assertEquals("[]\n", withInput("[]", "vindex", "--batch").out());
    }

    private static void assertRefused(String reason, CliRun run) {
        assertAll(
                () -> assertEquals(2, run.exitCode()),
                () -> assertEquals(1, run.err().lines().count(), run.err()),
                () -> assertTrue(run.err().contains(reason), run.err()));
    }

    private static void assertResult(String expected, String vindex, String op, String inputs) {
        assertEquals(Json.parse("expected", expected), result(vindex, op, inputs));
    }

    private static JsonNode result(String vindex, String op, String inputs) {
        String row = "[{\"vindex\": " + vindex + ", \"op\": \"" + op + "\", \"inputs\": " + inputs + "}]";
        CliRun run = withInput(row, "vindex", "--batch");
        assertEquals(0, run.exitCode(), run.err());
        return Json.parse("the output", run.out()).at("/0/result");
    }

    private static CliRun withInput(String text, String... arguments) {
        InputStream stdin = System.in;
        try {
            System.setIn(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
            return CliRun.of(arguments);
        } finally {
            System.setIn(stdin);
        }
    }
}
