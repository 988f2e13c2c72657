package dev.shardroute.planner.semantics;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.planner.semantics.QueryBinder.Place;
import dev.shardroute.planner.semantics.ScopeTable.StarColumn;
import dev.shardroute.planner.semantics.TableInfo.DerivedColumn;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.GroupBy;
import dev.shardroute.sql.ast.NamedWindow;
import dev.shardroute.sql.ast.OrderItem;
import dev.shardroute.sql.ast.Select;
import dev.shardroute.sql.ast.Select.Option;
import dev.shardroute.sql.ast.SelectItem;
import dev.shardroute.sql.ast.TableName;
import dev.shardroute.sql.ast.Window;
import dev.shardroute.vschema.TableType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Binds a SELECT. For one SELECT. */
final class SelectBinder {
    private final QueryBinder queries;
    private final Analysis analysis;
    private final @Nullable Scope outer;
    private final CommonTables common;
    private final Place place;

    SelectBinder(QueryBinder queries, @Nullable Scope outer, CommonTables common, Place place) {
        this.queries = queries;
        this.analysis = queries.analysis();
        this.outer = outer;
        this.common = common;
        this.place = place;
    }

    BoundQuery bind(Select select) {
        check(select);
        Source source = new FromBinder(queries, outer, common).bind(select.from());
        Scope scope = Scope.of(outer, source).with(select.items());
        WindowNames windows = WindowNames.of(select.windows());
        ExpressionBinder plain = binder(new ColumnNames.OfTables(scope, analysis), windows);
        List<SelectItem> items = items(select.items(), source, plain);
        SelectList list = new SelectList(items);
        Expression where = plain.bindOptional(select.where());
        GroupBy groupBy = groupBy(select.groupBy(), scope, list, windows);
        Expression having = binder(new ColumnNames.OfHaving(scope, list, groupBy, analysis), windows)
                .bindOptional(select.having());
        List<NamedWindow> named = named(select.windows(), windows, plain);
        List<OrderItem> orderBy = orderBy(select.orderBy(), list,
                binder(new ColumnNames.OfOrderBy(scope, list, analysis), windows));
        Select bound = new Select(null, select.comments(), select.distinct(), select.options(), items,
                source.written(), where, groupBy, having, named, orderBy,
                select.limit() == null ? null : plain.bindParts(select.limit()), select.locks(), select.into());
        return result(bound, source);
    }

    private ExpressionBinder binder(ColumnNames names, WindowNames windows) {
        return new ExpressionBinder(queries, common, names, windows);
    }

    private void check(Select select) {
        if (select.distinct()) {
            analysis.signature().distinct();
        }
        if (select.options().contains(Option.SQL_CALC_FOUND_ROWS) && place != Place.STATEMENT) {
            throw place == Place.ARM
                    ? ErrorCode.VT12001.error("SQL_CALC_FOUND_ROWS with UNION")
                    : ErrorCode.VT03008.error("SQL_CALC_FOUND_ROWS");
        }
        boolean isNext = select.items().stream().anyMatch(SelectItem.NextValues.class::isInstance);
        if ((isNext || select.into() != null) && place != Place.STATEMENT) {
            throw ErrorCode.VT03008.error(isNext ? "NEXT" : "INTO");
        }
        if (select.into() != null) {
            analysis.requireUnsharded(ErrorCode.VT12001.error("INTO on a sharded keyspace"));
        }
    }

    // the select list

    private List<SelectItem> items(List<SelectItem> items, Source source, ExpressionBinder binder) {
        List<SelectItem> bound = new ArrayList<>();
        for (SelectItem item : items) {
            switch (item) {
                case SelectItem.Item(var expression, var alias) ->
                        bound.add(new SelectItem.Item(binder.bind(expression), alias));
                case SelectItem.Star star -> bound.addAll(expanded(star, source));
                case SelectItem.NextValues(var count) -> {
                    checkSequence(source);
                    bound.add(new SelectItem.NextValues(binder.bind(count)));
                }
            }
        }
        return bound;
    }

    /** The columns that a star stands for; where they are not known the star itself. */
    private static List<SelectItem> expanded(SelectItem.Star star, Source source) {
        TableName table = star.table();
        Optional<List<StarColumn>> columns = table == null ? source.star() : ofTable(table, source).star();
        boolean qualified = source.tables().size() > 1;
        return columns.map(known -> known.stream()
                .<SelectItem>map(column -> new SelectItem.Item(column.bound(qualified), null)).toList())
                .orElseGet(() -> List.of(table == null ? star : new SelectItem.Star(TableName.of(table.name()))));
    }

    private static ScopeTable ofTable(TableName name, Source source) {
        return source.tables().stream().filter(candidate -> candidate.matches(name)).findFirst()
                .orElseThrow(() -> ErrorCode.SR01015.error(Names.describe(name)));
    }

    private static void checkSequence(Source source) {
        if (source.tables().size() != 1 || !(source.tables().getFirst().info() instanceof TableInfo.Real real)) {
            throw ErrorCode.VT03008.error("NEXT");
        }
        if (real.table().type() != TableType.SEQUENCE) {
            throw ErrorCode.VT03018.error(real.table().name());
        }
    }

    // grouping and order

    private GroupBy groupBy(GroupBy groupBy, Scope scope, SelectList list, WindowNames windows) {
        if (groupBy.isEmpty()) {
            return groupBy;
        }
        analysis.signature().aggregation();
        ExpressionBinder binder = binder(new ColumnNames.OfGroupBy(scope, list, analysis), windows);
        return new GroupBy(groupBy.expressions().stream().map(key -> groupKey(key, list, binder)).toList(),
                groupBy.rollup());
    }

    private Expression groupKey(Expression key, SelectList list, ExpressionBinder binder) {
        if (SelectList.place(key).isEmpty()) {
            return binder.bind(key);
        }
        Expression item = list.at(key, "group clause");
        if (analysis.containsAggregate(item)) {
            throw ErrorCode.VT03005.error(SelectList.place(key).orElseThrow());
        }
        return item;
    }

    private static List<OrderItem> orderBy(List<OrderItem> order, SelectList list, ExpressionBinder binder) {
        return order.stream().map(item -> new OrderItem(SelectList.place(item.expression()).isPresent()
                ? list.at(item.expression(), "order clause")
                : binder.bind(item.expression()), item.descending())).toList();
    }

    private static List<NamedWindow> named(List<NamedWindow> windows, WindowNames names, ExpressionBinder binder) {
        for (NamedWindow window : windows) {
            names.check(window.window());
        }
        return windows.stream()
                .map(window -> new NamedWindow(window.name(), binder.<Window.Specification>bindParts(window.window())))
                .toList();
    }

    // what is known of the rows

    private BoundQuery result(Select select, Source source) {
        if (place == Place.STATEMENT || place == Place.SUBQUERY) {
            return new BoundQuery(select, List.of(), TableSet.EMPTY, false);
        }
        TableSet origins = TableSet.EMPTY;
        for (ScopeTable table : source.tables()) {
            origins = origins.union(Tables.origins(table.info()));
        }
        List<DerivedColumn> columns = new ArrayList<>();
        boolean complete = true;
        for (SelectItem item : select.items()) {
            if (item instanceof SelectItem.Item column) {
                columns.add(column(column, origins));
            } else {
                complete = false;
            }
        }
        return new BoundQuery(select, columns, complete ? TableSet.EMPTY : origins, complete);
    }

    private DerivedColumn column(SelectItem.Item item, TableSet origins) {
        TableSet recursive = analysis.tables().dependencies(item.expression(), true);
        return new DerivedColumn(Names.ofColumn(item), item.expression(), recursive.isEmpty() ? origins : recursive,
                analysis.tables().typer().keyTypeOf(item.expression()));
    }
}
