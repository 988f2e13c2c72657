package dev.shardroute.planner.tree;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.planner.operator.Operator;
import dev.shardroute.planner.operator.Planning;
import dev.shardroute.planner.operator.UnionColumns;
import dev.shardroute.sql.ast.Query;
import dev.shardroute.sql.ast.SelectItem;
import dev.shardroute.sql.ast.SetOperation;
import dev.shardroute.sql.ast.SetOperation.Arm;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The operators of a union: one for all queries that the same operator stands between; the first of its queries may be all that
 * comes before.
 *
 * <pre>
 * a UNION b UNION ALL c ORDER BY x   =>   Horizon(ORDER BY x)
 *                                           Union(all)
 *                                             Horizon
 *                                               Union(distinct)
 *                                                 a
 *                                                 b
 *                                             c
 * </pre>
 */
public final class UnionTree {
    private UnionTree() {}

    /**
     * The tree of a union: the queries, and the union's own order and limit above them.
     *
     * @throws dev.shardroute.error.ShardrouteException {@code VT12001} for EXCEPT and INTERSECT, and for a union on the right
     */
    public static Operator of(SetOperation union, Planning planning) {
        if (!union.locks().isEmpty()) {
            throw ErrorCode.VT12001
                    .error("locking of the rows of a UNION; write it behind its queries, in parentheses");
        }
        List<SelectItem> columns = UnionColumns.of(union, planning);
        List<Operator> sources = new ArrayList<>(List.of(arm(union.first(), planning)));
        for (int i = 0; i < union.arms().size(); i++) {
            Arm arm = union.arms().get(i);
            check(arm);
            sources.add(arm(arm.query(), planning));
            boolean isLast = i == union.arms().size() - 1;
            if (isLast || union.arms().get(i + 1).all() != arm.all()) {
                SetOperation part = isLast ? union : upTo(union, i);
                Operator whole = new Operator.Horizon(united(sources, columns, !arm.all()), part, Optional.empty(),
                        QueryProjections.of(part, columns, planning), !isLast);
                sources = new ArrayList<>(List.of(whole));
            }
        }
        return sources.getFirst();
    }

    private static Operator united(List<Operator> sources, List<SelectItem> columns, boolean distinct) {
        return new Operator.Union(sources, sources.stream().map(UnionTree::items).toList(), columns, distinct);
    }

    private static void check(Arm arm) {
        if (arm.operator() != SetOperation.Operator.UNION) {
            throw unplanned(arm.operator());
        }
        if (arm.query() instanceof SetOperation) {
            throw ErrorCode.VT12001.error("a UNION in parentheses on the right of another");
        }
    }

    /** The error for EXCEPT and INTERSECT. */
    static RuntimeException unplanned(SetOperation.Operator operator) {
        return ErrorCode.VT12001.error(operator.name() + " outside of an unsharded keyspace");
    }

    private static Operator arm(Query query, Planning planning) {
        Operator tree = QueryTree.of(query, planning);
        return tree instanceof Operator.Horizon horizon
                ? new Operator.Horizon(horizon.input(), horizon.query(), horizon.derived(), horizon.projection(), true)
                : tree;
    }

    private static List<SelectItem> items(Operator arm) {
        return arm instanceof Operator.Horizon horizon ? horizon.projection().items() : List.of();
    }

    /** The union without what comes behind an arm. */
    private static SetOperation upTo(SetOperation union, int arm) {
        return new SetOperation(null, union.first(), union.arms().subList(0, arm + 1), List.of(), null, List.of(),
                null);
    }
}
