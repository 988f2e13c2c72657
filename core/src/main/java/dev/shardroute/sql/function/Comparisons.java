package dev.shardroute.sql.function;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.shardroute.sql.ast.Expression.ComparisonOperator;
import dev.shardroute.sql.function.Datum.Approximate;
import dev.shardroute.sql.function.Datum.Bytes;
import dev.shardroute.sql.function.Datum.Day;
import dev.shardroute.sql.function.Datum.Exact;
import dev.shardroute.sql.function.Datum.Missing;
import dev.shardroute.sql.function.Datum.Moment;
import dev.shardroute.sql.function.Datum.Row;
import dev.shardroute.sql.function.Datum.Text;
import dev.shardroute.sql.function.Datum.Whole;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Comparisons of constants; null where MySQL refuses one or the result depends on a collation. Two texts compare alike by
 * every collation when they are equal, or have digits only.
 */
final class Comparisons {
    private Comparisons() {}

    /** How constants of several types compare. */
    enum Way {
        STRINGS, INTEGERS, DECIMALS, DOUBLES, MOMENTS, NONE;

        /** How values of two types compare: equal types in their own way, whole numbers and decimals as decimals. */
        Way with(Way other) {
            if (this == other) {
                return this;
            }
            if (this == MOMENTS || other == MOMENTS || this == NONE || other == NONE) {
                return NONE;
            }
            boolean areExact = this != STRINGS && other != STRINGS && this != DOUBLES && other != DOUBLES;
            return areExact ? DECIMALS : DOUBLES;
        }
    }

    static @Nullable Truth compare(ComparisonOperator operator, Datum left, Datum right) {
        if (left instanceof Row(var first) && right instanceof Row(var second)) {
            return first.size() == second.size() ? rows(operator, first, second) : null;
        }
        if (left instanceof Row || right instanceof Row) {
            return null;
        }
        if (left instanceof Missing || right instanceof Missing) {
            boolean areBoth = left instanceof Missing && right instanceof Missing;
            return operator == ComparisonOperator.NULL_SAFE_EQUAL ? Truth.of(areBoth) : Truth.UNKNOWN;
        }
        Integer order = order(way(left).with(way(right)), left, right);
        return order == null ? null : Truth.of(holds(operator, order));
    }

    private static boolean holds(ComparisonOperator operator, int order) {
        return switch (operator) {
            case EQUAL, NULL_SAFE_EQUAL -> order == 0;
            case NOT_EQUAL -> order != 0;
            case LESS -> order < 0;
            case LESS_EQUAL -> order <= 0;
            case GREATER -> order > 0;
            case GREATER_EQUAL -> order >= 0;
        };
    }

    private static @Nullable Truth rows(ComparisonOperator operator, List<Datum> left, List<Datum> right) {
        return switch (operator) {
            case EQUAL, NULL_SAFE_EQUAL -> allEqual(operator, left, right);
            case NOT_EQUAL -> {
                Truth equal = allEqual(ComparisonOperator.EQUAL, left, right);
                yield equal == null ? null : equal.not();
            }
            case LESS, LESS_EQUAL, GREATER, GREATER_EQUAL -> firstDifference(operator, left, right);
        };
    }

    private static @Nullable Truth allEqual(ComparisonOperator operator, List<Datum> left, List<Datum> right) {
        Truth all = Truth.TRUE;
        for (int i = 0; i < left.size(); i++) {
            Truth equal = compare(operator, left.get(i), right.get(i));
            if (equal == null) {
                return null;
            }
            all = all.and(equal);
        }
        return all;
    }

    /** The first members that are not equal decide, or a NULL that comes before them. */
    private static @Nullable Truth firstDifference(ComparisonOperator operator, List<Datum> left, List<Datum> right) {
        for (int i = 0; i < left.size() - 1; i++) {
            Truth equal = compare(ComparisonOperator.EQUAL, left.get(i), right.get(i));
            if (equal == null || equal == Truth.UNKNOWN) {
                return equal;
            }
            if (equal == Truth.FALSE) {
                return compare(operator, left.get(i), right.get(i));
            }
        }
        return compare(operator, left.getLast(), right.getLast());
    }

    /** {@code value BETWEEN low AND high}: all three compare in the same way, which a NULL may change. */
    static @Nullable Truth between(Datum value, Datum low, Datum high) {
        if (value instanceof Missing || (low instanceof Missing && high instanceof Missing)) {
            return Truth.UNKNOWN;
        }
        if (low instanceof Missing || high instanceof Missing) {
            return null;
        }
        Way way = way(value).with(way(low)).with(way(high));
        Integer fromLow = order(way, value, low);
        Integer fromHigh = order(way, value, high);
        return fromLow == null || fromHigh == null ? null : Truth.of(fromLow >= 0 && fromHigh <= 0);
    }

    private static Way way(Datum datum) {
        return switch (datum) {
            case Whole number -> Way.INTEGERS;
            case Exact number -> Way.DECIMALS;
            case Approximate number -> Way.DOUBLES;
            case Text text -> Way.STRINGS;
            case Bytes bytes -> Way.STRINGS;
            case Day day -> Way.MOMENTS;
            case Moment moment -> Way.MOMENTS;
            case Datum.Clock none -> Way.NONE;
            case Missing none -> Way.NONE;
            case Row none -> Way.NONE;
        };
    }

    private static @Nullable Integer order(Way way, Datum left, Datum right) {
        return switch (way) {
            case STRINGS -> strings(left, right);
            case INTEGERS, DECIMALS -> {
                BigDecimal first = Numbers.toDecimal(left);
                BigDecimal second = Numbers.toDecimal(right);
                yield first == null || second == null ? null : first.compareTo(second);
            }
            case DOUBLES -> {
                Double first = Numbers.toDouble(left);
                Double second = Numbers.toDouble(right);
                yield first == null || second == null || isLossy(first, second, left, right) ? null
                        : sign(first, second);
            }
            case MOMENTS -> moment(left).compareTo(moment(right));
            case NONE -> null;
        };
    }

    /** True where numbers are equal as doubles only: some servers compare them otherwise. */
    private static boolean isLossy(double first, double second, Datum left, Datum right) {
        if (first != second) {
            return false;
        }
        BigDecimal exactFirst = Numbers.toDecimal(left);
        BigDecimal exactSecond = Numbers.toDecimal(right);
        return exactFirst != null && exactSecond != null && exactFirst.compareTo(exactSecond) != 0;
    }

    /** As numbers: as objects -0 is less than 0. */
    private static int sign(double left, double right) {
        return left < right ? -1 : left > right ? 1 : 0;
    }

    private static LocalDateTime moment(Datum datum) {
        return switch (datum) {
            case Day(var day) -> day.atStartOfDay();
            case Moment(var moment, var digits) -> moment;
            default -> LocalDateTime.MIN;
        };
    }

    private static @Nullable Integer strings(Datum left, Datum right) {
        if (left instanceof Text(var first) && right instanceof Text(var second)) {
            boolean isClear = first.equals(second) || (isDigits(first) && isDigits(second));
            return isClear ? (Integer) first.compareTo(second) : null;
        }
        byte[] first = bytes(left);
        byte[] second = bytes(right);
        boolean areBytes = left instanceof Bytes && right instanceof Bytes;
        // otherwise some servers convert the bytes
        boolean isClear = areBytes || (left.toText() != null && right.toText() != null);
        return isClear ? (Integer) Arrays.compareUnsigned(first, second) : null;
    }

    private static boolean isDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static byte[] bytes(Datum datum) {
        return switch (datum) {
            case Text(var text) -> text.getBytes(UTF_8);
            case Bytes(var value, var isNumeral) -> value.rawBytes();
            default -> new byte[0];
        };
    }

    /** True, false or unknown, as a condition; null where it is not known. */
    static @Nullable Truth truth(Datum datum) {
        if (datum instanceof Missing) {
            return Truth.UNKNOWN;
        }
        if (datum instanceof Row) {
            return null;
        }
        Double number = Numbers.toDouble(datum);
        return number == null ? null : Truth.of(number != 0);
    }
}
