package dev.shardroute.planner.operator;

import dev.shardroute.planner.plan.AggregateOpcode;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.SelectItem;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An aggregate function of an aggregation.
 *
 * @param original       the expression that is asked for
 * @param function       the call, or null for {@code ANY_VALUE} of an expression that is no call and for functions that only
 *                       shards know
 * @param opcode         what the gateway computes
 * @param originalOpcode what it was before it was split between the shards and the gateway, or empty
 * @param alias          the name of the column
 * @param distinct       true when equal values count once
 * @param column         its column of the aggregation, from 0 on; -1 while it has none
 * @param weightString   the column of the weight string of its argument; -1 when there is none
 * @param subqueries     the subqueries that its argument has variables for
 * @param pushedDown     true when the shards compute a part of it
 */
public record Aggregation(SelectItem.Item original, @Nullable Expression function, AggregateOpcode opcode,
        Optional<AggregateOpcode> originalOpcode, String alias, boolean distinct, int column, int weightString,
        List<Operator.SubQuery> subqueries, boolean pushedDown) {
    /** Copies the list. */
    public Aggregation {
        subqueries = List.copyOf(subqueries);
    }

    /** A function that has no columns yet. */
    public static Aggregation of(AggregateOpcode opcode, @Nullable Expression function, SelectItem.Item original,
            String alias) {
        return new Aggregation(original, function, opcode, Optional.empty(), alias, false, -1, -1, List.of(), false);
    }

    /** The function with its column. */
    public Aggregation withColumn(int index) {
        return new Aggregation(original, function, opcode, originalOpcode, alias, distinct, index, weightString,
                subqueries, pushedDown);
    }

    /** The function of the different values only, or of all. */
    public Aggregation withDistinct(boolean different) {
        return new Aggregation(original, function, opcode, originalOpcode, alias, different, column, weightString,
                subqueries, pushedDown);
    }

    /** The function of other arguments, for which there are these subqueries. */
    public Aggregation with(SelectItem.Item other, @Nullable Expression otherFunction,
            List<Operator.SubQuery> otherSubqueries) {
        return new Aggregation(other, otherFunction, opcode, originalOpcode, alias, distinct, column, weightString,
                otherSubqueries, pushedDown);
    }

    /** The function, a part of which the shards compute. */
    public Aggregation asPushedDown() {
        return new Aggregation(original, function, opcode, originalOpcode, alias, distinct, column, weightString,
                subqueries, true);
    }

    /** The function with the column of its argument's weight string. */
    public Aggregation withWeightString(int index) {
        return new Aggregation(original, function, opcode, originalOpcode, alias, distinct, column, index, subqueries,
                pushedDown);
    }

    /** What makes one aggregate of those of parts of the group: counts are summed up. */
    public Aggregation ofParts() {
        return switch (opcode) {
            case COUNT, COUNT_STAR, COUNT_DISTINCT, SUM_DISTINCT -> withOpcode(AggregateOpcode.SUM);
            case SUM, MIN, MAX, ANY_VALUE, CONSTANT, GROUP_CONCAT, AVG, UDF, GTID -> this;
        };
    }

    /** The function computed otherwise; {@link #originalOpcode} becomes what it was. */
    public Aggregation withOpcode(AggregateOpcode other) {
        return new Aggregation(original, function, other, originalOpcode.or(() -> Optional.of(opcode)), alias, distinct,
                column, weightString, subqueries, pushedDown);
    }
}
