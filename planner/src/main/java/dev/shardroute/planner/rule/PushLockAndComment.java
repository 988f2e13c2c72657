package dev.shardroute.planner.rule;

import dev.shardroute.planner.operator.Operator;
import dev.shardroute.planner.operator.Operator.LockAndComment;
import dev.shardroute.planner.operator.Operator.SubQuery;
import dev.shardroute.planner.operator.Planning;
import dev.shardroute.planner.operator.Rewrite;
import dev.shardroute.planner.operator.TableIds;
import dev.shardroute.sql.ast.Locking;
import dev.shardroute.sql.ast.TableName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Brings the comments and locks of a query to its routes.
 *
 * <pre>
 * LockAndComment   =>   ApplyJoin
 *   ApplyJoin             Route with the comments, and locks of a
 *     Route a             Route with the comments, and locks of b
 *     Route b
 * </pre>
 *
 * Where a route has locks already, the stronger ones stay. Does not fire while the tables have no routes yet.
 */
public final class PushLockAndComment {
    private PushLockAndComment() {}

    /** Tries the rule. */
    public static Rewrite apply(LockAndComment operator, Planning planning) {
        return switch (operator.input()) {
            case Operator.Horizon horizon -> new Rewrite.Keep("the query has no routes yet");
            case Operator.QueryGraph graph -> new Rewrite.Keep("the tables have no routes yet");
            case Operator.Route route -> new Rewrite.To(
                    route.with(operator.comments(), strongest(locks(operator, route, planning), route.locks())),
                    "the route has them");
            case Operator.SubQueryContainer container -> new Rewrite.To(intoSubqueries(operator, container),
                    "the subqueries have them too");
            default -> new Rewrite.To(intoInputs(operator), "further down");
        };
    }

    private static Operator intoSubqueries(LockAndComment operator, Operator.SubQueryContainer container) {
        List<SubQuery> inner = container.inner().stream()
                .map(subquery -> subquery.with(subquery.outer(), operator.over(subquery.subquery()))).toList();
        return new Operator.SubQueryContainer(operator.over(container.outer()), inner);
    }

    private static Operator intoInputs(LockAndComment operator) {
        Operator below = operator.input();
        return below.withInputs(below.inputs().stream().<Operator>map(operator::over).toList());
    }

    /** The locks that are for tables of the route: others it does not know by their names. */
    private static List<Locking> locks(LockAndComment operator, Operator.Route route, Planning planning) {
        Set<String> names = new HashSet<>();
        TableIds.of(route).forEach(id -> names.add(planning.semantics().info(id).name()));
        List<Locking> here = new ArrayList<>();
        for (Locking lock : operator.locks()) {
            List<TableName> tables = lock.tables().stream().filter(table -> names.contains(table.name())).toList();
            if (lock.tables().isEmpty() || !tables.isEmpty()) {
                here.add(new Locking(lock.strength(), tables, lock.policy()));
            }
        }
        return here;
    }

    /** A lock for update is stronger than one for share. */
    private static List<Locking> strongest(List<Locking> locks, List<Locking> others) {
        boolean isStronger = others.isEmpty()
                || locks.stream().anyMatch(lock -> lock.strength() == Locking.Strength.UPDATE);
        return isStronger && !locks.isEmpty() ? locks : others;
    }
}
