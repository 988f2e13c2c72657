package dev.shardroute.tablet;

import dev.shardroute.sql.ast.DataType;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.Call;
import dev.shardroute.sql.ast.Expression.Is;
import dev.shardroute.sql.ast.Expression.Literal;
import dev.shardroute.sql.ast.Expression.Tuple;
import dev.shardroute.sql.ast.Expressions;
import dev.shardroute.sql.ast.SpecialForm.Cast;
import dev.shardroute.type.Type;
import java.util.Locale;

/** Where MariaDB computes another value than MySQL, which is the one to follow. */
enum KnownDifference {
    /** {@code x'31' + 1} is 50 for MySQL, as {@code 0x31 + 1} is; for MariaDB it is the string '1', and 2. */
    HEX_STRING_AS_NUMBER,
    /** A string made by a cast is a number without a fraction for MariaDB, in print and in some comparisons. */
    CAST_STRING_AS_NUMBER,
    /** MariaDB takes it that a comparison of rows is never NULL. */
    NULL_TEST_OF_ROWS;

    /** True where a difference may come from one of these. */
    static boolean explains(Expression expression) {
        return Expressions.anyMatch(expression, part -> {
            for (KnownDifference known : values()) {
                if (known.isIn(part)) {
                    return true;
                }
            }
            return false;
        });
    }

    private boolean isIn(Expression part) {
        return switch (this) {
            case HEX_STRING_AS_NUMBER -> part instanceof Literal(var value) && value.type() == Type.HEXVAL;
            case CAST_STRING_AS_NUMBER -> part instanceof Cast cast && isString(cast.type());
            case NULL_TEST_OF_ROWS -> isNullTest(part) && Expressions.anyMatch(part, Tuple.class::isInstance);
        };
    }

    private static boolean isString(DataType type) {
        String name = type.name().toLowerCase(Locale.ROOT);
        return name.equals("char") || name.equals("binary");
    }

    private static boolean isNullTest(Expression part) {
        return part instanceof Is || (part instanceof Call call && call.name().equals("isnull"));
    }
}
