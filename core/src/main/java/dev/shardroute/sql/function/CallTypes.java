package dev.shardroute.sql.function;

import dev.shardroute.sql.ast.IntervalUnit;
import dev.shardroute.type.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The types of calls: {@link ResultRule} applied. */
final class CallTypes {
    private final String connection;

    CallTypes(String connection) {
        this.connection = connection;
    }

    /** The type of a call of {@code function} with arguments of these types; null where it is not known. */
    @Nullable Operand of(SqlFunction function, List<Operand> arguments) {
        boolean isShort = arguments.isEmpty() && needsArgument(function.result());
        Operand result = isShort ? null : result(function.result(), arguments);
        if (result == null || function.result() == ResultRule.MERGED_REST) {
            return result;
        }
        return result.nullable(isNullable(function.nullability(), arguments));
    }

    private static boolean needsArgument(ResultRule rule) {
        return switch (rule) {
            case FIRST, FIRST_TEXT, JOINED, JOINED_REST, MERGED, MERGED_REST, EXTREME, NUMBER, WHOLE_NUMBER, REMAINDER,
                    SUM,
                    AVERAGE, GROUP_CONCAT, DATE_ARITHMETIC, FROM_UNIXTIME ->
                    true;
            default -> false;
        };
    }

    private static boolean isNullable(Nullability nullability, List<Operand> arguments) {
        return switch (nullability) {
            case NEVER -> false;
            case ALWAYS -> true;
            case FIRST_ARGUMENT -> arguments.getFirst().isNullable();
            case ANY_ARGUMENT -> isAnyNullable(arguments);
            case ALL_ARGUMENTS -> areAllNullable(arguments);
        };
    }

    private static boolean isAnyNullable(List<Operand> arguments) {
        for (Operand argument : arguments) {
            if (argument.isNullable()) {
                return true;
            }
        }
        return false;
    }

    private static boolean areAllNullable(List<Operand> arguments) {
        for (Operand argument : arguments) {
            if (!argument.isNullable()) {
                return false;
            }
        }
        return true;
    }

    private @Nullable Operand result(ResultRule rule, List<Operand> arguments) {
        return switch (rule) {
            case UNKNOWN, DATE_ARITHMETIC, CLOCK_TIME, CLOCK_DATETIME -> null;
            case INTEGER -> Operand.of(Type.INT64, false);
            case UNSIGNED -> Operand.of(Type.UINT64, false);
            case DOUBLE -> Operand.of(Type.FLOAT64, false);
            case BYTES -> Operand.of(Type.VARBINARY, false);
            case DATE -> Operand.of(Type.DATE, false);
            case TIME -> Operand.of(Type.TIME, false, 0, fraction(arguments));
            case DATETIME -> Operand.of(Type.DATETIME, false, 0, fraction(arguments));
            case JSON -> Operand.of(Type.JSON, false);
            case TEXT -> text();
            case SYSTEM_TEXT -> Operand.text(Type.VARCHAR, Collations.SYSTEM, false, Coercibility.SYSTEM);
            case JSON_TEXT -> Operand.text(Type.TEXT, Collations.JSON, false, Coercibility.IMPLICIT);
            case FIRST -> arguments.getFirst();
            case FIRST_TEXT -> firstText(arguments.getFirst());
            case JOINED -> joined(arguments);
            case JOINED_REST -> joined(arguments.subList(1, arguments.size()));
            case MERGED -> TypeMerge.of(arguments, connection);
            case MERGED_REST -> TypeMerge.of(arguments.subList(1, arguments.size()), connection);
            case EXTREME -> extreme(arguments);
            case NUMBER -> NumericTypes.number(arguments.getFirst());
            case WHOLE_NUMBER -> wholeNumber(NumericTypes.number(arguments.getFirst()));
            case REMAINDER -> NumericTypes.remainder(NumericTypes.number(arguments.getFirst()),
                    NumericTypes.number(arguments.getLast()));
            case SUM -> sum(arguments.getFirst(), 0);
            case AVERAGE -> sum(arguments.getFirst(), NumericTypes.MORE_DIGITS);
            case GROUP_CONCAT -> groupConcat(arguments);
            case FROM_UNIXTIME -> fromUnixtime(arguments);
            case UNIX_TIMESTAMP -> unixTimestamp(arguments);
        };
    }

    private Operand text() {
        return Operand.text(Type.VARCHAR, connection, false, Coercibility.COERCIBLE);
    }

    /** A text of characters or bytes as {@code argument} is one. */
    Operand firstText(Operand argument) {
        return switch (argument.kind()) {
            case VARCHAR, CHAR, ENUM, SET -> as(Type.VARCHAR, argument);
            case TEXT -> as(Type.TEXT, argument);
            case VARBINARY, BINARY -> as(Type.VARBINARY, argument);
            case BLOB -> as(Type.BLOB, argument);
            case JSON -> as(Type.TEXT, argument);
            default -> text();
        };
    }

    private static Operand as(Type type, Operand argument) {
        return Operand.text(type, argument.collation(), argument.isNullable(), argument.coercibility());
    }

    private Operand joined(List<Operand> parts) {
        CollationMerge merged = CollationMerge.of(parts, connection);
        boolean isLarge = false;
        for (Operand part : parts) {
            isLarge |= part.kind() == Type.TEXT || part.kind() == Type.BLOB || part.kind() == Type.JSON;
        }
        boolean isBinary = Collations.BINARY.equals(merged.collation());
        Type text = isLarge ? Type.TEXT : Type.VARCHAR;
        Type bytes = isLarge ? Type.BLOB : Type.VARBINARY;
        return Operand.text(isBinary ? bytes : text, merged.collation(), false, merged.coercibility());
    }

    private Operand extreme(List<Operand> arguments) {
        boolean anyTemporal = false;
        boolean anyOther = false;
        boolean anyString = false;
        for (Operand argument : arguments) {
            anyTemporal |= argument.isTemporal();
            anyOther |= !argument.isTemporal() && argument.kind() != Type.NULL;
            anyString |= argument.isString() || argument.kind() == Type.ENUM || argument.kind() == Type.SET;
        }
        boolean isMixed = anyTemporal && anyOther;
        if (isMixed || anyString) {
            return joined(arguments);
        }
        Operand merged = TypeMerge.of(arguments, connection);
        return switch (merged.kind().kind()) {
            case SIGNED, UNSIGNED, FLOAT -> NumericTypes.number(merged);
            default -> merged;
        };
    }

    private static Operand wholeNumber(Operand number) {
        return number.kind() == Type.DECIMAL ? Operand.of(Type.INT64, number.isNullable()) : number;
    }

    private static Operand sum(Operand argument, int moreDigits) {
        Operand number = NumericTypes.number(argument);
        return number.kind() == Type.FLOAT64
                ? number
                : Operand.of(Type.DECIMAL, true, 0,
                        Math.min(number.scale() + moreDigits, CastTypes.MOST_DECIMAL_SCALE));
    }

    private Operand groupConcat(List<Operand> arguments) {
        Operand joined = joined(arguments);
        Type type = joined.isBytes() ? Type.BLOB : Type.TEXT;
        return Operand.text(type, joined.collation(), true, joined.coercibility());
    }

    private Operand fromUnixtime(List<Operand> arguments) {
        return arguments.size() == 1 ? Operand.of(Type.DATETIME, true, 0, fraction(arguments)) : text();
    }

    private static Operand unixTimestamp(List<Operand> arguments) {
        int scale = fraction(arguments);
        return scale == 0
                ? Operand.of(Type.INT64, false)
                : Operand.of(Type.DECIMAL, false, 0, scale);
    }

    /** How many digits of a fraction of a second come out of the first argument; a string may have all. */
    private static int fraction(List<Operand> arguments) {
        if (arguments.isEmpty()) {
            return 0;
        }
        Operand first = arguments.getFirst();
        return switch (first.kind().kind()) {
            case TEMPORAL, DECIMAL -> Math.min(first.scale(), CastTypes.MOST_FRACTION);
            case FLOAT, TEXT, BINARY -> first.isNumeral() ? 0 : CastTypes.MOST_FRACTION;
            case NULL, SIGNED, UNSIGNED, LITERAL, EXPRESSION -> 0;
        };
    }

    /** The type of {@code date + interval}: of a string it is a string. */
    Operand dateArithmetic(Operand date, IntervalUnit unit) {
        boolean movesTime = unit.compareTo(IntervalUnit.HOUR) >= 0 && unit != IntervalUnit.YEAR_MONTH;
        boolean movesDate = movesDate(unit);
        int scale = unit.sql().endsWith("microsecond") ? CastTypes.MOST_FRACTION : date.scale();
        return switch (date.kind()) {
            case DATE -> movesTime ? Operand.of(Type.DATETIME, true, 0, scale) : Operand.of(Type.DATE, true);
            case TIME -> Operand.of(movesDate ? Type.DATETIME : Type.TIME, true, 0, scale);
            case DATETIME, TIMESTAMP -> Operand.of(Type.DATETIME, true, 0, scale);
            default -> text().nullable(true);
        };
    }

    private static boolean movesDate(IntervalUnit unit) {
        return switch (unit) {
            case YEAR, QUARTER, MONTH, WEEK, DAY, YEAR_MONTH, DAY_HOUR, DAY_MINUTE, DAY_SECOND, DAY_MICROSECOND -> true;
            case HOUR, MINUTE, SECOND, MICROSECOND, HOUR_MINUTE, HOUR_SECOND, HOUR_MICROSECOND, MINUTE_SECOND,
                    MINUTE_MICROSECOND, SECOND_MICROSECOND ->
                    false;
        };
    }
}
