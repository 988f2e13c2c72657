package dev.shardroute.sql.normalize;

import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.Bool;
import dev.shardroute.sql.ast.Expression.Exists;
import dev.shardroute.sql.ast.Expression.Literal;
import dev.shardroute.sql.ast.GroupBy;
import dev.shardroute.sql.ast.Select;
import dev.shardroute.sql.ast.SelectItem;
import dev.shardroute.type.Value;
import java.util.List;

/**
 * Leaves out what EXISTS does not look at.
 *
 * <pre>{@code
 * exists (select a, b from t where c group by a order by b)  ->  exists (select 1 from t where c)
 * exists (select count(*) from t where c)                    ->  true
 * }</pre>
 *
 * It keeps a query whose number of rows depends on what would be left out: one with HAVING or ROLLUP, one that groups or
 * is DISTINCT and has a LIMIT, and one that aggregates, unless without doubt it always gives exactly one row.
 */
final class SimplifyExists {
    private static final List<SelectItem> ONE = List.of(new SelectItem.Item(new Literal(Value.of(1)), null));

    private final Aggregates aggregates;

    SimplifyExists(Aggregates aggregates) {
        this.aggregates = aggregates;
    }

    /** The simpler condition, or the same. */
    Expression simplify(Exists exists) {
        if (!(exists.query() instanceof Select query) || query.having() != null || query.groupBy().rollup()) {
            return exists;
        }
        if (query.groupBy().isEmpty() && aggregates(query)) {
            return givesOneRow(query) ? new Bool(true) : exists;
        }
        boolean countsRows = query.limit() != null && (query.distinct() || !query.groupBy().isEmpty());
        boolean isSimple = query.items().equals(ONE) && query.groupBy().isEmpty() && query.orderBy().isEmpty();
        return countsRows || isSimple ? exists : new Exists(simpler(query));
    }

    private static Select simpler(Select query) {
        return query.withItems(ONE).withGroupBy(GroupBy.NONE).withOrder(List.of(), query.limit());
    }

    private boolean aggregates(Select query) {
        return query.items().stream().anyMatch(aggregates::areAnywhereIn)
                || query.orderBy().stream().anyMatch(aggregates::areAnywhereIn);
    }

    /** A LIMIT may be zero, and a lock is taken for its own sake. */
    private boolean givesOneRow(Select query) {
        return query.limit() == null && query.locks().isEmpty() && aggregates.areOwnIn(query);
    }
}
