package dev.shardroute.cli.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shardroute.cli.Json;
import dev.shardroute.error.ErrorCode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CaseRunnerTest {
    private static final String PLAN = "{\"plan\": {\"a\": 1, \"b\": [1, 2]}, \"query\": \"q\"}";

    @Test
    void plan_isComparedRegardlessOfTheOrderOfMembers() {
        assertEquals(Outcome.IDENTICAL, run(PLAN, query -> json("{\"b\": [1, 2], \"a\": 1}")).outcome());
    }

    @Test
    void arrays_areComparedInOrder() {
        assertEquals(Outcome.DIFFERS, run(PLAN, query -> json("{\"b\": [2, 1], \"a\": 1}")).outcome());
    }

    @Test
    void exceptionThatIsNotOurs_isACrash_andSaysWhere() {
        CaseResult result = run(PLAN, query -> {
            throw new NullPointerException("oops");
        });
        assertEquals(Outcome.CRASHED, result.outcome());
        assertTrue(result.actual().asText().startsWith("java.lang.NullPointerException: oops at dev.shardroute.cli"),
                result.actual().asText());
    }

    @Test
    void stackOverflow_isACrash() {
        PlanningSetup endless = query -> {
            throw new StackOverflowError();
        };
        assertEquals(Outcome.CRASHED, run(PLAN, endless).outcome());
    }

    @Test
    void crash_isNotARefusal_andIsNotKeptAsExpectation() {
        FileResult file = runFile("{\"plan\": \"any error\", \"query\": \"q\"}", query -> {
            throw new IllegalStateException();
        });
        assertEquals(Outcome.CRASHED, file.results().getFirst().outcome());
        assertFalse(file.counts().isGood());
        assertEquals("any error", json(file.updated()).at("/0/plan").asText());
    }

    @Test
    void refusalOfTheSameCode_isIdentical() {
        String expected = "{\"plan\": \"VT05004: whatever\", \"query\": \"q\"}";
        assertEquals(Outcome.IDENTICAL, run(expected, refuse(ErrorCode.VT05004)).outcome());
        assertEquals(Outcome.DIFFERS, run(expected, refuse(ErrorCode.VT12001)).outcome());
    }

    @Test
    void refusalOfAPlan_differs() {
        assertEquals(Outcome.DIFFERS, run(PLAN, refuse(ErrorCode.VT12001)).outcome());
    }

    @Test
    void planOfARefusal_isBeyondOnlyWhenItWasUnsupported() {
        PlanningSetup plan = query -> json("{}");
        assertEquals(Outcome.BEYOND, run("{\"plan\": \"VT12001: x\", \"query\": \"q\"}", plan).outcome());
        assertEquals(Outcome.DIFFERS, run("{\"plan\": \"VT09015: x\", \"query\": \"q\"}", plan).outcome());
        assertEquals(Outcome.DIFFERS, run("{\"plan\": \"syntax error\", \"query\": \"q\"}", plan).outcome());
    }

    private static PlanningSetup refuse(ErrorCode code) {
        return query -> {
            throw code.error("x");
        };
    }

    private static CaseResult run(String planCase, PlanningSetup setup) {
        return runFile(planCase, setup).results().getFirst();
    }

    private static FileResult runFile(String planCase, PlanningSetup setup) {
        PlanCase only = PlanCase.read("the case", json(planCase));
        return CaseRunner.run(new CaseFile(Path.of("some_cases.json"), "[]", List.of(only)), setup,
                Deviations.NONE);
    }

    private static JsonNode json(String text) {
        return Json.parse("a test", text);
    }
}
