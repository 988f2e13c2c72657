package dev.shardroute.planner.routing;

import dev.shardroute.planner.operator.JoinType;
import dev.shardroute.planner.operator.Operator;
import dev.shardroute.planner.operator.Planning;
import dev.shardroute.planner.operator.Routing;
import dev.shardroute.sql.ast.Expression;
import java.util.List;
import java.util.Optional;

/** Which routes can be one. */
public final class Merging {
    private Merging() {}

    /** What becomes of two routes that are one: the routes, of which one may be that of the same tables in another keyspace, and the routing. */
    public record Merged(Operator.Route left, Operator.Route right, Routing routing) {}

    /** The two sides of a join as one, or empty when they cannot be. */
    public static Optional<Merged> join(Operator left, Operator right, List<Expression> predicates, JoinType type,
            Planning planning) {
        return Optional.empty();
    }

    /** Two queries of a union as one, or empty when they cannot be. */
    public static Optional<Merged> union(Operator left, Operator right, Planning planning) {
        return Optional.empty();
    }
}
