package dev.shardroute.cli.verify;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardroute.cli.Json;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * How often there was each outcome.
 *
 * @param byOutcome the counts; an outcome that never was has none
 */
public record Counts(Map<Outcome, Integer> byOutcome) {
    /** Nothing counted. */
    public static final Counts NONE = new Counts(Map.of());

    /** Copies the map, without zeros. */
    public Counts {
        Map<Outcome, Integer> counted = new EnumMap<>(Outcome.class);
        counted.putAll(byOutcome);
        counted.values().removeIf(count -> count == 0);
        byOutcome = Collections.unmodifiableMap(counted);
    }

    /** The counts of these results. */
    public static Counts of(Collection<CaseResult> results) {
        Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
        results.forEach(result -> counts.merge(result.outcome(), 1, Integer::sum));
        return new Counts(counts);
    }

    /** How often there was this outcome. */
    public int of(Outcome outcome) {
        return byOutcome.getOrDefault(outcome, 0);
    }

    /** How many cases there were. */
    public int cases() {
        return byOutcome.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** True when no case differs and none crashed. */
    public boolean isGood() {
        return byOutcome.keySet().stream().noneMatch(Outcome::isFailure);
    }

    /** Both together. */
    public Counts plus(Counts other) {
        Map<Outcome, Integer> sum = new EnumMap<>(Outcome.class);
        sum.putAll(byOutcome);
        other.byOutcome.forEach((outcome, count) -> sum.merge(outcome, count, Integer::sum));
        return new Counts(sum);
    }

    /** {@code {"identical": n, …}} with all outcomes. */
    public ObjectNode toJson() {
        ObjectNode json = Json.object();
        for (Outcome outcome : Outcome.values()) {
            json.put(outcome.label(), of(outcome));
        }
        return json;
    }
}
