package dev.shardroute.planner.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.error.ShardrouteException;
import dev.shardroute.planner.Planner;
import dev.shardroute.planner.PlanningContext;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Random queries get plans that can be run, or are refused. */
final class RandomQueriesTest {
    private static final Planner PLANNER = new Planner(SampleSchema.VSCHEMA);
    private static final PlanningContext CONTEXT = PlanningContext.DEFAULT;

    @Property(tries = 20_000, seed = "1")
    void randomQuery_getsAPlanThatCanBeRun_orIsRefused(@ForAll @IntRange(min = 0, max = 12) int size,
            @ForAll long seed) {
        String query = RandomQueries.of(seed, size);
        try {
            PlanValidator.check(PLANNER.plan(query, CONTEXT));
        } catch (ShardrouteException e) {
            assertNotEquals(ErrorCode.VT13001, e.code(), () -> query + ": " + e.getMessage());
        }
    }

    @Property(tries = 100)
    void randomQuery_ofOneSeed_isTheSame(@ForAll long seed) {
        assertEquals(RandomQueries.of(seed, 10), RandomQueries.of(seed, 10));
    }
}
