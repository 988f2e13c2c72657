package dev.shardroute.sql.normalize;

import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.Column;
import dev.shardroute.sql.ast.Expression.In;
import dev.shardroute.sql.ast.Expression.Subquery;
import dev.shardroute.sql.ast.Expression.Tuple;
import dev.shardroute.sql.ast.Nodes;
import dev.shardroute.sql.ast.Select;
import dev.shardroute.sql.ast.SelectItem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes an expression out of a query that does nothing but give it.
 *
 * <pre>{@code
 * (select f(1) from dual)            ->  f(1)
 * a in (select f(1) from dual)       ->  a in (f(1))
 * }</pre>
 *
 * It keeps the query where the expression would mean something else outside: with an aggregate or window function, and
 * with a column that does not name its table, which may be the alias of another selected item. Behind IN it also keeps a
 * query of a query: without rows that is one NULL in it, and no row outside.
 */
final class UnwrapDualQuery {
    private final Aggregates aggregates;

    UnwrapDualQuery(Aggregates aggregates) {
        this.aggregates = aggregates;
    }

    /** The expression, or the query as it is. */
    Expression unwrap(Subquery subquery) {
        Expression only = onlyExpression(subquery);
        return only == null ? subquery : only;
    }

    /** The condition with the expression in the list, or as it is. */
    In unwrap(In in) {
        Expression only = in.right() instanceof Subquery subquery ? onlyExpression(subquery) : null;
        return only == null || only instanceof Subquery ? in : new In(in.not(), in.left(), new Tuple(List.of(only)));
    }

    private @Nullable Expression onlyExpression(Subquery subquery) {
        if (!(subquery.query() instanceof Select select) || !isPlain(select) || select.items().size() != 1) {
            return null;
        }
        return select.items().getFirst() instanceof SelectItem.Item(var expression, var alias)
                && meansTheSame(expression)
                        ? expression
                        : null;
    }

    private static boolean isPlain(Select select) {
        boolean givesOneRow = select.from().isEmpty() && select.where() == null && select.groupBy().isEmpty()
                && select.having() == null && select.limit() == null;
        return givesOneRow && select.with() == null && select.options().isEmpty() && select.windows().isEmpty()
                && select.orderBy().isEmpty() && select.locks().isEmpty() && select.into() == null;
    }

    private boolean meansTheSame(Expression expression) {
        boolean isColumn = expression instanceof Column;
        return !isColumn && !aggregates.areAnywhereIn(expression)
                && !Nodes.anyMatch(expression, part -> part instanceof Column column && column.table() == null);
    }
}
