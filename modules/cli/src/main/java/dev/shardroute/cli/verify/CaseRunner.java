package dev.shardroute.cli.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.shardroute.error.ErrorCode;
import dev.shardroute.error.ShardrouteException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Plans cases and judges what comes of it. Members of JSON objects may be in any order, elements of arrays may not. */
public final class CaseRunner {
    private CaseRunner() {}

    /** Runs all cases of a file; those of {@code deviations} need not be as expected. */
    public static FileResult run(CaseFile file, PlanningSetup setup, Deviations deviations) {
        return new FileResult(file, file.cases().stream()
                .map(planCase -> allow(deviations.find(file.name(), planCase), run(planCase, setup))).toList());
    }

    private static CaseResult run(PlanCase planCase, PlanningSetup setup) {
        try {
            JsonNode plan = setup.plan(planCase.query());
            return new CaseResult(planCase, judge(planCase, plan), plan, Optional.empty());
        } catch (ShardrouteException e) {
            return new CaseResult(planCase, judge(planCase, e), TextNode.valueOf(e.getMessage()), Optional.empty());
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError | AssertionError e) {
            return new CaseResult(planCase, Outcome.CRASHED, TextNode.valueOf(e + place(e)), Optional.empty());
        }
    }

    private static CaseResult allow(Optional<Deviation> deviation, CaseResult result) {
        return deviation.isPresent() && result.outcome() == Outcome.DIFFERS
                ? new CaseResult(result.planCase(), Outcome.BEYOND, result.actual(), deviation)
                : result;
    }

    private static Outcome judge(PlanCase planCase, JsonNode plan) {
        if (planCase.isRefusal()) {
            boolean unsupported = planCase.expectedCode().equals(Optional.of(ErrorCode.VT12001.name()));
            return unsupported ? Outcome.BEYOND : Outcome.DIFFERS;
        }
        return planCase.expected().equals(plan) ? Outcome.IDENTICAL : Outcome.DIFFERS;
    }

    private static Outcome judge(PlanCase planCase, ShardrouteException refusal) {
        boolean expected = planCase.isRefusal()
                && planCase.expectedCode().filter(code -> !code.equals(refusal.code().name())).isEmpty();
        return expected ? Outcome.IDENTICAL : Outcome.DIFFERS;
    }

    private static String place(Throwable crash) {
        List<StackTraceElement> frames = Arrays.asList(crash.getStackTrace());
        return frames.isEmpty() ? "" : " at " + frames.getFirst();
    }
}
