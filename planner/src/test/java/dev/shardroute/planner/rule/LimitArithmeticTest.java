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

    private static Limit unsigned(long offset, long count) {
        return new Limit(offset == 0 ? null : new Literal(Value.ofUnsigned(offset)),
                new Literal(Value.ofUnsigned(count)));
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

    // puts together

    @Test
    void endlessLimit_leavesTheOther() {
        assertEquals(Optional.of(limit(0, 10)), LimitArithmetic.merge(limit(0, 10), unsigned(0, -1)));
        assertEquals(Optional.of(limit(0, 10)), LimitArithmetic.merge(unsigned(0, -1), limit(0, 10)));
    }

    @Test
    void endlessLimits_areEndless() {
        assertEquals(Optional.of(unsigned(0, -1)), LimitArithmetic.merge(unsigned(0, -1), unsigned(0, -1)));
    }

    @Test
    void endlessLimitBehindAnOffset_isAllThatIsLeft() {
        assertEquals(Optional.of(limit(5, 3)), LimitArithmetic.merge(unsigned(5, -1), limit(0, 8)));
    }

    @Test
    void offsetBehindTheLastRow_leavesNone() {
        assertEquals(Optional.of(limit(9, 0)), LimitArithmetic.merge(limit(8, 3), limit(1, 8)));
    }

    // keeps apart

    @Test
    void offsetsWhoseSumIsNoNumberOfRows_areNotMerged() {
        assertEquals(Optional.empty(), LimitArithmetic.merge(unsigned(-1, 3), limit(1, 3)));
        assertEquals(Optional.empty(), LimitArithmetic.merge(unsigned(1, 3), unsigned(-1, 3)));
    }

    @Test
    void offsets_ofVariables_areNotMerged() {
        Limit variable = new Limit(new Variable("n"), new Literal(Value.of(3)));
        assertEquals(Optional.empty(), LimitArithmetic.merge(variable, limit(0, 3)));
        assertEquals(Optional.empty(), LimitArithmetic.merge(limit(0, 3), variable));
    }

    @Test
    void limitsThatAreNoIntegers_areNotMerged() {
        Limit text = new Limit(null, new Literal(Value.of("3")));
        assertEquals(Optional.empty(), LimitArithmetic.merge(text, limit(0, 3)));
        assertEquals(Optional.empty(), LimitArithmetic.merge(limit(0, 3), text));
    }

    @Test
    void limits_ofVariables_areNotMerged() {
        Limit variable = new Limit(null, new Variable("n"));
        assertEquals(Optional.empty(), LimitArithmetic.merge(variable, limit(0, 3)));
        assertEquals(Optional.empty(), LimitArithmetic.merge(limit(0, 3), variable));
    }
}
