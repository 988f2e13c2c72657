package dev.shardroute.cli.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.shardroute.cli.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LedgerTest {
    private static final Ledger LEDGER =
            new Ledger(Map.of("a.json", new Counts(Map.of(Outcome.IDENTICAL, 2, Outcome.DIFFERS, 3))));

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
        Path file = Files.writeString(folder.resolve("ledger.json"), LEDGER.print());
        assertEquals(LEDGER, Ledger.read(file));
    }

    private static void assertFindings(int worse, int changed, int identical, int differs, int crashed) {
        Report report = report(identical, differs, crashed);
        assertEquals(List.of(worse, changed), List.of(LEDGER.worse(report).size(), LEDGER.changed(report).size()));
    }

    private static Report report(int identical, int differs, int crashed) {
        PlanCase planCase = PlanCase.read("a test", Json.parse("a test", "{\"query\": \"q\", \"plan\": {}}"));
        List<CaseResult> results = new ArrayList<>();
        results.addAll(Collections.nCopies(identical, result(planCase, Outcome.IDENTICAL)));
        results.addAll(Collections.nCopies(differs, result(planCase, Outcome.DIFFERS)));
        results.addAll(Collections.nCopies(crashed, result(planCase, Outcome.CRASHED)));
        return new Report(List.of(new FileResult(new CaseFile(Path.of("a.json"), "[]", List.of()), results)));
    }

    private static CaseResult result(PlanCase planCase, Outcome outcome) {
        return new CaseResult(planCase, outcome, TextNode.valueOf("x"));
    }
}
