package dev.shardroute.cli.verify;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What came of a case.
 *
 * @param planCase the case
 * @param outcome  how it compares
 * @param actual   the plan that was made, or the text of the error
 */
public record CaseResult(PlanCase planCase, Outcome outcome, JsonNode actual) {}
