package dev.shardroute.sql.function;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.shardroute.sql.ast.DataType;
import dev.shardroute.sql.function.Datum.Approximate;
import dev.shardroute.sql.function.Datum.Bytes;
import dev.shardroute.sql.function.Datum.Clock;
import dev.shardroute.sql.function.Datum.Day;
import dev.shardroute.sql.function.Datum.Exact;
import dev.shardroute.sql.function.Datum.Missing;
import dev.shardroute.sql.function.Datum.Moment;
import dev.shardroute.sql.function.Datum.Row;
import dev.shardroute.sql.function.Datum.Text;
import dev.shardroute.sql.function.Datum.Whole;
import dev.shardroute.type.Type;
import dev.shardroute.type.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.temporal.ChronoField;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Conversions of constants; null where MySQL refuses one or its result depends on the server. */
final class Casts {
    /** Strings that a cast fills up to more bytes are left to the server. */
    private static final int LONGEST = 65_535;

    private Casts() {}

    static @Nullable Datum cast(DataType type, Datum operand) {
        if (operand instanceof Row) {
            return null;
        }
        CastTypes.Target target = CastTypes.Target.of(type);
        if (operand instanceof Missing) {
            return target.name().equals("json") ? null : Missing.NULL;
        }
        return switch (target.name()) {
            case "signed" -> integer(operand, false);
            case "unsigned" -> integer(operand, true);
            case "decimal" -> decimal(operand, target);
            case "double" -> approximate(operand);
            case "char" -> characters(operand, type.charset(), target.first());
            case "nchar" -> characters(operand, "utf8mb3", target.first());
            case "binary" -> bytes(operand, target.first());
            case "date" -> day(operand);
            case "datetime" -> moment(operand, target.fraction());
            case "time" -> clock(operand, target.fraction());
            default -> null;
        };
    }

    /** The bits of an integer stay as they are; what is too large or too small is left to the server. */
    private static @Nullable Datum integer(Datum operand, boolean isUnsigned) {
        BigInteger number = Numbers.toInteger(operand);
        boolean keepsBits = switch (operand) {
            case Whole whole -> true;
            case Text text -> true;
            case Bytes bytes -> true;
            default -> false;
        };
        if (number == null || keepsBits) {
            return number == null ? null : new Whole(number.longValue(), isUnsigned);
        }
        boolean fits = number.bitLength() < Long.SIZE && !(isUnsigned && number.signum() < 0);
        return fits ? new Whole(number.longValue(), isUnsigned) : null;
    }

    /** A number with more digits than the type becomes the largest one that it has. */
    private static @Nullable Datum decimal(Datum operand, CastTypes.Target target) {
        BigDecimal number = Numbers.toDecimal(operand);
        int precision = target.first() == 0 && target.scale() > 0 ? 0 : target.precision();
        boolean isType = precision <= CastTypes.MOST_DECIMAL_PRECISION && target.scale() <= CastTypes.MOST_DECIMAL_SCALE
                && target.scale() <= precision;
        if (number == null || !isType) {
            return null;
        }
        BigDecimal rounded = number.setScale(target.scale(), RoundingMode.HALF_UP);
        BigDecimal largest = BigDecimal.valueOf(1, target.scale() - precision)
                .subtract(BigDecimal.valueOf(1, target.scale())).setScale(target.scale());
        BigDecimal clamped = rounded.abs().compareTo(largest) <= 0
                ? rounded
                : rounded.signum() < 0 ? largest.negate() : largest;
        return new Exact(clamped);
    }

    private static @Nullable Datum approximate(Datum operand) {
        Double number = Numbers.toDouble(operand);
        return number == null ? null : new Approximate(number);
    }

    /** Only ASCII is the same in the character set of every connection. */
    private static @Nullable Datum characters(Datum operand, @Nullable String charset, int length) {
        String text = operand.toText();
        if (text == null || !isSame(text, charset)) {
            return null;
        }
        boolean isShort = length < 0 || text.codePointCount(0, text.length()) <= length;
        return new Text(isShort ? text : text.substring(0, text.offsetByCodePoints(0, length)));
    }

    /** True when the text, which the statement has in UTF-8, is the same bytes in the character set. */
    static boolean isSame(String text, @Nullable String charset) {
        Collation collation = charset == null ? null : Collations.defaultOf(charset);
        boolean isUtf8 = collation != null && collation.charset().equals("utf8mb4");
        boolean isKnown = isUtf8 || charset == null
                || (collation != null && collation.charset().equals("utf8mb3"));
        return isKnown && (isUtf8 || isAscii(text));
    }

    static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 128) {
                return false;
            }
        }
        return true;
    }

    /** A longer string is cut, a shorter one is filled with zero bytes. */
    private static @Nullable Datum bytes(Datum operand, int length) {
        byte[] bytes = bytes(operand);
        if (bytes == null || length > LONGEST) {
            return null;
        }
        byte[] sized = length < 0 ? bytes : Arrays.copyOf(bytes, length);
        return new Bytes(Value.of(sized), false);
    }

    /** The bytes of a string, of a number those of its text; null for NULL and rows. */
    static byte @Nullable [] bytes(Datum operand) {
        if (operand instanceof Bytes(var value, var isNumeral)) {
            return value.rawBytes();
        }
        String text = operand.toText();
        return text == null ? null : text.getBytes(UTF_8);
    }

    private static @Nullable Datum day(Datum operand) {
        return switch (operand) {
            case Day day -> day;
            case Moment(var moment, var digits) -> new Day(moment.toLocalDate());
            case Text(var text) -> {
                Moment moment = Moments.moment(text);
                yield moment == null ? Moments.day(text) : new Day(moment.value().toLocalDate());
            }
            default -> null;
        };
    }

    private static @Nullable Datum moment(Datum operand, int digits) {
        return switch (operand) {
            case Day(var day) -> new Moment(day.atStartOfDay(), digits);
            case Moment moment -> moment(moment, digits);
            case Text(var text) -> {
                Day day = Moments.day(text);
                Moment moment = Moments.moment(text);
                yield day != null ? moment(day, digits) : moment == null ? null : moment(moment, digits);
            }
            default -> null;
        };
    }

    /** Whether lost digits are rounded is a setting of the server. */
    private static @Nullable Datum moment(Moment moment, int digits) {
        return isWhole(moment.value().get(ChronoField.NANO_OF_SECOND), digits) ? new Moment(moment.value(), digits)
                : null;
    }

    private static @Nullable Datum clock(Datum operand, int digits) {
        Clock clock = switch (operand) {
            case Clock time -> time;
            case Text(var text) -> Moments.clock(text);
            default -> null;
        };
        return clock != null && isWhole(clock.value().toNanosPart(), digits) ? new Clock(clock.value(), digits) : null;
    }

    private static boolean isWhole(int nanos, int digits) {
        int unit = 1;
        for (int i = digits; i < 9; i++) {
            unit *= 10;
        }
        return digits <= CastTypes.MOST_FRACTION && nanos % unit == 0;
    }

    /** The constant as a value of the type that it shares with others; null where that is not simple. */
    static @Nullable Datum coerce(Datum datum, ExpressionType shared) {
        if (datum instanceof Missing) {
            return datum;
        }
        boolean isNumeral = datum instanceof Bytes bytes && bytes.isNumeral();
        return isNumeral ? null : coerce(datum, shared.type(), shared.scale());
    }

    private static @Nullable Datum coerce(Datum datum, Type type, int scale) {
        return switch (type) {
            case INT64, UINT64 -> datum instanceof Whole ? datum : null;
            case DECIMAL -> isExact(datum) ? decimal(datum, scale) : null;
            case FLOAT64 -> isExact(datum) || datum instanceof Approximate ? approximate(datum) : null;
            case VARCHAR -> {
                String text = datum.toText();
                yield text == null ? null : new Text(text);
            }
            case VARBINARY -> bytes(datum, -1);
            case DATE -> datum instanceof Day ? datum : null;
            case DATETIME -> datum instanceof Day || datum instanceof Moment ? moment(datum, scale) : null;
            case TIME -> clock(datum, scale);
            default -> null;
        };
    }

    private static boolean isExact(Datum datum) {
        return datum instanceof Whole || datum instanceof Exact;
    }

    private static @Nullable Datum decimal(Datum datum, int scale) {
        BigDecimal number = Numbers.toDecimal(datum);
        return number == null || number.scale() > scale ? null : Exact.of(number.setScale(scale));
    }
}
