package dev.shardroute.planner.semantics;

import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.Call;
import dev.shardroute.sql.ast.Expression.CountStar;
import dev.shardroute.sql.ast.Expressions;
import dev.shardroute.sql.ast.Select;
import dev.shardroute.sql.ast.SelectItem;
import java.util.Locale;
import java.util.Set;

/** Which functions make one row of many. */
public final class Aggregates {
    private static final Set<String> NAMES = Set.of("any_value", "avg", "bit_and", "bit_or", "bit_xor", "count",
            "group_concat", "json_arrayagg", "json_objectagg", "max", "min", "st_collect", "std", "stddev",
            "stddev_pop",
            "stddev_samp", "sum", "var_pop", "var_samp", "variance");

    private Aggregates() {}

    /** True when the select list, HAVING or ORDER BY has an aggregate. */
    public static boolean isIn(Select select) {
        return select.items().stream().anyMatch(Aggregates::isIn)
                || (select.having() != null && isIn(select.having()))
                || select.orderBy().stream().anyMatch(item -> isIn(item.expression()));
    }

    private static boolean isIn(SelectItem item) {
        return item instanceof SelectItem.Item(var expression, var alias) && isIn(expression);
    }

    /**
     * True when {@code expression} has an aggregate. A function that MySQL does not have may be a loadable aggregate: its
     * name is not known here.
     */
    private static boolean isIn(Expression expression) {
        return Expressions.anyMatch(expression, part -> switch (part) {
            case CountStar count -> true;
            case Call call -> call.distinct() || NAMES.contains(call.name().toLowerCase(Locale.ROOT));
            default -> false;
        });
    }
}
