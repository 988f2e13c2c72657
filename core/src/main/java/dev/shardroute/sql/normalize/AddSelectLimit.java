package dev.shardroute.sql.normalize;

import dev.shardroute.sql.ast.Expression.Literal;
import dev.shardroute.sql.ast.Limit;
import dev.shardroute.sql.ast.Query;
import dev.shardroute.sql.ast.Select;
import dev.shardroute.sql.ast.SelectItem;
import dev.shardroute.sql.ast.SetOperation;
import dev.shardroute.sql.ast.Statement;
import dev.shardroute.sql.ast.ValuesRows;
import dev.shardroute.type.Value;

/**
 * Limits the rows that the client is sent to the session's {@code sql_select_limit}.
 *
 * <pre>{@code
 * select a from t                    ->  select a from t limit 10
 * select a from t union select 1     ->  select a from t union select 1 limit 10
 * }</pre>
 *
 * It keeps a query that has a LIMIT, one whose rows go elsewhere with INTO, one that takes values of a sequence, and
 * queries in other statements.
 */
final class AddSelectLimit {
    private AddSelectLimit() {}

    /** The statement with the limit, or as it is. */
    static Statement add(Statement statement, long rows) {
        if (!(statement instanceof Query query) || query.limit() != null) {
            return statement;
        }
        Limit limit = new Limit(null, new Literal(Value.of(rows)));
        return switch (query) {
            case Select s -> s.into() == null && !isNextValues(s) ? s.withOrder(s.orderBy(), limit) : s;
            case SetOperation s -> s.into() == null
                    ? new SetOperation(s.with(), s.first(), s.arms(), s.orderBy(), limit, s.locks(), null)
                    : s;
            case ValuesRows s ->
                    new ValuesRows(s.with(), s.comments(), s.rows(), s.list(), s.orderBy(), limit);
        };
    }

    private static boolean isNextValues(Select select) {
        return select.items().getFirst() instanceof SelectItem.NextValues;
    }
}
