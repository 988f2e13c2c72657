package dev.shardroute.planner.offset;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.planner.operator.Operator;
import dev.shardroute.planner.plan.Primitive;
import dev.shardroute.planner.plan.RoutingParameters;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Insert;
import dev.shardroute.sql.printer.SqlPrinter;
import dev.shardroute.sql.printer.SqlTemplate;
import java.util.Optional;

/** Makes the primitives of a tree that is one route or one insert. */
public final class PlanBuilder {
    private PlanBuilder() {}

    /** The primitive, or empty when work is left above the routes. */
    public static Optional<Primitive> build(Operator root) {
        return switch (root) {
            case Operator.Route route -> Optional.of(route(route));
            case Operator.ShardedInsert insert -> Optional.of(insert(insert));
            case Operator.Table table -> Optional.empty();
            case Operator.Dual dual -> Optional.empty();
            case Operator.Insert insert -> Optional.empty();
            case Operator.Filter filter -> Optional.empty();
            case Operator.Horizon horizon -> Optional.empty();
            case Operator.Update update -> Optional.empty();
            case Operator.Delete delete -> Optional.empty();
        };
    }

    private static Primitive route(Operator.Route route) {
        RoutingParameters routing = route.routing().parameters();
        Optional<Expression> split = route.routing().splitPredicate();
        return switch (route.input()) {
            case Operator.Horizon horizon -> new Primitive.Route(routing,
                    SqlPrinter.template(ShardSql.of(horizon.select(), split)),
                    SqlPrinter.template(ShardSql.fieldQuery(horizon.select())));
            case Operator.Update update -> new Primitive.Update(routing,
                    SqlPrinter.template(ShardSql.of(update.statement(), split)));
            case Operator.Delete delete -> new Primitive.Delete(routing,
                    SqlPrinter.template(ShardSql.of(delete.statement(), split)));
            case Operator.Insert insert -> new Primitive.UnshardedInsert(routing.keyspace(),
                    SqlPrinter.template(insert.statement()));
            default -> throw ErrorCode.VT13001.error("a route over " + route.input().describe());
        };
    }

    private static Primitive insert(Operator.ShardedInsert operator) {
        Insert insert = operator.statement();
        SqlTemplate head = SqlPrinter.insertHead(insert);
        boolean ignore = insert.ignore() || !insert.onDuplicate().isEmpty();
        return new Primitive.ShardedInsert(operator.keyspace(), head,
                operator.rows().stream().map(SqlPrinter::row).toList(),
                SqlPrinter.insertTail(insert), operator.vindexes(), ignore);
    }
}
