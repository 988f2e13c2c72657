package dev.shardroute.planner.rule;

import dev.shardroute.planner.operator.Columns;
import dev.shardroute.planner.operator.Operator;
import dev.shardroute.planner.operator.Operator.Distinct;
import dev.shardroute.planner.operator.Operator.Union;
import dev.shardroute.planner.operator.Planning;
import dev.shardroute.planner.operator.Rewrite;
import dev.shardroute.planner.operator.UnionColumns;
import dev.shardroute.planner.routing.Merging;
import dev.shardroute.sql.ast.SelectItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lets the shards put queries together: those whose routes can be one become one. A union in a union is a part of it, where
 * that does not change which equal rows are one.
 *
 * <pre>
 * Union        =>   Route            or   Union
 *   Route             Union                 Route
 *   Route               a                     Union
 *                       b                   Join
 * </pre>
 *
 * Rows that are to be distinct are still equal to rows of other shards, so that a Distinct stays above the route of a UNION
 * over several shards. Does not fire when no two queries can be one route: without DISTINCT only neighbours are tried, since
 * rows stay in the order of the queries.
 */
public final class PushUnion {
    private PushUnion() {}

    /** Tries the rule. */
    public static Rewrite apply(Union union, Planning planning) {
        Parts parts = Parts.of(union);
        Parts flat = parts.flattened();
        if (flat.size() > parts.size()) {
            return new Rewrite.To(flat.union(), "a union of unions is one");
        }
        Parts merged = union.distinct() ? flat.mergedInAnyOrder(planning) : flat.mergedInOrder(planning);
        if (merged.size() == 1) {
            return new Rewrite.To(alone((Operator.Route) merged.sources.getFirst(), union.distinct()),
                    "the shards unite all");
        }
        return merged.size() < union.sources().size()
                ? new Rewrite.To(merged.union(), "the shards unite some")
                : new Rewrite.Keep("no two queries can be one route");
    }

    private static Operator alone(Operator.Route route, boolean distinct) {
        return distinct && !route.routing().isSingleShard() ? new Distinct(route, true) : route;
    }

    /** The queries of a union and their select lists. */
    private record Parts(List<Operator> sources, List<List<SelectItem>> items, List<SelectItem> columns,
            boolean distinct) {
        static Parts of(Union union) {
            return new Parts(union.sources(), union.items(), union.columns(), union.distinct());
        }

        int size() {
            return sources.size();
        }

        Union union() {
            return new Union(sources, items, columns, distinct);
        }

        /** With the queries of unions in place of these. */
        Parts flattened() {
            List<Operator> flat = new ArrayList<>();
            List<List<SelectItem>> lists = new ArrayList<>();
            for (int i = 0; i < size(); i++) {
                Operator source = withoutDistinct(sources.get(i));
                if (source instanceof Union inner && (distinct || !inner.distinct())) {
                    flat.addAll(inner.sources());
                    lists.addAll(inner.items());
                } else {
                    flat.add(source);
                    lists.add(items.get(i));
                }
            }
            return new Parts(flat, lists, columns, distinct);
        }

        /** Rows that are made distinct afterwards need not be so before. */
        private Operator withoutDistinct(Operator source) {
            return distinct && source instanceof Distinct inner && inner.required() ? inner.input() : source;
        }

        /** With neighbours merged until there are none that can be. */
        Parts mergedInOrder(Planning planning) {
            List<Operator> left = new ArrayList<>(sources);
            List<List<SelectItem>> lists = new ArrayList<>(items);
            boolean changed;
            do {
                changed = false;
                for (int i = 0; i < left.size() - 1; i++) {
                    if (merge(left, lists, i, i + 1, planning)) {
                        left.remove(i + 1);
                        lists.remove(i + 1);
                        changed = true;
                    }
                }
            } while (changed);
            return new Parts(left, lists, columns, distinct);
        }

        /** With each query merged with all behind it that it can be merged with, up to the first that can be with none. */
        Parts mergedInAnyOrder(Planning planning) {
            List<Operator> left = new ArrayList<>(sources);
            List<List<SelectItem>> lists = new ArrayList<>(items);
            boolean changed = true;
            for (int i = 0; i < left.size() && changed; i++) {
                changed = false;
                for (int j = i + 1; j < left.size();) {
                    if (merge(left, lists, i, j, planning)) {
                        left.remove(j);
                        lists.remove(j);
                        changed = true;
                    } else {
                        j++;
                    }
                }
            }
            return new Parts(left, lists, columns, distinct);
        }

        /** Puts the route of two queries in the place of the first of them, if there is one. */
        private boolean merge(List<Operator> left, List<List<SelectItem>> lists, int first, int second,
                Planning planning) {
            Optional<Merging.Merged> found =
                    Merging.union(left.get(first), left.get(second), distinct, planning);
            if (found.isEmpty() || locks(found.get().left()) || locks(found.get().right())
                    || hasHelpers(left.get(first), lists.get(first), planning)
                    || hasHelpers(left.get(second), lists.get(second), planning)) {
                return false;
            }
            List<SelectItem> names = first == 0 ? columns : UnionColumns.named(lists.get(first), planning);
            left.set(first, route(found.get(), List.of(lists.get(first), lists.get(second)), names));
            lists.set(first, names);
            return true;
        }

        /** Columns besides those of its select list cannot be cut off under a route. */
        private static boolean hasHelpers(Operator source, List<SelectItem> list, Planning planning) {
            return Columns.items(source, planning).size() > list.size();
        }

        /** Locks are of one query, and a route has them for all. */
        private static boolean locks(Operator.Route route) {
            return !route.locks().isEmpty();
        }

        private Operator.Route route(Merging.Merged merged, List<List<SelectItem>> lists, List<SelectItem> names) {
            Parts left = below(merged.left(), lists.get(0), names);
            Parts right = below(merged.right(), lists.get(1), names);
            Union united = new Union(concat(left.sources, right.sources), concat(left.items, right.items), names,
                    distinct);
            return new Operator.Route(united, merged.routing().withoutAlternates()).withMerged(List.of(merged.right()));
        }

        /** What a route unites already, or all of it. */
        private Parts below(Operator.Route route, List<SelectItem> list, List<SelectItem> names) {
            return route.input() instanceof Union inner && inner.distinct() == distinct
                    ? of(inner)
                    : new Parts(List.of(route.input()), List.of(list), names, distinct);
        }

        private static <T> List<T> concat(List<T> first, List<T> second) {
            List<T> all = new ArrayList<>(first);
            all.addAll(second);
            return all;
        }
    }
}
