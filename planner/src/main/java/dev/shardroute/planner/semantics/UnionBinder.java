package dev.shardroute.planner.semantics;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.planner.semantics.QueryBinder.Place;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.Collate;
import dev.shardroute.sql.ast.OrderItem;
import dev.shardroute.sql.ast.SetOperation;
import dev.shardroute.sql.ast.SetOperation.Arm;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Binds a set operation. For one set operation. */
final class UnionBinder {
    private static final String CLAUSE = "order clause";

    private final QueryBinder queries;
    private final Analysis analysis;
    private final @Nullable Scope outer;
    private final CommonTables common;
    private final Place place;

    UnionBinder(QueryBinder queries, @Nullable Scope outer, CommonTables common, Place place) {
        this.queries = queries;
        this.analysis = queries.analysis();
        this.outer = outer;
        this.common = common;
        this.place = place;
    }

    BoundQuery bind(SetOperation union) {
        check(union);
        List<BoundQuery> parts = new ArrayList<>();
        parts.add(queries.bind(union.first(), outer, common, Place.ARM));
        List<Arm> arms = new ArrayList<>();
        for (Arm arm : union.arms().stream().flatMap(arm -> ValuesQueries.arms(arm).stream()).toList()) {
            BoundQuery part = queries.bind(arm.query(), outer, common, Place.ARM);
            checkCounts(parts.getFirst(), part, arm.operator());
            parts.add(part);
            arms.add(new Arm(arm.operator(), arm.all(), part.query()));
        }
        UnionRows rows = UnionRows.of(parts, analysis.tables());
        SetOperation bound = new SetOperation(null, parts.getFirst().query(), arms, orderBy(union.orderBy(), rows),
                union.limit(), union.locks(), union.into());
        if (rows.complete()) {
            analysis.note(bound, rows.items());
        }
        return new BoundQuery(bound, rows.columns(), rows.tables(), rows.complete());
    }

    private void check(SetOperation union) {
        analysis.signature().union();
        if (union.arms().stream().anyMatch(arm -> !arm.all())) {
            analysis.signature().distinct();
        }
        if (union.into() != null) {
            if (place != Place.STATEMENT) {
                throw ErrorCode.VT03008.error("INTO");
            }
            analysis.requireUnsharded(ErrorCode.VT12001.error("INTO on a sharded keyspace"));
        }
    }

    /** Both have as many columns, as far as these are known. */
    static void checkCounts(BoundQuery first, BoundQuery other, SetOperation.Operator operator) {
        if (first.complete() && other.complete() && first.columns().size() != other.columns().size()) {
            throw ErrorCode.SR01012.error(operator, first.columns().size(), other.columns().size());
        }
    }

    // order

    private List<OrderItem> orderBy(List<OrderItem> order, UnionRows rows) {
        ColumnNames names = new ColumnNames.OfResult(Scope.of(outer, rows.first()), rows, analysis);
        ExpressionBinder binder = new ExpressionBinder(queries, common, names, WindowNames.NONE);
        return order.stream().map(item -> new OrderItem(key(item.expression(), rows, binder), item.descending()))
                .toList();
    }

    private static Expression key(Expression key, UnionRows rows, ExpressionBinder binder) {
        Optional<String> place = SelectList.place(key);
        if (place.isEmpty()) {
            return binder.bind(key);
        }
        Expression column = rows.at(place.get(), CLAUSE);
        return key instanceof Collate(var operand, var collation) ? new Collate(column, collation) : column;
    }
}
