package dev.shardroute.planner.rule;

import dev.shardroute.planner.operator.Aggregation;
import dev.shardroute.planner.operator.GroupBy;
import dev.shardroute.planner.operator.Operator;
import dev.shardroute.planner.operator.Operator.Aggregator;
import dev.shardroute.planner.operator.Planning;
import dev.shardroute.planner.operator.Trees;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.Literal;
import dev.shardroute.type.Type;
import dev.shardroute.type.Value;
import java.util.List;

/**
 * Gives a group to the aggregations that were pushed into sides of joins, so that of no rows there is no row: a row of the join
 * is one of both sides.
 *
 * <pre>
 * ApplyJoin                 =>   ApplyJoin
 *   Route                          Route
 *     Aggregator count(*)            Aggregator count(*)
 *   Route                          Route
 *     Aggregator count(*)            Aggregator count(*) group by .0
 * </pre>
 *
 * The left side gets one only where the right one has other aggregates than counts: a count of no rows makes zero of a count,
 * but nothing of the greatest value. Does not fire for an aggregation of the statement itself, of a query in FROM for example:
 * that has a row when there are none.
 */
public final class GroupRightSides {
    /** A constant that is no position of the select list. */
    private static final Expression CONSTANT = new Literal(Value.of(Type.DECIMAL, ".0"));

    private GroupRightSides() {}

    /** The tree after it. */
    public static Operator apply(Operator root, Planning planning) {
        return Trees.topDown(root, operator -> operator instanceof Operator.ApplyJoin join ? sides(join) : operator);
    }

    private static Operator sides(Operator.ApplyJoin join) {
        Operator left = hasValues(join.right()) ? grouped(join.left()) : join.left();
        return join.over(left, grouped(join.right()));
    }

    /** Under routes too. */
    private static Operator grouped(Operator operator) {
        if (isOfStatement(operator)) {
            return operator;
        }
        Operator inner = Trees.mapInputs(operator, GroupRightSides::grouped);
        return inner instanceof Aggregator aggregator && aggregator.grouping().isEmpty()
                ? aggregator.withGrouping(List.of(GroupBy.of(CONSTANT)))
                : inner;
    }

    private static boolean isOfStatement(Operator operator) {
        return operator instanceof Aggregator aggregator && aggregator.original();
    }

    private static boolean hasValues(Operator operator) {
        boolean isHere = operator instanceof Aggregator aggregator
                && aggregator.aggregations().stream().anyMatch(GroupRightSides::isValue);
        return !isOfStatement(operator) && (isHere || operator.inputs().stream().anyMatch(GroupRightSides::hasValues));
    }

    private static boolean isValue(Aggregation aggregation) {
        return switch (aggregation.opcode()) {
            case COUNT, COUNT_STAR, COUNT_DISTINCT, CONSTANT -> false;
            case SUM, MIN, MAX, AVG, SUM_DISTINCT, ANY_VALUE, GROUP_CONCAT, GTID, UDF -> true;
        };
    }
}
