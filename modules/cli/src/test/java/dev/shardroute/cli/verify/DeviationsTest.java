package dev.shardroute.cli.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shardroute.cli.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class DeviationsTest {
    private static final Path PAGE = Path.of("..", "..", "docs", "compatibility.md");
    private static final Deviations DEVIATIONS =
            new Deviations(List.of(new Deviation("some_cases.json", "a case", "part", "rows would be missing")));

    @Test
    void deviations_areExplained_onceEach_inARowOfTheDocument() throws IOException {
        Set<String> rows = Files.readAllLines(PAGE).stream().filter(line -> line.startsWith("| "))
                .map(line -> line.split(" \\| ", 2)[0].substring("| ".length())).collect(Collectors.toSet());
        List<Deviation> all = Deviations.ofVitess().all();
        for (Deviation deviation : all) {
            assertTrue(rows.contains(deviation.part()), deviation::toString);
            assertFalse(deviation.why().isEmpty(), deviation::toString);
        }
        assertEquals(all.size(), all.stream().map(one -> one.file() + ": " + one.name()).distinct().count());
    }

    @Test
    void listedCase_isBeyond_andSaysWhy() {
        CaseResult result = run("some_cases.json", "{}", "{\"a\": 1}");
        assertEquals(Outcome.BEYOND, result.outcome());
        assertTrue(result.describe("some_cases.json").contains("# on purpose: rows would be missing\n"));
    }

    @Test
    void listedCase_isIdenticalWhereItIs() {
        assertEquals(Outcome.IDENTICAL, run("some_cases.json", "{}", "{}").outcome());
    }

    @Test
    void otherFile_isNotMeant() {
        assertEquals(Outcome.DIFFERS, run("other_cases.json", "{}", "{\"a\": 1}").outcome());
    }

    @Test
    void caseWithoutAComment_isNamedByItsQuery() {
        assertEquals("select 1", PlanCase.read("a test", Json.parse("a test", """
                {"query": "select 1", "plan": {}}""")).name());
    }

    @Test
    void listedCase_mayNotCrash() {
        PlanCase planCase = planCase("{}");
        CaseFile file = new CaseFile(Path.of("some_cases.json"), "[]", List.of(planCase));
        FileResult result = CaseRunner.run(file, query -> {
            throw new IllegalStateException();
        }, DEVIATIONS);
        assertEquals(Outcome.CRASHED, result.results().getFirst().outcome());
    }

    private static CaseResult run(String name, String expected, String made) {
        CaseFile file = new CaseFile(Path.of(name), "[]", List.of(planCase(expected)));
        return CaseRunner.run(file, query -> Json.parse("the plan", made), DEVIATIONS).results().getFirst();
    }

    private static PlanCase planCase(String expected) {
        return PlanCase.read("a test", Json.object().put("comment", "a case").put("query", "q")
                .set("plan", Json.parse("a test", expected)));
    }
}
