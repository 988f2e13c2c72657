package dev.shardroute.sql.function;

import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.Call;
import dev.shardroute.sql.ast.SpecialForm.GroupConcat;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The catalogue of MySQL's functions. */
public final class Functions {
    private Functions() {}

    /** The function called {@code name}, in any case; null where MySQL has none, as with stored and loadable functions. */
    public static @Nullable SqlFunction find(String name) {
        return null;
    }

    /** The function that is called; null where MySQL has none, or it is one of a database. */
    public static @Nullable SqlFunction find(Call call) {
        return call.qualifier() == null ? find(call.name()) : null;
    }

    /** All functions, by name. */
    public static Collection<SqlFunction> all() {
        return List.of();
    }

    /** True when the expression itself, not a part of it, is a call of an aggregate, be it without OVER. */
    public static boolean isAggregate(Expression expression) {
        return switch (expression) {
            case Expression.CountStar count -> true;
            case GroupConcat concat -> true;
            case Call call -> isAggregate(find(call));
            default -> false;
        };
    }

    private static boolean isAggregate(@Nullable SqlFunction function) {
        return function != null && function.isAggregate();
    }
}
