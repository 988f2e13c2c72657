package dev.shardroute.planner;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.key.Destination;
import dev.shardroute.key.KeyspaceId;
import dev.shardroute.planner.operator.Items;
import dev.shardroute.planner.plan.GatewayPrimitive.Lock;
import dev.shardroute.planner.plan.GatewayPrimitive.Projected;
import dev.shardroute.planner.plan.GatewayPrimitive.Projection;
import dev.shardroute.planner.plan.GatewayPrimitive.SingleRow;
import dev.shardroute.planner.plan.KeyspaceRef;
import dev.shardroute.planner.plan.Primitive;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.Call;
import dev.shardroute.sql.ast.Expression.Literal;
import dev.shardroute.sql.ast.Limit;
import dev.shardroute.sql.ast.Query;
import dev.shardroute.sql.ast.Select;
import dev.shardroute.sql.ast.SelectItem;
import dev.shardroute.sql.function.Constants;
import dev.shardroute.sql.function.Evaluation;
import dev.shardroute.sql.function.Functions;
import dev.shardroute.sql.printer.SqlPrinter;
import dev.shardroute.vschema.VSchema;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Plans queries without tables that need no shard: {@code select 1 + 1}. Functions of locks with a name are no such thing: they
 * are all run by one shard, always the same one, so that all sessions meet there.
 */
final class DualQuery {
    /** What a SELECT without FROM reads. */
    static final String TABLE = "dual";
    /** Where locks live: the shard of this keyspace id in the first keyspace. */
    private static final KeyspaceId PLACE_OF_LOCKS = KeyspaceId.of(new byte[1]);

    private DualQuery() {}

    /** What answers the query; empty when it has tables, or what only a shard can evaluate. */
    static Optional<Primitive> of(Query query, VSchema vschema) {
        return query instanceof Select select && isPlain(select)
                ? Items.known(select.items()).flatMap(items -> of(select, items, vschema))
                : Optional.empty();
    }

    /** What such a query is said to read. */
    static List<String> tables(VSchema vschema, PlanningContext context) {
        String keyspace = context.keyspace().filter(vschema.keyspaces()::containsKey).orElseGet(() -> first(vschema));
        return List.of(keyspace + "." + TABLE);
    }

    private static String first(VSchema vschema) {
        return vschema.keyspaces().keySet().stream().sorted().findFirst().orElseThrow(ErrorCode.VT09005::error);
    }

    private static boolean isPlain(Select select) {
        return select.from().isEmpty() && select.where() == null && select.groupBy().isEmpty()
                && select.having() == null && select.orderBy().isEmpty() && select.into() == null
                && keepsRow(select.limit());
    }

    private static boolean keepsRow(@Nullable Limit limit) {
        return limit == null
                || (limit.offset() == null && limit.rowCount() instanceof Literal(var count)
                        && !count.text().equals("0"));
    }

    private static Optional<Primitive> of(Select select, List<SelectItem.Item> items, VSchema vschema) {
        long locks = items.stream().filter(item -> Functions.isLock(item.expression())).count();
        if (locks == items.size()) {
            return Optional.of(lock(select, items, vschema));
        }
        boolean isEvaluable = locks == 0
                && items.stream().allMatch(item -> Evaluation.isEvaluable(item.expression()));
        return isEvaluable
                ? Optional.of(new Projection(new SingleRow(), items.stream().map(DualQuery::projected).toList()))
                : Optional.empty();
    }

    private static Projected projected(SelectItem.Item item) {
        Expression expression = item.expression();
        Expression value = Constants.fold(expression).<Expression>map(Literal::new).orElse(expression);
        return new Projected(value, Items.name(item));
    }

    private static Lock lock(Select select, List<SelectItem.Item> items, VSchema vschema) {
        List<Call> calls = items.stream().map(item -> checked((Call) item.expression())).toList();
        String first = first(vschema);
        KeyspaceRef keyspace = new KeyspaceRef(first, vschema.keyspace(first).sharded());
        return new Lock(keyspace, new Destination.Id(PLACE_OF_LOCKS), SqlPrinter.fields(select), calls);
    }

    private static Call checked(Call call) {
        if (!call.arguments().stream().allMatch(Evaluation::isEvaluable)) {
            throw ErrorCode.VT12001.error("arguments of " + SqlPrinter.print(call));
        }
        return call;
    }
}
