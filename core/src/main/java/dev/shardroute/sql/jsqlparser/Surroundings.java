package dev.shardroute.sql.jsqlparser;

import dev.shardroute.sql.ast.Into;
import dev.shardroute.sql.ast.Limit;
import dev.shardroute.sql.ast.Locking;
import dev.shardroute.sql.ast.OrderItem;
import dev.shardroute.sql.ast.Query;
import dev.shardroute.sql.ast.Select;
import dev.shardroute.sql.ast.SetOperation;
import dev.shardroute.sql.ast.ValuesRows;
import dev.shardroute.sql.ast.With;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What may stand around any query. */
record Surroundings(@Nullable With with, List<OrderItem> orderBy, @Nullable Limit limit, List<Locking> locks) {
    /** Nothing. */
    static final Surroundings NONE = new Surroundings(null, List.of(), null, List.of());

    boolean isEmpty() {
        return with == null && orderBy.isEmpty() && limit == null && locks.isEmpty();
    }

    /** What stands around a converted query. */
    static Surroundings of(Query query) {
        List<Locking> locks = switch (query) {
            case Select select -> select.locks();
            case SetOperation operation -> operation.locks();
            case ValuesRows values -> List.of();
        };
        return new Surroundings(query.with(), query.orderBy(), query.limit(), locks);
    }

    /**
     * The query in parentheses with this around it. An order inside means nothing when there is another outside; but a limit
     * inside counts before all that is outside.
     */
    Query around(Query query) {
        Surroundings inner = of(query);
        Refusal.when(inner.limit != null && (limit != null || !orderBy.isEmpty()),
                "a query with LIMIT inside of another");
        Refusal.when(with != null && inner.with != null, "a query with WITH inside of another");
        Refusal.when(!locks.isEmpty() && !inner.locks.isEmpty(), "a query with locks inside of another");
        Surroundings all = new Surroundings(with == null ? inner.with : with,
                orderBy.isEmpty() ? inner.orderBy : orderBy, limit == null ? inner.limit : limit,
                locks.isEmpty() ? inner.locks : locks);
        return switch (query) {
            case Select select -> all.replacing(select, select.into());
            case SetOperation operation -> new SetOperation(all.with, operation.first(), operation.arms(), all.orderBy,
                    all.limit, all.locks, operation.into());
            case ValuesRows values -> {
                Refusal.when(!all.locks.isEmpty(), "locks behind VALUES");
                yield new ValuesRows(all.with, values.comments(), values.rows(), values.list(), all.orderBy, all.limit);
            }
        };
    }

    /** These and others, where both do not say the same. */
    Surroundings with(Surroundings others) {
        boolean twice = (!orderBy.isEmpty() && !others.orderBy.isEmpty()) || (limit != null && others.limit != null)
                || (!locks.isEmpty() && !others.locks.isEmpty());
        Refusal.when(twice, "ORDER BY and the like twice");
        return new Surroundings(with, orderBy.isEmpty() ? others.orderBy : orderBy,
                limit == null ? others.limit : limit, locks.isEmpty() ? others.locks : locks);
    }

    /** The query with this and INTO instead of what stands around it. */
    Select replacing(Select select, @Nullable Into into) {
        return new Select(with, select.comments(), select.distinct(), select.options(), select.items(), select.from(),
                select.where(), select.groupBy(), select.having(), select.windows(), orderBy, limit, locks, into);
    }
}
