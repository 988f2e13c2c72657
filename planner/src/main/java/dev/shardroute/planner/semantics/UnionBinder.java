package dev.shardroute.planner.semantics;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.planner.semantics.QueryBinder.Place;
import dev.shardroute.planner.semantics.TableInfo.Derived;
import dev.shardroute.planner.semantics.TableInfo.DerivedColumn;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.Collate;
import dev.shardroute.sql.ast.OrderItem;
import dev.shardroute.sql.ast.SetOperation;
import dev.shardroute.sql.ast.SetOperation.Arm;
import dev.shardroute.sql.function.ExpressionType;
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
        for (Arm arm : union.arms()) {
            BoundQuery part = queries.bind(arm.query(), outer, common, Place.ARM);
            checkCounts(parts.getFirst(), part, arm.operator());
            parts.add(part);
            arms.add(new Arm(arm.operator(), arm.all(), part.query()));
        }
        Derived rows = (Derived) analysis.tables().add(number -> rows(number, parts));
        SetOperation bound = new SetOperation(null, parts.getFirst().query(), arms, orderBy(union.orderBy(), rows),
                union.limit(), union.locks(), union.into());
        analysis.note(bound, rows.number());
        return new BoundQuery(bound, outside(rows), rows.tables(), rows.complete());
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

    // the rows

    private Derived rows(int number, List<BoundQuery> parts) {
        boolean complete = parts.stream().allMatch(BoundQuery::complete);
        List<DerivedColumn> columns = new ArrayList<>();
        for (int i = 0; complete && i < parts.getFirst().columns().size(); i++) {
            columns.add(column(i, parts));
        }
        TableSet tables = TableSet.EMPTY;
        for (BoundQuery part : parts) {
            tables = complete ? tables : tables.union(origins(part));
        }
        return new Derived(number, "", columns, tables, complete);
    }

    private static TableSet origins(BoundQuery part) {
        TableSet origins = part.tables();
        for (DerivedColumn column : part.columns()) {
            origins = origins.union(column.recursive());
        }
        return origins;
    }

    private DerivedColumn column(int index, List<BoundQuery> parts) {
        TableSet recursive = TableSet.EMPTY;
        List<Optional<ExpressionType>> types = new ArrayList<>();
        for (BoundQuery part : parts) {
            recursive = recursive.union(part.columns().get(index).recursive());
            types.add(part.columns().get(index).type());
        }
        DerivedColumn first = parts.getFirst().columns().get(index);
        return new DerivedColumn(first.name(), first.expression(), recursive, analysis.tables().merged(types));
    }

    /** The columns for the query around, in which they are columns of the rows. */
    private static List<DerivedColumn> outside(Derived rows) {
        return rows.columns().stream().map(column -> new DerivedColumn(column.name(), rows.outside(column),
                column.recursive(), column.type())).toList();
    }

    // order

    private List<OrderItem> orderBy(List<OrderItem> order, Derived rows) {
        Scope scope = new Scope(outer, List.of(new ScopeTable(rows, null)), List.of(), null);
        ExpressionBinder binder = new ExpressionBinder(queries, common, new ColumnNames.OfResult(scope, rows, analysis),
                WindowNames.NONE);
        return order.stream().map(item -> new OrderItem(key(item.expression(), rows, binder), item.descending()))
                .toList();
    }

    private static Expression key(Expression key, Derived rows, ExpressionBinder binder) {
        Optional<String> place = SelectList.place(key);
        if (place.isEmpty()) {
            return binder.bind(key);
        }
        Expression column = rows.outside(column(place.get(), rows));
        return key instanceof Collate(var operand, var collation) ? new Collate(column, collation) : column;
    }

    private static DerivedColumn column(String place, Derived rows) {
        if (!rows.complete()) {
            throw ErrorCode.VT09015.error("the " + CLAUSE + " has the number of a column, and a star is in the UNION");
        }
        int number = place.length() > 9 ? 0 : Integer.parseInt(place);
        if (number < 1 || number > rows.columns().size()) {
            throw ErrorCode.VT03014.error(place, CLAUSE);
        }
        DerivedColumn column = rows.columns().get(number - 1);
        if (rows.columns().stream().filter(other -> other.name().equalsIgnoreCase(column.name())).count() > 1) {
            throw ErrorCode.VT12001.error("UNION in the order of a column whose name another column has too");
        }
        return column;
    }
}
