package dev.shardroute.planner.offset;

import dev.shardroute.planner.operator.Items;
import dev.shardroute.sql.ast.CommonTable;
import dev.shardroute.sql.ast.Node;
import dev.shardroute.sql.ast.Nodes;
import dev.shardroute.sql.ast.Query;
import dev.shardroute.sql.ast.Select;
import dev.shardroute.sql.ast.SelectItem;
import dev.shardroute.sql.ast.SetOperation;
import dev.shardroute.sql.ast.TableExpression.Derived;
import dev.shardroute.sql.ast.ValuesRows;
import java.util.List;

/**
 * Gives columns of tables in FROM that are subqueries their names. Without alias such a column is called by its text, and that
 * is another one in the query that asks for the fields only.
 */
final class FieldNames {
    private FieldNames() {}

    /** The query as that for its fields is made of it. */
    static Query of(Query query) {
        return Nodes.rewrite(query, FieldNames::named);
    }

    private static Node named(Node node) {
        return switch (node) {
            case Derived(var lateral, var query, var alias, var columns) when columns.isEmpty() && isUnnamed(query) ->
                    new Derived(lateral, named(query), alias, columns);
            case CommonTable(var name, var columns, var query) when columns.isEmpty() && isUnnamed(query) ->
                    new CommonTable(name, columns, named(query));
            default -> node;
        };
    }

    private static boolean isUnnamed(Query query) {
        return switch (query) {
            case Select select -> select.items().stream().anyMatch(FieldNames::isUnnamed);
            case SetOperation union -> isUnnamed(union.first());
            case ValuesRows rows -> false;
        };
    }

    private static boolean isUnnamed(SelectItem item) {
        return item instanceof SelectItem.Item(var expression, var alias) && alias == null
                && Nodes.anyMatch(expression, Query.class::isInstance);
    }

    /** The first query of a union names its columns. */
    private static Query named(Query query) {
        return switch (query) {
            case Select select -> select.withItems(named(select.items()));
            case SetOperation union -> new SetOperation(union.with(), named(union.first()), union.arms(),
                    union.orderBy(), union.limit(), union.locks(), union.into());
            case ValuesRows rows -> rows;
        };
    }

    private static List<SelectItem> named(List<SelectItem> items) {
        return items.stream().map(item -> item instanceof SelectItem.Item plain && isUnnamed(item)
                ? new SelectItem.Item(plain.expression(), Items.name(plain))
                : item).toList();
    }
}
