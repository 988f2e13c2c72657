package dev.shardroute.sql.function;

import dev.shardroute.sql.function.Datum.Approximate;
import dev.shardroute.sql.function.Datum.Bytes;
import dev.shardroute.sql.function.Datum.Day;
import dev.shardroute.sql.function.Datum.Exact;
import dev.shardroute.sql.function.Datum.Moment;
import dev.shardroute.sql.function.Datum.Text;
import dev.shardroute.sql.function.Datum.Whole;
import dev.shardroute.type.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** Constants as numbers; null where a constant has none, or it depends on the server. NULL is never asked for. */
final class Numbers {
    /** Doubles below it hold whole numbers exactly, in every way that MySQL converts them. */
    private static final double EXACT_BELOW = 1e15;
    private static final double HALF = 0.5;

    private Numbers() {}

    /** What arithmetic computes with: a {@link Whole}, an {@link Exact} or an {@link Approximate}. */
    static @Nullable Datum of(Datum datum) {
        return switch (datum) {
            case Whole number -> number;
            case Exact number -> number;
            case Approximate number -> number;
            case Text(var text) -> Approximate.of(NumberText.leadingDouble(text));
            case Bytes bytes -> bytes(bytes);
            case Day(var day) -> new Whole(number(day), false);
            case Moment(var moment, var digits) -> moment(moment, digits);
            case Datum.Clock none -> null;
            case Datum.Missing none -> null;
            case Datum.Row none -> null;
        };
    }

    private static @Nullable Datum bytes(Bytes bytes) {
        if (bytes.isNumeral()) {
            return numeral(bytes);
        }
        String text = bytes.toText();
        return text == null ? null : Approximate.of(NumberText.leadingDouble(text));
    }

    /** For MySQL a hexadecimal literal is unsigned, a bit literal signed. */
    private static @Nullable Whole numeral(Bytes bytes) {
        BigInteger number = new BigInteger(1, bytes.value().rawBytes());
        return Whole.of(number, bytes.value().type() != Type.BITNUM);
    }

    private static long number(LocalDate day) {
        return (day.getYear() * 100L + day.getMonthValue()) * 100 + day.getDayOfMonth();
    }

    private static Datum moment(LocalDateTime moment, int digits) {
        long time = (moment.getHour() * 100L + moment.getMinute()) * 100 + moment.getSecond();
        long whole = number(moment.toLocalDate()) * 1_000_000 + time;
        if (digits == 0) {
            return new Whole(whole, false);
        }
        BigDecimal fraction = BigDecimal.valueOf(moment.getNano(), 9).setScale(digits, RoundingMode.DOWN);
        return new Exact(BigDecimal.valueOf(whole).add(fraction));
    }

    /** The nearest double. */
    static @Nullable Double toDouble(Datum datum) {
        return switch (of(datum)) {
            case Whole number -> number.number().doubleValue();
            case Exact(var number) -> number.doubleValue();
            case Approximate(var number) -> number;
            case null, default -> null;
        };
    }

    /** The DECIMAL; of a double only where it is a whole number. */
    static @Nullable BigDecimal toDecimal(Datum datum) {
        return switch (datum) {
            case Text(var text) -> value(NumberText.decimal(text));
            case Bytes bytes when !bytes.isNumeral() -> null;
            default -> switch (of(datum)) {
                case Whole number -> new BigDecimal(number.number());
                case Exact(var number) -> number;
                case Approximate(var number) -> isWhole(number) ? BigDecimal.valueOf((long) number) : null;
                case null, default -> null;
            };
        };
    }

    private static @Nullable BigDecimal value(@Nullable Exact number) {
        return number == null ? null : number.value();
    }

    private static boolean isWhole(double number) {
        return Math.abs(number) < EXACT_BELOW && number == Math.rint(number);
    }

    /** The integer, rounded; of a text, what it begins with. */
    static @Nullable BigInteger toInteger(Datum datum) {
        return switch (datum) {
            case Text(var text) -> NumberText.leadingInteger(text);
            case Bytes bytes when !bytes.isNumeral() -> {
                String text = bytes.toText();
                yield text == null ? null : NumberText.leadingInteger(text);
            }
            default -> switch (of(datum)) {
                case Whole number -> number.number();
                case Exact(var number) -> number.setScale(0, RoundingMode.HALF_UP).toBigInteger();
                case Approximate(var number) -> rounded(number);
                case null, default -> null;
            };
        };
    }

    /** In the middle between two whole numbers servers differ. */
    private static @Nullable BigInteger rounded(double number) {
        boolean isClear = Math.abs(number) < EXACT_BELOW && Math.abs(number - Math.rint(number)) != HALF;
        return isClear ? BigInteger.valueOf((long) Math.rint(number)) : null;
    }
}
