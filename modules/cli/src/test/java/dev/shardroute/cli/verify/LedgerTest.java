package dev.shardroute.cli.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.shardroute.cli.Json;
import dev.shardroute.cli.verify.Ledger.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LedgerTest {
    private static final Ledger LEDGER =
            new Ledger(Map.of(), Map.of("a.json", entry(Map.of())));

    @Test
    void sameCounts_areNeitherWorseNorChanged() {
        assertFindings(0, 0, 2, 3, 0);
    }

    @Test
    void moreIdentical_isAChange() {
        assertFindings(0, 1, 3, 2, 0);
    }

    @Test
    void lessIdentical_isWorse() {
        assertFindings(1, 1, 1, 4, 0);
    }

    @Test
    void crash_isWorse_onAnyData() {
        assertFindings(1, 1, 2, 2, 1);
        assertFindings(1, 0, 5, 2, 1);
    }

    @Test
    void otherData_isNotCompared() {
        assertFindings(0, 0, 0, 7, 0);
    }

    @Test
    void finding_tellsBeforeAndAfter() {
        assertEquals(List.of("a.json was {\"identical\":2,\"beyond\":0,\"differs\":3,\"crashed\":0}"
                + " and is {\"identical\":1,\"beyond\":0,\"differs\":4,\"crashed\":0}"), LEDGER.worse(report(1, 4, 0)));
    }

    @Test
    void printed_isReadBack(@TempDir Path folder) throws IOException {
        Ledger ledger = new Ledger(Map.of("INSERT", "later"), Map.of("a.json", entry(Map.of("a \"case\"", "so"))));
        Path file = Files.writeString(folder.resolve("ledger.json"), ledger.print());
        assertEquals(ledger, Ledger.read(file));
    }

    @Test
    void countsOfAReport_keepTheCauses() {
        Ledger ledger = new Ledger(Map.of("INSERT", "later"), Map.of("a.json", entry(Map.of("q", "so"))));
        assertEquals(ledger, ledger.with(report(2, 3, 0)));
        assertEquals(List.of(), ledger.with(report(4, 1, 0)).changed(report(4, 1, 0)));
    }

    // causes

    @Test
    void differenceWithoutACause_isFound() {
        assertUnexplained("a.json: q: differs without a cause", Map.of(), Map.of(), report(2, 3, 0));
    }

    @Test
    void difference_mayHaveTheCauseOfItsKind() {
        assertEquals(List.of(), ledger(Map.of("Q", "later"), Map.of()).unexplained(report(2, 3, 0)));
        assertEquals(List.of(), ledger(Map.of(), Map.of("q", "so")).unexplained(report(2, 3, 0)));
    }

    @Test
    void causeOfWhatDoesNotDiffer_isFound() {
        assertUnexplained("a.json: other: has a cause, and does not differ",
                Map.of(), Map.of("q", "so", "other", "so"), report(2, 3, 0));
        assertUnexplained("INSERT has a cause, and none differs",
                Map.of("INSERT", "later"), Map.of("q", "so"), report(2, 3, 0));
    }

    @Test
    void causes_areOfTheSameDataOnly() {
        assertEquals(List.of(), ledger(Map.of("INSERT", "later"), Map.of("other", "so")).unexplained(report(1, 1, 0)));
    }

    private static void assertUnexplained(String finding, Map<String, String> kinds, Map<String, String> causes,
            Report report) {
        assertEquals(List.of(finding), ledger(kinds, causes).unexplained(report));
    }

    private static Ledger ledger(Map<String, String> kinds, Map<String, String> causes) {
        return new Ledger(kinds, Map.of("a.json", entry(causes)));
    }

    private static Entry entry(Map<String, String> causes) {
        return new Entry(new Counts(Map.of(Outcome.IDENTICAL, 2, Outcome.DIFFERS, 3)), causes);
    }

    private static void assertFindings(int worse, int changed, int identical, int differs, int crashed) {
        Report report = report(identical, differs, crashed);
        assertEquals(List.of(worse, changed), List.of(LEDGER.worse(report).size(), LEDGER.changed(report).size()));
    }

    private static Report report(int identical, int differs, int crashed) {
        PlanCase planCase = PlanCase.read("a test",
                Json.parse("a test", "{\"query\": \"-- why\\n(/* x */ q 1\", \"comment\": \"q\", \"plan\": {}}"));
        List<CaseResult> results = new ArrayList<>();
        results.addAll(Collections.nCopies(identical, result(planCase, Outcome.IDENTICAL)));
        results.addAll(Collections.nCopies(differs, result(planCase, Outcome.DIFFERS)));
        results.addAll(Collections.nCopies(crashed, result(planCase, Outcome.CRASHED)));
        return new Report(List.of(new FileResult(new CaseFile(Path.of("a.json"), "[]", List.of()), results)));
    }

    private static CaseResult result(PlanCase planCase, Outcome outcome) {
        return new CaseResult(planCase, outcome, TextNode.valueOf("x"), Optional.empty());
    }
}
