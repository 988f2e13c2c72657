package dev.shardroute.planner.rule;

import dev.shardroute.planner.operator.JoinColumn;
import dev.shardroute.planner.operator.Operator;
import dev.shardroute.planner.operator.Planning;
import dev.shardroute.planner.operator.Predicate;
import dev.shardroute.planner.operator.PredicateMaps;
import dev.shardroute.planner.operator.Rewrite;
import dev.shardroute.planner.operator.Routing;
import dev.shardroute.planner.operator.TableIds;
import dev.shardroute.planner.routing.Merging;
import dev.shardroute.planner.routing.Routings;
import dev.shardroute.sql.ast.Expression;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lets the shards do a nested-loop join whose sides have become routes that can be one.
 *
 * <pre>
 * ApplyJoin a.x = b.x      =>   Route
 *   Route                         ApplyJoin a.x = b.x
 *     Table a                       Table a
 *   Route                           Table b
 *     Filter :a_x = b.x
 *       Table b
 * </pre>
 *
 * Does not fire when the two routes cannot be one, or both were made of one derived table, whose name they have; nor for an outer join whose left side every shard has, when the predicates,
 * being again what they were before they were split, do not tell one shard: each of them would find rows without partner.
 */
public final class MergeApplyJoin {
    private MergeApplyJoin() {}

    /** Tries the rule. */
    public static Rewrite apply(Operator.ApplyJoin join, Planning planning) {
        if (TableIds.of(join.left()).overlaps(TableIds.of(join.right()))) {
            return new Rewrite.Keep("both sides have columns of one derived table");
        }
        List<Expression> predicates = join.predicates().stream().map(JoinColumn::original).toList();
        Optional<Merging.Merged> found =
                Merging.join(join.left(), join.right(), predicates, join.type(), planning);
        if (found.isEmpty()) {
            return new Rewrite.Keep("the two sides cannot be one route");
        }
        Merging.Merged merged = found.get();
        Map<Integer, Expression> originals = new HashMap<>();
        join.predicates().forEach(predicate -> originals.put(predicate.join(), predicate.original()));
        Routing routing = Routings.reset(PredicateMaps.inRouting(merged.routing(),
                predicate -> restored(predicate, originals)), planning);
        if (isEverywhere(merged.left().routing()) && !join.type().isInner() && !routing.isSingleShard()) {
            return new Rewrite.Keep("a row without partner would come from every shard");
        }
        Operator right = PredicateMaps.without(merged.right().input(), originals.keySet());
        Operator.ApplyJoin below = join.over(merged.left().input(), right).withPredicates(unsplit(predicates));
        return new Rewrite.To(new Operator.Route(below, routing).withMerged(List.of(merged.right())),
                "the shards join");
    }

    private static boolean isEverywhere(Routing routing) {
        return routing instanceof Routing.Dual || routing instanceof Routing.AnyShard;
    }

    private static Predicate restored(Predicate predicate, Map<Integer, Expression> originals) {
        Expression original = predicate.join() == 0 ? null : originals.get(predicate.join());
        return original == null ? predicate : Predicate.of(original);
    }

    /** Predicates of a join that shards do, who need not know what comes from where. */
    static List<JoinColumn> unsplit(List<Expression> predicates) {
        return predicates.stream().map(predicate -> new JoinColumn(predicate, List.of(), predicate, false, 0)).toList();
    }
}
