package dev.shardroute.planner.operator;

import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Locking;
import dev.shardroute.sql.ast.Node;
import dev.shardroute.sql.ast.OrderItem;
import dev.shardroute.sql.ast.SelectItem;
import dev.shardroute.sql.printer.SqlPrinter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes trees of operators for people: a line for each, indented under the one that works on its rows. */
public final class TreeText {
    private final StringBuilder text = new StringBuilder();

    private TreeText() {}

    /** The tree, each line ending in a newline. */
    public static String of(Operator root) {
        TreeText writer = new TreeText();
        writer.add(root, 0);
        return writer.text.toString();
    }

    private void add(Operator operator, int depth) {
        String facts = facts(operator);
        text.append("  ".repeat(depth)).append(operator.describe());
        if (!facts.isEmpty()) {
            text.append(' ').append(facts);
        }
        text.append('\n');
        operator.inputs().forEach(input -> add(input, depth + 1));
    }

    private static String facts(Operator operator) {
        return switch (operator) {
            case Operator.QueryGraph graph -> graph(graph);
            case Operator.Table table -> name(table.table()) + where(table.table().predicates());
            case Operator.VindexTable vindex -> vindex.table().vindex().name();
            case Operator.Route route -> route(route);
            case Operator.Join join -> type(join.type()) + on(join.predicates());
            case Operator.ApplyJoin join -> type(join.type())
                    + on(join.predicates().stream().map(JoinColumn::original).toList())
                    + columns(join.columns().stream().map(JoinColumn::original).toList());
            case Operator.HashJoin join -> (join.leftJoin() ? "left" : "inner") + join.comparisons().stream()
                    .map(keys -> " on " + print(keys.left()) + " = " + print(keys.right()))
                    .collect(Collectors.joining())
                    + columns(join.columns().stream().map(Operator.HashColumn::expression).toList());
            case Operator.Union union -> union.distinct() ? "distinct" : "all";
            case Operator.RecurseCte recursion -> recursion.table().name();
            case Operator.SubQueryContainer container -> "";
            case Operator.SubQuery subquery -> ":" + subquery.argument() + " "
                    + subquery.use().opcode().name().toLowerCase(Locale.ROOT);
            case Operator.Horizon horizon -> derived(horizon.derived().stream())
                    + SqlPrinter.print(horizon.query());
            case Operator.Filter filter -> list(filter.predicates());
            case Operator.Projection projection -> derived(projection.derived().stream())
                    + projection(projection.columns());
            case Operator.Aggregator aggregator -> derived(aggregator.derived().stream()) + aggregator(aggregator);
            case Operator.Ordering ordering -> order(ordering.order());
            case Operator.LimitRows limit -> limit(limit);
            case Operator.Distinct distinct -> distinct.required() ? "" : "to spare rows";
            case Operator.Window window -> "";
            case Operator.LockAndComment comment -> notes(comment.comments(), comment.locks()).strip();
        };
    }

    private static String graph(Operator.QueryGraph graph) {
        String tables = graph.tables().stream().map(table -> name(table) + where(table.predicates()))
                .collect(Collectors.joining(", "));
        List<Predicate> joins = graph.joins().stream().flatMap(join -> join.predicates().stream()).toList();
        return tables + (joins.isEmpty() ? "" : " on " + list(joins));
    }

    private static String name(QueryTable table) {
        return table.info().table().name().equals(table.info().name())
                ? table.info().name()
                : table.info().table().name() + " as " + table.info().name();
    }

    private static String route(Operator.Route route) {
        String opcode = route.routing().opcode().label();
        String keyspace = route.routing().keyspace() == null ? "" : " of " + route.routing().keyspace().name();
        String vindex = route.routing() instanceof Routing.Sharded sharded
                ? sharded.selected().map(option -> " by " + option.vindex().name()).orElse("")
                : "";
        return opcode + keyspace + vindex + notes(route.comments(), route.locks());
    }

    private static String notes(List<String> comments, List<Locking> locks) {
        return comments.stream().map(comment -> " " + comment).collect(Collectors.joining())
                + locks.stream().map(SqlPrinter::print).map(lock -> " " + lock.strip()).collect(Collectors.joining());
    }

    private static String type(JoinType type) {
        return type.name().toLowerCase(Locale.ROOT);
    }

    private static String on(List<Expression> predicates) {
        return predicates.isEmpty() ? "" : " on " + predicates.stream().map(TreeText::print)
                .collect(Collectors.joining(" and "));
    }

    private static String columns(List<Expression> columns) {
        return columns.isEmpty() ? "" : " (" + columns.stream().map(TreeText::print)
                .collect(Collectors.joining(", ")) + ")";
    }

    private static String where(List<Predicate> predicates) {
        return predicates.isEmpty() ? "" : " where " + list(predicates);
    }

    private static String list(List<Predicate> predicates) {
        return predicates.stream().map(predicate -> print(predicate.expression()))
                .collect(Collectors.joining(" and "));
    }

    private static String derived(Stream<DerivedTable> table) {
        return table.map(derived -> derived.alias() + ": ").collect(Collectors.joining());
    }

    private static String projection(ProjectionColumns columns) {
        return switch (columns) {
            case ProjectionColumns.Stars(var items) ->
                    items.stream().map(TreeText::print).collect(Collectors.joining(", "));
            case ProjectionColumns.Known(var known) -> known.stream().map(TreeText::column)
                    .collect(Collectors.joining(", "));
        };
    }

    private static String column(ProjectionColumn column) {
        String eval = print(column.eval());
        String name = Items.name(column.original());
        return eval.equals(name) ? eval : eval + " as " + name;
    }

    private static String aggregator(Operator.Aggregator aggregator) {
        String columns = aggregator.columns().stream().map(TreeText::print).collect(Collectors.joining(", "));
        String keys = aggregator.grouping().stream().map(key -> print(key.expression()))
                .collect(Collectors.joining(", "));
        return keys.isEmpty() ? columns : columns + " group by " + keys;
    }

    private static String order(List<OrderBy> order) {
        return order.stream().map(OrderBy::item).map(TreeText::order).collect(Collectors.joining(", "));
    }

    private static String order(OrderItem item) {
        return print(item.expression()) + (item.descending() ? " desc" : "");
    }

    private static String limit(Operator.LimitRows limit) {
        Expression offset = limit.limit().offset();
        return (offset == null ? "" : print(offset) + ", ") + print(limit.limit().rowCount());
    }

    private static String print(Node node) {
        return switch (node) {
            case Expression expression -> SqlPrinter.print(expression);
            case SelectItem.Star(var table) -> table == null ? "*" : table.name() + ".*";
            case SelectItem.Item item -> item.alias() == null
                    ? SqlPrinter.print(item.expression())
                    : SqlPrinter.print(item.expression()) + " as " + item.alias();
            default -> node.toString();
        };
    }
}
