package dev.shardroute.cli.statement;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shardroute.cli.CliRun;
import dev.shardroute.cli.Json;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** {@code format} and {@code normalize}. */
final class StatementCommandsTest {
    // one statement

    @Test
    void format_printsTheCanonicalForm() {
        assertPrinted("select a from t where b = 1\n", CliRun.of("format", "SELECT  a FROM `t` WHERE b=1;"));
    }

    @Test
    void normalize_printsTheVariablesToo() {
        CliRun run = CliRun.of("normalize", "select a from t where b = 5 and c in (1, 'x')");
        assertEquals("", run.err());
        assertEquals("  b = INT64(5)\n  bv1 = (INT64(1), VARCHAR(\"x\"))\n",
                run.out().substring(run.out().indexOf('\n') + 1));
    }

    @Test
    void severalStatements_endInSemicolons() {
        assertPrinted("select 1 from dual;\nselect 2 from dual;\n", CliRun.of("format", "SELECT 1; SELECT 2"));
    }

    @Test
    void withoutArgument_standardInputIsRead() {
        assertPrinted("select 1 from dual\n", withInput("select 1", "format"));
        assertPrinted("select 1 from dual\n", withInput("select 1", "format", "-"));
    }

    // one that is refused

    @Test
    void refusedStatement_isOneLineAndExitCode1() {
        assertRefused(1, "SR01001", CliRun.of("format", "selec 1"));
        assertRefused(1, "SR01001", CliRun.of("normalize", "select from"));
    }

    @Test
    void noStatement_isRefused() {
        assertRefused(1, "SR01004", CliRun.of("format", ";"));
        assertRefused(1, "SR01004", withInput("", "normalize"));
    }

    @Test
    void batchWithArgument_isRefused() {
        assertRefused(2, "--batch reads standard input", CliRun.of("format", "--batch", "select 1"));
    }

    // many

    @Test
    void batch_answersEveryRow() {
        assertAnswer("""
                [{"input": "SELECT 1", "output": "select 1 from dual"},
                 {"input": "select 1; select 2", "outputs": ["select 1 from dual", "select 2 from dual"]}]
                """, withInput("""
                [{"input": "SELECT 1", "group": "not looked at"}, {"input": "select 1; select 2"}]""", "format",
                "--batch"));
    }

    @Test
    void batchOfNormalize_hasTheVariables() {
        CliRun run = withInput("""
                [{"input": "select a from t where b = 5 and c in (1, 'x')"}, {"input": "select a from t; select :v1"}]
                """, "normalize", "--batch");
        JsonNode rows = Json.parse("the output", run.out());
        assertEquals(Json.parse("expected", """
                {"b": {"type": "INT64", "value": "5"},
                 "bv1": {"type": "TUPLE", "values": [
                    {"type": "INT64", "value": "1"}, {"type": "VARCHAR", "value": "x"}]}}
                """), rows.at("/0/bindVars"));
        assertEquals(Json.parse("expected", "[{}, {}]"), rows.at("/1/bindVars"));
    }

    @Test
    void batchWithRefusedRow_answersTheOthers() {
        CliRun run = withInput("""
                [{"input": "select from"}, {"input": "select 1"}, {"input": ""}]""", "format", "--batch");
        JsonNode rows = Json.parse("the output", run.out());
        JsonNode error = rows.at("/0/error");
        assertAll(
                () -> assertEquals(0, run.exitCode()),
                () -> assertEquals("SR01001", error.path("code").textValue()),
                () -> assertEquals(1064, error.path("errno").intValue()),
                () -> assertEquals("42000", error.path("sqlstate").textValue()),
                () -> assertTrue(error.path("message").textValue().contains("syntax error"), error::toString),
                () -> assertEquals("select 1 from dual", rows.at("/1/output").textValue()),
                () -> assertEquals("SR01004", rows.at("/2/error/code").textValue()));
    }

    @Test
    void batchOfNothing_isNothing() {
        assertAnswer("[]", withInput("[]", "format", "--batch"));
    }

    @Test
    void batchThatIsNoSuchArray_isOneLineAndExitCode2() {
        assertRefused(2, "array", withInput("{}", "format", "--batch"));
        assertRefused(2, "element 1", withInput("[{\"input\": \"select 1\"}, {}]", "format", "--batch"));
        assertRefused(2, "not JSON", withInput("select 1", "normalize", "--batch"));
    }

    private static void assertPrinted(String expected, CliRun run) {
        assertAll(() -> assertEquals("", run.err()), () -> assertEquals(expected, run.out()),
                () -> assertEquals(0, run.exitCode()));
    }

    private static void assertAnswer(String expected, CliRun run) {
        assertEquals(Json.parse("expected", expected), Json.parse("the output", run.out()));
        assertEquals(0, run.exitCode());
    }

    private static void assertRefused(int exitCode, String reason, CliRun run) {
        assertAll(
                () -> assertEquals(exitCode, run.exitCode()),
                () -> assertEquals(1, run.err().lines().count(), run.err()),
                () -> assertTrue(run.err().contains(reason), run.err()));
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
