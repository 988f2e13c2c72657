package dev.shardroute.planner.operator;

import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.BoundColumn;
import dev.shardroute.sql.ast.SelectItem;
import dev.shardroute.sql.printer.SqlPrinter;
import dev.shardroute.type.Type;
import java.util.List;
import java.util.Optional;

/** Items of select lists. */
public final class Items {
    private Items() {}

    /** An item without alias. */
    public static SelectItem.Item of(Expression expression) {
        return new SelectItem.Item(expression, null);
    }

    /** The name of its column: the alias, the name of the column or the string that it is, or its text. */
    public static String name(SelectItem.Item item) {
        if (item.alias() != null) {
            return item.alias();
        }
        return switch (item.expression()) {
            case BoundColumn column -> column.name();
            case Expression.Column column -> column.name();
            case Expression.Literal(var value) when value.type() == Type.VARCHAR -> value.text();
            default -> SqlPrinter.print(item.expression());
        };
    }

    /** The items, when none of them is a star. */
    public static Optional<List<SelectItem.Item>> known(List<SelectItem> items) {
        boolean known = items.stream().allMatch(SelectItem.Item.class::isInstance);
        return known ? Optional.of(items.stream().map(SelectItem.Item.class::cast).toList()) : Optional.empty();
    }
}
