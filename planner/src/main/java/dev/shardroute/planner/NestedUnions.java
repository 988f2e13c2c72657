package dev.shardroute.planner;

import dev.shardroute.sql.ast.Node;
import dev.shardroute.sql.ast.Nodes;
import dev.shardroute.sql.ast.Query;
import dev.shardroute.sql.ast.SetOperation;
import dev.shardroute.sql.ast.SetOperation.Arm;
import dev.shardroute.sql.ast.SetOperation.Operator;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes the parentheses out of UNIONs in UNIONs where the rows stay the same.
 *
 * <pre>{@code
 * a union (b union c)          ->  a union b union c
 * a union all (b union all c)  ->  a union all b union all c
 * }</pre>
 *
 * It keeps those of {@code a union (b union all c)}, where equal rows of c become one, and of {@code a union all (b union c)}.
 */
final class NestedUnions {
    private NestedUnions() {}

    /** The query, those in it flat. */
    static Query flat(Query query) {
        return Nodes.rewrite(query, NestedUnions::flatNode);
    }

    private static Node flatNode(Node node) {
        if (!(node instanceof SetOperation union) || union.arms().stream().noneMatch(NestedUnions::isFlattened)) {
            return node;
        }
        List<Arm> arms = new ArrayList<>();
        for (Arm arm : union.arms()) {
            if (isFlattened(arm)) {
                SetOperation inner = (SetOperation) arm.query();
                arms.add(new Arm(arm.operator(), arm.all(), inner.first()));
                arms.addAll(inner.arms());
            } else {
                arms.add(arm);
            }
        }
        return new SetOperation(union.with(), union.first(), arms, union.orderBy(), union.limit(), union.locks(),
                union.into());
    }

    private static boolean isFlattened(Arm arm) {
        return arm.operator() == Operator.UNION && arm.query() instanceof SetOperation inner && isBare(inner)
                && inner.arms().stream().allMatch(other -> other.operator() == Operator.UNION)
                && (arm.all() ? inner.arms().stream().allMatch(Arm::all) : !inner.arms().getLast().all());
    }

    private static boolean isBare(SetOperation union) {
        return union.with() == null && union.orderBy().isEmpty() && union.limit() == null && union.locks().isEmpty()
                && union.into() == null;
    }
}
