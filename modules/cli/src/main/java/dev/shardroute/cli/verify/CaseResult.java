package dev.shardroute.cli.verify;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What came of a case.
 *
 * @param planCase the case
 * @param outcome  how it compares
 * @param actual   the plan that was made, or the text of the error
 */
public record CaseResult(PlanCase planCase, Outcome outcome, JsonNode actual) {
    private static final String INDENT = "    ";

    /** For people: the statement, where the plan begins to differ, and both plans. */
    String describe(String file) {
        String comment = planCase.comment().isEmpty() ? "" : INDENT + "# " + planCase.comment() + "\n";
        String difference = planCase.expected().isTextual() || actual.isTextual()
                ? ""
                : INDENT + JsonDifference.first(planCase.expected(), actual).orElse("") + "\n";
        return file + ": " + outcome.label() + ": " + planCase.query() + "\n" + comment + difference + INDENT
                + "expected\n" + PlanLines.of(planCase.expected(), INDENT + "  ")
                + INDENT + "made\n" + PlanLines.of(actual, INDENT + "  ");
    }
}
