package dev.shardroute.sql.function;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.type.Type;
import org.jspecify.annotations.Nullable;

/**
 * The type of an expression.
 *
 * @param type      the type of its values; {@link Type#NULL} for a value that is always NULL, {@link Type#EXPRESSION} for
 *                  numbers whose type only the rows tell
 * @param collation the name of the collation that its values compare by, in lower case; {@code binary} for what is no text
 *                  (numbers and temporal values too); null for a text whose collation is not known
 * @param nullable  false where it is never NULL
 * @param size      the precision of a DECIMAL, the length of a string, 0 where it is not known
 * @param scale     the digits after the point of a DECIMAL, those of the seconds of a temporal type; otherwise 0
 */
public record ExpressionType(Type type, @Nullable String collation, boolean nullable, int size, int scale) {
    /** Checks the numbers. */
    public ExpressionType {
        if (size < 0 || scale < 0) {
            throw ErrorCode.VT13001.error("a type of negative size");
        }
    }

    /** A type without size, that may be NULL; a text of it has no known collation. */
    public static ExpressionType of(Type type) {
        return of(type, null);
    }

    /** A type without size, that may be NULL; {@code collation} counts for text only. */
    public static ExpressionType of(Type type, @Nullable String collation) {
        String own = switch (type) {
            case CHAR, VARCHAR, TEXT, ENUM, SET, EXPRESSION -> collation;
            case JSON -> Collations.JSON;
            default -> Collations.BINARY;
        };
        return new ExpressionType(type, own, true, 0, 0);
    }

    /** The same type, of values that are NULL or not. */
    public ExpressionType withNullable(boolean isNullable) {
        return isNullable == nullable ? this : new ExpressionType(type, collation, isNullable, size, scale);
    }

    /** True where a gateway that sorts or groups by values of this type needs their weight strings. */
    public boolean needsWeightString() {
        return Collations.needsWeightString(this);
    }
}
