package dev.shardroute.planner.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.shardroute.sql.ast.Expression.Literal;
import dev.shardroute.sql.ast.Expression.Variable;
import dev.shardroute.sql.ast.Limit;
import dev.shardroute.type.Value;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Two limits one after the other, and one that does what both do. */
final class LimitArithmeticTest {
    private static Limit limit(int offset, int count) {
        return new Limit(offset == 0 ? null : new Literal(Value.of(offset)), new Literal(Value.of(count)));
    }

    private static List<Integer> apply(Limit limit, List<Integer> rows) {
        long offset = limit.offset() instanceof Literal literal ? literal.value().asUnsignedLong().orElseThrow() : 0;
        long count = ((Literal) limit.rowCount()).value().asUnsignedLong().orElseThrow();
        return rows.stream().skip(offset).limit(count).toList();
    }

    @Property
    void merged_leavesTheSameRows(@ForAll @IntRange(max = 8) int offset, @ForAll @IntRange(max = 8) int count,
            @ForAll @IntRange(max = 8) int innerOffset, @ForAll @IntRange(max = 8) int innerCount) {
        Limit outer = limit(offset, count);
        Limit inner = limit(innerOffset, innerCount);
        List<Integer> rows = IntStream.range(0, 20).boxed().toList();
        Limit merged = LimitArithmetic.merge(outer, inner).orElseThrow();
        assertEquals(apply(outer, apply(inner, rows)), apply(merged, rows));
    }

    @Test
    void limits_ofVariables_areNotMerged() {
        Limit variable = new Limit(null, new Variable("n"));
        assertEquals(Optional.empty(), LimitArithmetic.merge(variable, limit(0, 3)));
        assertEquals(Optional.empty(), LimitArithmetic.merge(limit(0, 3), variable));
    }
}
