package dev.shardroute.cli.verify;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * What came of a case.
 *
 * @param planCase  the case
 * @param outcome   how it compares
 * @param actual    the plan that was made, or the text of the error
 * @param deviation why it is another on purpose, or empty
 */
public record CaseResult(PlanCase planCase, Outcome outcome, JsonNode actual, Optional<Deviation> deviation) {
    private static final String INDENT = "    ";

    /** For people: the statement, where the plan begins to differ, and both plans. */
    String describe(String file) {
        String comment = planCase.comment().isEmpty() ? "" : INDENT + "# " + planCase.comment() + "\n";
        String difference = planCase.expected().isTextual() || actual.isTextual()
                ? ""
                : INDENT + JsonDifference.first(planCase.expected(), actual).orElse("") + "\n";
        String why = deviation.map(one -> INDENT + "# on purpose: " + one.why() + "\n").orElse("");
        return file + ": " + outcome.label() + ": " + planCase.query() + "\n" + comment + why + difference + INDENT
                + "expected\n" + PlanLines.of(planCase.expected(), INDENT + "  ")
                + INDENT + "made\n" + PlanLines.of(actual, INDENT + "  ");
    }
}
