package dev.shardroute.planner.offset;

import dev.shardroute.planner.operator.Planning;
import dev.shardroute.planner.plan.GatewayPrimitive;
import dev.shardroute.planner.plan.Primitive;
import dev.shardroute.planner.plan.Primitive.Route;
import dev.shardroute.planner.plan.RouteOptions;
import dev.shardroute.planner.semantics.TableInfo;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Limit;
import dev.shardroute.sql.ast.Query;
import dev.shardroute.sql.ast.Select;
import dev.shardroute.sql.ast.TableExpression.Bound;

/** Marks the route of a statement that has a row even where no shard has what it asks for. */
final class NeverEmpty {
    private NeverEmpty() {}

    /** The primitive of a whole statement, marked where it is a route that needs it. */
    static Primitive of(Query query, Primitive primitive, Planning planning) {
        if (!(query instanceof Select select) || !hasRow(select, planning)) {
            return primitive;
        }
        return switch (primitive) {
            case Route route -> marked(route);
            case GatewayPrimitive.VindexLookup(var routing, var lookup, var target) ->
                    new GatewayPrimitive.VindexLookup(routing, lookup, marked(target));
            default -> primitive;
        };
    }

    private static Route marked(Route route) {
        RouteOptions options = route.options();
        return new Route(route.routing(), route.query(), route.fieldQuery(), route.orderBy(), route.resultColumns(),
                new RouteOptions(options.queryTimeout(), options.scatterErrorsAsWarnings(),
                        options.fetchLastInsertId(), true));
    }

    private static boolean hasRow(Select select, Planning planning) {
        return isOfNoTable(select, planning)
                || (select.groupBy().isEmpty() && select.items().stream().anyMatch(planning::containsAggregate));
    }

    private static boolean isOfNoTable(Select select, Planning planning) {
        boolean isPlain = select.where() == null && select.groupBy().isEmpty() && select.having() == null
                && select.orderBy().isEmpty();
        return isPlain && keepsRow(select.limit()) && readsNothing(select, planning);
    }

    private static boolean keepsRow(@org.jspecify.annotations.Nullable Limit limit) {
        return limit == null || (limit.offset() == null && limit.rowCount() instanceof Expression.Literal(var count)
                && !count.text().equals("0"));
    }

    private static boolean readsNothing(Select select, Planning planning) {
        return select.from().isEmpty() || (select.from().size() == 1
                && select.from().getFirst() instanceof Bound(var written, var number)
                && planning.semantics().info(number) instanceof TableInfo.Real real && real.isDual());
    }
}
