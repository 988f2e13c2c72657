package dev.shardroute.planner.rule;

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

/** Gives the right sides of joins a group, so that an aggregation of no rows there is no row. */
public final class GroupRightSides {
    /** A constant that is no position of the select list. */
    private static final Expression CONSTANT = new Literal(Value.of(Type.DECIMAL, ".0"));

    private GroupRightSides() {}

    /** The tree after it. */
    public static Operator apply(Operator root, Planning planning) {
        return Trees.topDown(root, operator -> operator instanceof Operator.ApplyJoin join
                ? join.over(join.left(), grouped(join.right()))
                : operator);
    }

    /** Under routes too. */
    private static Operator grouped(Operator operator) {
        Operator inner = Trees.mapInputs(operator, GroupRightSides::grouped);
        return inner instanceof Aggregator aggregator && aggregator.grouping().isEmpty()
                ? aggregator.withGrouping(List.of(GroupBy.of(CONSTANT)))
                : inner;
    }
}
