package dev.shardroute.planner.plan;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.sql.function.ExpressionType;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A column of the input whose values are compared with each other.
 *
 * @param column       its index, from 0 on
 * @param weightString the index of the column with the weight strings of its values, to compare by where the gateway does not
 *                     know the type or its collation; or empty
 * @param type         its type and collation, or empty where they are not known
 */
public record KeyColumn(int column, OptionalInt weightString, Optional<ExpressionType> type) {
    /** Checks the indices. */
    public KeyColumn {
        if (column < 0 || weightString.orElse(0) < 0) {
            throw ErrorCode.VT13001.error("a column with a negative index");
        }
    }

    /** A column of unknown type, without weight string. */
    public static KeyColumn of(int column) {
        return new KeyColumn(column, OptionalInt.empty(), Optional.empty());
    }

    /** A column of which {@code weightString} is -1 where it has none. */
    public static KeyColumn of(int column, int weightString, Optional<ExpressionType> type) {
        return new KeyColumn(column, weightString == -1 ? OptionalInt.empty() : OptionalInt.of(weightString), type);
    }
}
