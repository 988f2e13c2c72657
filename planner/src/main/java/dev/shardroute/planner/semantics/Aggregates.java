package dev.shardroute.planner.semantics;

import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expressions;
import dev.shardroute.sql.ast.Select;
import dev.shardroute.sql.ast.SelectItem;

/** Which SELECTs make one row of many, or look at many to make one. */
public final class Aggregates {
    private Aggregates() {}

    /** True when the select list, HAVING or ORDER BY has an aggregate. */
    public static boolean isIn(Select select) {
        return has(Need.GROUP, select);
    }

    /** True when the select list, HAVING or ORDER BY has a function over a window. */
    public static boolean isWindowIn(Select select) {
        return has(Need.WINDOW, select);
    }

    private static boolean has(Need need, Select select) {
        return select.items().stream().anyMatch(item -> isIn(need, item))
                || (select.having() != null && isIn(need, select.having()))
                || select.orderBy().stream().anyMatch(item -> isIn(need, item.expression()));
    }

    private static boolean isIn(Need need, SelectItem item) {
        return switch (item) {
            case SelectItem.Item(var expression, var alias) -> isIn(need, expression);
            case SelectItem.NextValues(var count) -> isIn(need, count);
            case SelectItem.Star star -> false;
        };
    }

    private static boolean isIn(Need need, Expression expression) {
        return Expressions.anyMatch(expression, part -> Need.of(part) == need);
    }
}
