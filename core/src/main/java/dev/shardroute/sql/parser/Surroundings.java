package dev.shardroute.sql.parser;

import dev.shardroute.sql.ast.Into;
import dev.shardroute.sql.ast.Limit;
import dev.shardroute.sql.ast.Locking;
import dev.shardroute.sql.ast.OrderItem;
import dev.shardroute.sql.ast.Query;
import dev.shardroute.sql.ast.Select;
import dev.shardroute.sql.ast.SelectItem;
import dev.shardroute.sql.ast.SetOperation;
import dev.shardroute.sql.ast.ValuesRows;
import dev.shardroute.sql.ast.With;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What may stand around any query, in parentheses or not. */
record Surroundings(@Nullable With with, List<OrderItem> orderBy, @Nullable Limit limit, List<Locking> locks,
        @Nullable Into into) {
    /** Nothing at all. */
    static final Surroundings NONE = new Surroundings(null, List.of(), null, List.of(), null);

    /** What a query has around it. */
    static Surroundings of(Query query) {
        return switch (query) {
            case Select select -> new Surroundings(select.with(), select.orderBy(), select.limit(), select.locks(),
                    select.into());
            case SetOperation operation -> new Surroundings(operation.with(), operation.orderBy(), operation.limit(),
                    operation.locks(), operation.into());
            case ValuesRows values ->
                    new Surroundings(values.with(), values.orderBy(), values.limit(), List.of(), null);
        };
    }

    boolean isEmpty() {
        return with == null && !isAnyBehind() && into == null;
    }

    private boolean isAnyBehind() {
        return !orderBy.isEmpty() || limit != null || !locks.isEmpty();
    }

    /**
     * Why this cannot be put around a query in parentheses, or null. An order inside means nothing when there is another
     * outside; but a limit inside counts before all that is outside.
     */
    @Nullable String obstacle(Query query) {
        Surroundings inner = of(query);
        if (inner.into != null) {
            return "clauses around a query with INTO";
        }
        if (with != null && inner.with != null) {
            return "WITH around a query with WITH";
        }
        if (inner.limit != null && (limit != null || !orderBy.isEmpty())) {
            return "ORDER BY or LIMIT around a query with LIMIT";
        }
        if (!locks.isEmpty() && !inner.locks.isEmpty()) {
            return "locks around a query with locks";
        }
        return obstacleOfKind(query);
    }

    private @Nullable String obstacleOfKind(Query query) {
        boolean isPlain = locks.isEmpty() && into == null;
        return switch (query) {
            case ValuesRows values -> isPlain ? null : "locks or INTO around VALUES";
            case Select select -> select.items().getFirst() instanceof SelectItem.NextValues
                    ? "clauses around a query of a sequence"
                    : null;
            case SetOperation operation -> null;
        };
    }

    /** The query with this around it instead of what it has there; where this has nothing, that stays. */
    Query around(Query query) {
        Surroundings inner = of(query);
        With outerWith = with == null ? inner.with : with;
        List<OrderItem> order = orderBy.isEmpty() ? inner.orderBy : orderBy;
        Limit rows = limit == null ? inner.limit : limit;
        List<Locking> allLocks = locks.isEmpty() ? inner.locks : locks;
        return switch (query) {
            case Select select -> new Select(outerWith, select.comments(), select.distinct(), select.options(),
                    select.items(), select.from(), select.where(), select.groupBy(), select.having(), select.windows(),
                    order, rows, allLocks, into);
            case SetOperation operation -> new SetOperation(outerWith, operation.first(), operation.arms(), order, rows,
                    allLocks, into);
            case ValuesRows values -> new ValuesRows(outerWith, values.comments(), values.rows(), values.list(), order,
                    rows);
        };
    }
}
