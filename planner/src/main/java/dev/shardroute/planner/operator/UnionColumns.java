package dev.shardroute.planner.operator;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.planner.semantics.SemanticTable;
import dev.shardroute.planner.semantics.TableSet;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.BoundColumn;
import dev.shardroute.sql.ast.Expression.Column;
import dev.shardroute.sql.ast.Expression.Literal;
import dev.shardroute.sql.ast.Expression.Null;
import dev.shardroute.sql.ast.Expression.Variable;
import dev.shardroute.sql.ast.Expressions;
import dev.shardroute.sql.ast.SelectItem;
import dev.shardroute.sql.ast.SetOperation;
import dev.shardroute.sql.ast.SpecialForm.WeightString;
import dev.shardroute.sql.function.ExpressionType;
import dev.shardroute.sql.printer.SqlPrinter;
import dev.shardroute.type.Type;
import dev.shardroute.type.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The columns and predicates of a union. The first query names the columns; what they are in the others goes by their place.
 */
public final class UnionColumns {
    /** What stands for columns that only the queries have. */
    private static final SelectItem.Item HELPER = Items.of(new Literal(Value.of(0)));

    private UnionColumns() {}

    // names

    /** The columns of a set operation: of its rows, as the queries around it name them; stars stay stars. */
    public static List<SelectItem> of(SetOperation union, Planning planning) {
        List<SelectItem> columns = planning.semantics().columns(union);
        return columns.equals(SemanticTable.items(union)) ? named(columns, planning) : columns;
    }

    /** Columns of a table without name that the statement does not have, called as the items are. */
    public static List<SelectItem> named(List<SelectItem> items, Planning planning) {
        TableSet table = planning.newTable();
        return items.stream().map(item -> item instanceof SelectItem.Item plain ? named(plain, table) : item).toList();
    }

    private static SelectItem named(SelectItem.Item item, TableSet table) {
        return Items.of(new BoundColumn(new Column(null, Items.name(item)), table.first()));
    }

    // types

    /**
     * True when the shards unite queries in one of which a column is no text while its type is not known in others. A weight
     * string then tells nothing: that of a number is NULL, whatever the number.
     */
    public static boolean isNumberSomewhere(Operator operator, int column, Planning planning) {
        return switch (operator) {
            case Operator.Route route -> isNumberBelow(route.input(), column, planning);
            case Operator.LimitRows limit -> isNumberSomewhere(limit.input(), column, planning);
            case Operator.Ordering ordering -> isNumberSomewhere(ordering.input(), column, planning);
            default -> false;
        };
    }

    private static boolean isNumberBelow(Operator operator, int column, Planning planning) {
        return switch (operator) {
            case Operator.Union union -> isNumber(union, column, planning);
            case Operator.LimitRows limit -> isNumberBelow(limit.input(), column, planning);
            case Operator.Ordering ordering -> isNumberBelow(ordering.input(), column, planning);
            default -> false;
        };
    }

    private static boolean isNumber(Operator.Union union, int column, Planning planning) {
        List<ExpressionType> known = union.items().stream().filter(items -> column < items.size())
                .flatMap(items -> type(items.get(column), planning).stream()).toList();
        return !known.isEmpty() && known.stream().noneMatch(type -> type.type().kind() == Type.Kind.TEXT);
    }

    private static Optional<ExpressionType> type(SelectItem item, Planning planning) {
        return item instanceof SelectItem.Item plain
                ? planning.semantics().type(plain.expression())
                : Optional.empty();
    }

    // columns

    static Added add(Operator.Union union, SelectItem.Item item, boolean reuse, boolean groupBy, Planning planning) {
        int found = reuse ? find(union, item.expression(), planning) : -1;
        if (found >= 0) {
            return new Added(union, found);
        }
        return switch (item.expression()) {
            case BoundColumn column -> new Added(union, place(union, column, planning));
            case WeightString(var operand, var type) ->
                    addWeightString(union, place(union, operand, planning), false, planning);
            case Literal constant -> addToAll(union, item.expression(), true, groupBy, planning);
            case Null constant -> addToAll(union, item.expression(), true, groupBy, planning);
            case Variable constant -> addToAll(union, item.expression(), true, groupBy, planning);
            default -> addToAll(union, item.expression(), false, groupBy, planning);
        };
    }

    /** The place of a column; of what only the names are known by its name. */
    private static int place(Operator.Union union, Expression expression, Planning planning) {
        List<SelectItem.Item> columns = list(union, planning);
        int found = Columns.indexOf(columns, expression);
        for (int i = 0; found < 0 && i < columns.size(); i++) {
            boolean isNamed = expression instanceof BoundColumn column
                    && column.name().equalsIgnoreCase(Items.name(columns.get(i)));
            found = isNamed ? i : -1;
        }
        if (found < 0) {
            throw ErrorCode.VT12001
                    .error("a column that a UNION in FROM does not show: " + SqlPrinter.print(expression));
        }
        return found;
    }

    /** The union with an expression of its columns as one of each query's. */
    private static Added addToAll(Operator.Union union, Expression expression, boolean reuse, boolean groupBy,
            Planning planning) {
        List<Added> added = union.sources().stream().map(source -> Columns.add(source,
                Items.of(inSource(expression, union, Columns.list(source, planning), planning)), reuse, groupBy,
                planning)).toList();
        return together(union, added).orElseThrow(UnionColumns::apart);
    }

    private static Expression inSource(Expression expression, Operator.Union union, List<SelectItem.Item> columns,
            Planning planning) {
        return Expressions.rewrite(expression, part -> part instanceof BoundColumn column
                ? columns.get(place(union, column, planning)).expression()
                : part);
    }

    /** The union of queries that have got a column; empty when it is not in the same place in all. */
    private static Optional<Added> together(Operator.Union union, List<Added> added) {
        int column = added.getFirst().column();
        return added.stream().allMatch(source -> source.column() == column)
                ? Optional.of(new Added(union.withInputs(added.stream().map(Added::operator).toList()), column))
                : Optional.empty();
    }

    private static RuntimeException apart() {
        return ErrorCode.VT12001.error("a UNION whose queries have a column in different places");
    }

    static Added addWeightString(Operator.Union union, int column, boolean underRoute, Planning planning) {
        return together(union, weightStrings(union, column, underRoute, planning)).orElseThrow(UnionColumns::apart);
    }

    /** The union of a route with a weight string; empty when its queries do not have theirs in the same place. */
    static Optional<Added> tryWeightString(Operator.Union union, int column, Planning planning) {
        return union.sources().stream().allMatch(UnionColumns::takesColumns)
                ? together(union, weightStrings(union, column, true, planning))
                : Optional.empty();
    }

    private static List<Added> weightStrings(Operator.Union union, int column, boolean underRoute,
            Planning planning) {
        return union.sources().stream()
                .map(source -> Columns.addWeightString(source, column, underRoute, planning)).toList();
    }

    /** True unless a union is in the way that is not taken apart. */
    private static boolean takesColumns(Operator operator) {
        return operator instanceof Operator.Horizon horizon
                ? !(horizon.query() instanceof SetOperation)
                : operator.inputs().stream().allMatch(UnionColumns::takesColumns);
    }

    static int find(Operator.Union union, Expression expression, Planning planning) {
        return Columns.indexOf(list(union, planning), expression);
    }

    static List<SelectItem.Item> list(Operator.Union union, Planning planning) {
        List<SelectItem.Item> columns = Items.known(union.columns())
                .orElseThrow(() -> ErrorCode.VT09015.error("a star cannot be expanded"));
        int most = union.sources().stream().mapToInt(source -> Columns.list(source, planning).size()).max().orElse(0);
        return withHelpers(columns, most);
    }

    /** The select list of the union. */
    static List<SelectItem> items(Operator.Union union, Planning planning) {
        int most = union.sources().stream().mapToInt(source -> Columns.items(source, planning).size()).max().orElse(0);
        return withHelpers(union.columns(), most);
    }

    /** What queries have been given besides their own columns is cut off above the union, by number. */
    private static <T extends SelectItem> List<T> withHelpers(List<T> columns, int size) {
        if (columns.size() >= size) {
            return columns;
        }
        List<T> all = new ArrayList<>(columns);
        while (all.size() < size) {
            @SuppressWarnings("unchecked") // T is SelectItem or SelectItem.Item
            T helper = (T) HELPER;
            all.add(helper);
        }
        return all;
    }

    // predicates

    /**
     * The union with predicates on its rows, which become those of each query:
     *
     * <pre>
     * (select foo as col from a union select id from b) where col = 42   =>
     * select foo as col from a where foo = 42 union select id from b where id = 42
     * </pre>
     *
     * A predicate on a window cannot be one on the rows that it is computed from.
     */
    static Operator addPredicates(Operator.Union union, List<Predicate> predicates, Planning planning) {
        List<Operator> sources = new ArrayList<>();
        for (Operator source : union.sources()) {
            Optional<List<SelectItem>> items = selectList(source);
            if (items.isEmpty() || items.get().stream().anyMatch(planning::containsWindow)) {
                return Predicates.filter(union, predicates);
            }
            List<Predicate> inside = predicates.stream()
                    .map(predicate -> predicate.map(expression -> inQuery(expression, union, items.get()))).toList();
            sources.add(Predicates.add(source, inside, planning));
        }
        return union.withInputs(sources);
    }

    private static Expression inQuery(Expression expression, Operator.Union union, List<SelectItem> items) {
        return Expressions.rewrite(expression, part -> part instanceof BoundColumn column
                ? item(items, place(union.columns(), column))
                : part);
    }

    private static Expression item(List<SelectItem> items, int place) {
        boolean isKnown = items.stream().limit(place + 1L).allMatch(SelectItem.Item.class::isInstance);
        if (!isKnown || place >= items.size()) {
            throw ErrorCode.VT09015.error("a star cannot be expanded");
        }
        return ((SelectItem.Item) items.get(place)).expression();
    }

    private static int place(List<SelectItem> columns, BoundColumn column) {
        int known = columns.indexOf(Items.of(column));
        if (known >= 0) {
            return known;
        }
        for (int i = 0; i < columns.size(); i++) {
            if (!(columns.get(i) instanceof SelectItem.Item item)) {
                break;
            }
            if (column.name().equalsIgnoreCase(Items.name(item))) {
                return i;
            }
        }
        throw ErrorCode.VT12001.error("a predicate on a UNION whose first query has a star: "
                + SqlPrinter.print(column));
    }

    /** What a query of the union selects, as long as it is whole. */
    private static Optional<List<SelectItem>> selectList(Operator source) {
        return switch (source) {
            case Operator.Horizon horizon -> Optional.of(HorizonColumns.items(horizon));
            case Operator.Route route -> selectList(route.input());
            case Operator.Filter filter -> selectList(filter.input());
            default -> Optional.empty();
        };
    }
}
