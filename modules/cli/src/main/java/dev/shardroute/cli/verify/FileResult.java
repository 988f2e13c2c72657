package dev.shardroute.cli.verify;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.shardroute.cli.Json;
import java.util.List;

/**
 * What came of the cases of a file.
 *
 * @param file    the file
 * @param results one result for each of its cases
 */
public record FileResult(CaseFile file, List<CaseResult> results) {
    /** Copies the list. */
    public FileResult {
        results = List.copyOf(results);
    }

    /** The outcomes, counted. */
    public Counts counts() {
        return Counts.of(results);
    }

    /**
     * The complete file with what was planned instead of what was expected, where these differ. The expectation stays where
     * planning crashed: a defect is nothing to expect.
     */
    public String updated() {
        ArrayNode cases = Json.array();
        for (CaseResult result : results) {
            boolean keep = result.outcome() == Outcome.IDENTICAL || result.outcome() == Outcome.CRASHED;
            cases.add(keep ? result.planCase().source() : result.planCase().withPlan(result.actual()));
        }
        return Json.print(cases, Json.indentOf(file.text()));
    }
}
