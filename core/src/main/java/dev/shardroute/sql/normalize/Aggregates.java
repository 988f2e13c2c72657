package dev.shardroute.sql.normalize;

import dev.shardroute.sql.ast.Clause;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.Call;
import dev.shardroute.sql.ast.Expression.Column;
import dev.shardroute.sql.ast.Expression.CountStar;
import dev.shardroute.sql.ast.Expressions;
import dev.shardroute.sql.ast.JsonTable;
import dev.shardroute.sql.ast.Node;
import dev.shardroute.sql.ast.Nodes;
import dev.shardroute.sql.ast.Query;
import dev.shardroute.sql.ast.Select;
import dev.shardroute.sql.ast.SelectItem;
import dev.shardroute.sql.ast.SpecialForm.GroupConcat;
import dev.shardroute.sql.ast.SpecialForm.Windowed;
import dev.shardroute.sql.ast.Statement;
import dev.shardroute.sql.ast.TableExpression;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Knows aggregate functions.
 *
 * @param loadable the names, in lower case, of those that are not MySQL's own
 */
record Aggregates(Set<String> loadable) {
    /** ANY_VALUE is none for MySQL: without GROUP BY it gives a value for every row. */
    private static final Set<String> BUILT_IN = Set.of("avg", "bit_and", "bit_or", "bit_xor", "count", "group_concat",
            "json_arrayagg", "json_objectagg", "max", "min", "st_collect", "std", "stddev", "stddev_pop", "stddev_samp",
            "sum", "var_pop", "var_samp", "variance");

    /** True when an aggregate or window function is anywhere in {@code node}, queries in it included. */
    boolean areAnywhereIn(Node node) {
        return Nodes.anyMatch(node, part -> part instanceof Windowed || isAggregate(part));
    }

    /**
     * True when the query aggregates without doubt, which makes it give one row when it does not group. A column without
     * its table does not prove it: the column, and with it the aggregation, may be of the query around.
     */
    boolean areOwnIn(Select query) {
        Set<String> tables = new HashSet<>();
        query.from().forEach(table -> addNames(table, tables));
        return query.items().stream().anyMatch(item -> item instanceof SelectItem.Item(var expression, var alias)
                && isOwn(expression, tables));
    }

    private boolean isOwn(Expression expression, Set<String> tables) {
        if (isAggregate(expression)) {
            return isOfQuery(expression, tables);
        }
        boolean isWindowed = expression instanceof Windowed;
        return !isWindowed && Expressions.children(expression).stream().anyMatch(part -> isOwn(part, tables));
    }

    /** Without a column the aggregate is of the innermost query; otherwise of the innermost one that has a column of it. */
    private static boolean isOfQuery(Expression aggregate, Set<String> tables) {
        boolean isConstant = !Nodes.anyMatch(aggregate, part -> part instanceof Column || part instanceof Query);
        return isConstant || Expressions.anyMatch(aggregate, part -> part instanceof Column column
                && column.table() != null && tables.contains(column.table().name()));
    }

    private static void addNames(Node table, Set<String> names) {
        switch (table) {
            case TableExpression.Table named -> names.add(named.correlationName());
            case TableExpression.Derived derived -> names.add(derived.alias());
            case TableExpression.Bound bound -> addNames(bound.written(), names);
            case JsonTable json -> names.add(json.alias());
            case TableExpression.Join join -> Nodes.forEachPart(join, part -> addNames(part, names));
            case TableExpression.Parenthesized several -> several.tables().forEach(part -> addNames(part, names));
            case Expression none -> {
            }
            case SelectItem none -> {
            }
            case Statement none -> {
            }
            case Clause none -> {
            }
        }
    }

    private boolean isAggregate(Node node) {
        return switch (node) {
            case CountStar count -> true;
            case GroupConcat concat -> true;
            case Call call -> isAggregate(call);
            default -> false;
        };
    }

    private boolean isAggregate(Call call) {
        String name = call.name().toLowerCase(Locale.ROOT);
        return call.qualifier() == null && (BUILT_IN.contains(name) || loadable.contains(name));
    }
}
