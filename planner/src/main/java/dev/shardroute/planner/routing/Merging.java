package dev.shardroute.planner.routing;

import dev.shardroute.planner.operator.JoinColumns;
import dev.shardroute.planner.operator.JoinType;
import dev.shardroute.planner.operator.Operator;
import dev.shardroute.planner.operator.Operator.Route;
import dev.shardroute.planner.operator.Planning;
import dev.shardroute.planner.operator.Predicate;
import dev.shardroute.planner.operator.Routing;
import dev.shardroute.planner.operator.Routing.AnyShard;
import dev.shardroute.planner.operator.Routing.Dual;
import dev.shardroute.planner.operator.Routing.InfoSchema;
import dev.shardroute.planner.operator.Routing.None;
import dev.shardroute.planner.operator.Routing.Sharded;
import dev.shardroute.planner.operator.TableIds;
import dev.shardroute.planner.semantics.TableSet;
import dev.shardroute.sql.ast.Expression;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Which routes can be one. */
public final class Merging {
    private Merging() {}

    /**
     * What becomes of two routes that are one: the routes, of which one may be that of the same tables in another keyspace, and
     * the routing.
     */
    public record Merged(Route left, Route right, Routing routing) {}

    /**
     * Two routes that may become one.
     *
     * @param left         the first
     * @param right        the second
     * @param sameKeyspace true when their keyspaces are the same, or neither has one
     */
    public record Sides(Route left, Route right, boolean sameKeyspace) {
        Merged merged(Routing routing) {
            return new Merged(left, right, routing);
        }
    }

    /**
     * Two operators as routes to one keyspace, where they are routes: the tables of one may be in the keyspace of the other
     * too. Empty when one is no route.
     */
    public static Optional<Sides> sides(Operator left, Operator right) {
        if (!(left instanceof Route first && right instanceof Route second)) {
            return Optional.empty();
        }
        boolean isSame = Objects.equals(first.routing().keyspace(), second.routing().keyspace());
        if (isSame) {
            return Optional.of(new Sides(first, second, true));
        }
        return alternate(first, second).map(other -> new Sides(other, second, true))
                .or(() -> alternate(second, first).map(other -> new Sides(first, other, true)))
                .or(() -> Optional.of(new Sides(first, second, false)));
    }

    /** The route of the same tables in the other's keyspace. */
    private static Optional<Route> alternate(Route route, Route other) {
        return route.routing() instanceof AnyShard any && other.routing().keyspace() != null
                ? Optional.ofNullable(any.alternates().get(other.routing().keyspace().name()))
                : Optional.empty();
    }

    // joins

    /** The two sides of a join as one, or empty when they cannot be. */
    public static Optional<Merged> join(Operator left, Operator right, List<Expression> predicates, JoinType type,
            Planning planning) {
        return sides(left, right).flatMap(sides -> joined(sides, predicates, type, planning).map(sides::merged));
    }

    private static Optional<Routing> joined(Sides sides, List<Expression> predicates, JoinType type,
            Planning planning) {
        Routing left = sides.left.routing();
        Routing right = sides.right.routing();
        if (left instanceof Dual) {
            return unlessRepeated(narrowed(sides.right, predicates, planning), type);
        }
        if (right instanceof Dual) {
            return Optional.of(left);
        }
        if (left instanceof InfoSchema first && right instanceof InfoSchema second) {
            return SystemTablePredicates.merged(first, second).map(both -> both);
        }
        if (!sides.sameKeyspace) {
            return Optional.empty();
        }
        if (left instanceof AnyShard first) {
            return right instanceof AnyShard second
                    ? Optional.of(new AnyShard(first.keyspace(), alternates(first, second, predicates, type, planning)))
                    : unlessRepeated(right, type);
        }
        if (right instanceof AnyShard || left instanceof None) {
            return Optional.of(left);
        }
        if (right instanceof None) {
            return Optional.of(type.isInner() ? right : left);
        }
        return left instanceof Sharded first && right instanceof Sharded second
                && ShardedMerging.isPossible(sides, predicates, planning)
                        ? Optional.of(type.isInner()
                                ? ShardedMerging.merged(first, second)
                                : ShardedMerging.leading(first, second))
                        : Optional.empty();
    }

    /** Rows of the left side that have no partner are rows of the join, and every shard has the left side. */
    private static Optional<Routing> unlessRepeated(Routing right, JoinType type) {
        return type.isInner() || right.isSingleShard() ? Optional.of(right) : Optional.empty();
    }

    /** The routing of a route for which the predicates that concern it alone hold. */
    private static Routing narrowed(Route route, List<Expression> predicates, Planning planning) {
        if (route.routing() instanceof InfoSchema) {
            return route.routing(); // the predicates themselves would have to change
        }
        TableSet tables = TableIds.of(route);
        List<Predicate> known = predicates.stream()
                .filter(predicate -> planning.semantics().direct(predicate).isSubsetOf(tables))
                .map(Predicate::of).toList();
        return Routings.add(known, route.routing(), planning).routing();
    }

    private static Map<String, Route> alternates(AnyShard left, AnyShard right, List<Expression> predicates,
            JoinType type, Planning planning) {
        Map<String, Route> both = new LinkedHashMap<>();
        left.alternates().forEach((keyspace, first) -> {
            Route second = right.alternates().get(keyspace);
            if (second != null) {
                join(first, second, predicates, type, planning)
                        .ifPresent(merged -> both.put(keyspace, joined(merged, predicates, type, planning)));
            }
        });
        return both;
    }

    /** One route in place of two, whose shards join. The names that another join would need are used up all the same. */
    public static Route joined(Merged merged, List<Expression> predicates, JoinType type, Planning planning) {
        TableSet left = TableIds.of(merged.left.input());
        Operator.ApplyJoin join = new Operator.ApplyJoin(merged.left.input(), merged.right.input(), type)
                .withPredicates(predicates.stream()
                        .map(predicate -> JoinColumns.split(predicate, left, planning)).toList());
        return new Route(join, merged.routing).withMerged(List.of(merged.right));
    }

    // unions

    /**
     * Two queries of a union as one, or empty when they cannot be.
     *
     * @param distinct true when a row counts once, however often it comes
     */
    public static Optional<Merged> union(Operator left, Operator right, boolean distinct, Planning planning) {
        return sides(left, right).flatMap(sides -> united(sides, distinct, planning).map(sides::merged));
    }

    private static Optional<Routing> united(Sides sides, boolean distinct, Planning planning) {
        Routing left = sides.left.routing();
        Routing right = sides.right.routing();
        if (right instanceof Dual || (right instanceof AnyShard && sides.sameKeyspace)) {
            return onceOnly(left, distinct);
        }
        if (left instanceof Dual || (left instanceof AnyShard && sides.sameKeyspace)) {
            return onceOnly(right, distinct);
        }
        if (!sides.sameKeyspace) {
            return Optional.empty();
        }
        if (left instanceof None) {
            return among(right, sides.left, planning);
        }
        if (right instanceof None) {
            return among(left, sides.right, planning);
        }
        return left instanceof Sharded first && right instanceof Sharded second
                ? united(sides, first, second, planning)
                : Optional.empty();
    }

    private static Optional<Routing> united(Sides sides, Sharded left, Sharded right, Planning planning) {
        if (ShardedMerging.isScatter(left)) {
            return among(left, sides.right, planning);
        }
        if (ShardedMerging.isScatter(right)) {
            return among(right, sides.left, planning);
        }
        return ShardedMerging.haveSameValues(left, right) ? Optional.of(left) : Optional.empty();
    }

    /** What every shard has the same must not come from several. */
    private static Optional<Routing> onceOnly(Routing routing, boolean distinct) {
        return distinct || routing.isSingleShard() ? Optional.of(routing) : Optional.empty();
    }

    /** The routing, unless the other query has rows where it finds none. */
    private static Optional<Routing> among(Routing routing, Route other, Planning planning) {
        boolean isSame = routing.opcode() == other.routing().opcode();
        return isSame || EmptyTables.giveNoRows(other.input(), planning) ? Optional.of(routing) : Optional.empty();
    }

    // what subqueries need besides

    /**
     * True when two routes of sharded tables go to the same shards: by the same values of the same vindex, or because a
     * predicate compares columns of both that have the same vindex.
     */
    public static boolean areTogether(Sides sides, List<Expression> predicates, Planning planning) {
        return sides.sameKeyspace && ShardedMerging.isPossible(sides, predicates, planning);
    }

    /**
     * The routing of two routes of sharded tables that are one ({@link #areTogether}), by the predicates of both. For other
     * predicates change what it has seen and {@link Routings#reset} it.
     */
    public static Sharded together(Sharded left, Sharded right) {
        return ShardedMerging.merged(left, right);
    }

    /** The routing of two queries of system tables that are one; empty when they may ask for different schemas. */
    public static Optional<InfoSchema> together(InfoSchema left, InfoSchema right) {
        return SystemTablePredicates.merged(left, right);
    }
}
