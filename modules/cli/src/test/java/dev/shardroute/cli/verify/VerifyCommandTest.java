package dev.shardroute.cli.verify;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shardroute.cli.CliRun;
import dev.shardroute.cli.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class VerifyCommandTest {
    @TempDir
    private Path folder = Path.of("");

    /** The command writes beside its files, so it works on copies. */
    @BeforeEach
    void copyCases() throws IOException {
        Path source = Path.of("src", "test", "resources", "verify");
        Files.createDirectory(folder.resolve("vschemas"));
        for (String name : List.of("contexts.json", "good_cases.json", "mixed_cases.json", "vschemas/library.json")) {
            Files.copy(source.resolve(name), folder.resolve(name));
        }
    }

    @Test
    void casesAsExpected_giveExitCode0AndATable() {
        CliRun run = verify("good_cases.json");
        assertAll(
                () -> assertEquals("""
                                         identical  beyond  differs  crashed
                        good_cases.json          4       0        0        0
                        total                    4       0        0        0
                        """, run.out()),
                () -> assertEquals(0, run.exitCode()));
    }

    @Test
    void casesThatDiffer_giveExitCode1() {
        CliRun run = verify("good_cases.json", "mixed_cases.json");
        assertAll(
                () -> assertEquals("""
                                          identical  beyond  differs  crashed
                        good_cases.json           4       0        0        0
                        mixed_cases.json          1       1        4        0
                        total                     5       1        4        0
                        """, run.out()),
                () -> assertEquals(1, run.exitCode()));
    }

    @Test
    void show_printsWhereAPlanBeginsToDiffer_andBothPlans() {
        CliRun run = verify("--show", "99", "mixed_cases.json");
        assertTrue(run.out().startsWith("""
                mixed_cases.json: beyond: select text from note
                    # no longer unsupported
                    expected
                      VT12001: unsupported: notes
                    made
                      Type=Passthrough; QueryType=SELECT; TablesUsed=["desk.note"]
                        Route Unsharded; Keyspace=desk; FieldQuery="""), run.out());
        assertTrue(run.out().contains("""
                mixed_cases.json: differs: delete from book where book_id = 3
                    # another plan
                    $.Type: expected "Scatter", is "Passthrough"
                    expected
                """), run.out());
    }

    @Test
    void show_ofANumber_printsSoMany() {
        CliRun run = verify("--show", "1", "mixed_cases.json");
        assertEquals(1, run.out().lines().filter(line -> line.startsWith("mixed_cases.json: ")).count());
    }

    @Test
    void only_takesTheCasesWithTheText() {
        CliRun run = verify("--only", "no longer", "mixed_cases.json");
        assertTrue(run.out().contains("total                     0       1        0        0\n"), run.out());
    }

    @Test
    void folder_isAllOfItsCaseFiles() throws IOException {
        Path cases = Files.createDirectory(folder.resolve("cases"));
        Files.move(folder.resolve("good_cases.json"), cases.resolve("good_cases.json"));
        Files.writeString(cases.resolve("readme.txt"), "no cases");
        assertEquals(0, verify(cases.toString()).exitCode());
    }

    @Test
    void report_hasTotalsFilesAndCases() {
        Path report = folder.resolve("report.json");
        verify("--report", report.toString(), "good_cases.json", "mixed_cases.json");
        JsonNode json = Json.read(report);
        assertEquals(Json.parse("expected", """
                {"identical": 5, "beyond": 1, "differs": 4, "crashed": 0}"""), json.path("total"));
        assertEquals(Json.parse("expected", """
                {"good_cases.json": {"identical": 4, "beyond": 0, "differs": 0, "crashed": 0},
                 "mixed_cases.json": {"identical": 1, "beyond": 1, "differs": 4, "crashed": 0}}"""),
                json.path("files"));
        assertEquals(10, json.path("cases").size());
        assertEquals(Json.parse("expected", """
                {"file": "good_cases.json", "comment": "", "outcome": "identical",
                 "query": "select title -- the comment ends with the line\\nfrom nothing",
                 "actual": "VT05005: table 'nothing' does not exist in keyspace 'library'"}"""), json.at("/cases/3"));
        assertTrue(json.at("/cases/0/actual").isObject());
        assertFalse(json.at("/cases/5/actual").isTextual());
    }

    @Test
    void update_writesTheWholeFileBesideTheOld() throws IOException {
        verify("--update", "good_cases.json", "mixed_cases.json");
        assertEquals(Files.readString(folder.resolve("good_cases.json")),
                Files.readString(folder.resolve("good_cases.json.new")));
        JsonNode old = Json.read(folder.resolve("mixed_cases.json"));
        JsonNode updated = Json.read(folder.resolve("mixed_cases.json.new"));
        assertAll(
                () -> assertEquals(old.get(0), updated.get(0)),
                () -> assertEquals("kept as it is", updated.at("/1/remark").asText()),
                () -> assertEquals("Unsharded", updated.at("/1/plan/Instructions/Variant").asText()),
                () -> assertTrue(updated.at("/3/plan").asText().startsWith("VT12001: "), updated.toString()));
    }

    @Test
    void updatedFile_isAsExpected() throws IOException {
        verify("--update", "mixed_cases.json");
        Files.move(folder.resolve("mixed_cases.json.new"), folder.resolve("mixed_cases.json"),
                StandardCopyOption.REPLACE_EXISTING);
        assertEquals(0, verify("mixed_cases.json").exitCode());
    }

    // what is wrong with the input

    @Test
    void fileWithoutAContext_isNamed() throws IOException {
        Files.writeString(folder.resolve("other_cases.json"), "[]");
        assertInputError("'files' has no context for other_cases.json", verify("other_cases.json"));
    }

    @Test
    void fileWithAnUnknownContext_isNamed() throws IOException {
        Files.writeString(folder.resolve("lost_cases.json"), "[]");
        assertInputError("files.lost_cases.json: there is no context 'nowhere'", verify("lost_cases.json"));
    }

    @Test
    void unknownKeyOfAContext_isNamedWithItsPath() throws IOException {
        Files.writeString(folder.resolve("contexts.json"), """
                {"contexts": {"plain": {"vschema": "library.json", "keyspace": "desk"}}, "files": {}}""");
        assertInputError("contexts.plain.keyspace: this key is not known", verify("good_cases.json"));
    }

    @Test
    void contextWithoutAVschema_isRefused() throws IOException {
        Files.writeString(folder.resolve("contexts.json"), "{\"contexts\": {\"plain\": {}}, \"files\": {}}");
        assertInputError("contexts.plain.vschema: the name of a file is needed", verify("good_cases.json"));
    }

    @Test
    void casesOfAnotherForm_areRefusedWithTheirNumber() throws IOException {
        Files.writeString(folder.resolve("good_cases.json"),
                "[{\"query\": \"select 1\", \"plan\": {}}, {\"query\": 1}]");
        assertInputError("good_cases.json, case 2: 'query' must be a string", verify("good_cases.json"));
        Files.writeString(folder.resolve("good_cases.json"), "[{\"query\": \"select 1\", \"plan\": null}]");
        assertInputError("good_cases.json, case 1: 'plan' must be an object", verify("good_cases.json"));
        Files.writeString(folder.resolve("good_cases.json"), "{}");
        assertInputError("a file of cases must be an array", verify("good_cases.json"));
        Files.writeString(folder.resolve("good_cases.json"), "[{\"a\": 1, \"a\": 2}]");
        assertInputError("this is not JSON: line 1", verify("good_cases.json"));
    }

    @Test
    void sameFileTwice_isRefused() {
        assertInputError("there is another file of the same name", verify("good_cases.json", "good_cases.json"));
    }

    @Test
    void reportThatCannotBeWritten_isSaid() {
        assertInputError("cannot write it", verify("--report", folder.toString(), "good_cases.json"));
    }

    private static void assertInputError(String expected, CliRun run) {
        assertAll(() -> assertTrue(run.err().contains(expected), run.err()),
                () -> assertEquals(1, run.err().lines().count(), run.err()),
                () -> assertEquals(2, run.exitCode()));
    }

    private CliRun verify(String... arguments) {
        Stream<String> paths = Stream.of(arguments)
                .map(argument -> argument.endsWith("_cases.json") ? folder.resolve(argument).toString() : argument);
        return CliRun.of(Stream.concat(
                Stream.of("verify", "--contexts", folder.resolve("contexts.json").toString()), paths)
                .toArray(String[]::new));
    }
}
