package dev.shardroute.sql.function;

import dev.shardroute.sql.function.Datum.Approximate;
import dev.shardroute.sql.function.Datum.Bytes;
import dev.shardroute.sql.function.Datum.Exact;
import dev.shardroute.sql.function.Datum.Text;
import dev.shardroute.sql.function.Datum.Whole;
import dev.shardroute.type.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
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
            case Datum.Day none -> null;
            case Datum.Moment none -> null;
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

    /** A hexadecimal literal is unsigned; for bit literals servers differ. */
    private static @Nullable Whole numeral(Bytes bytes) {
        BigInteger number = new BigInteger(1, bytes.value().rawBytes());
        boolean isClear = bytes.value().type() != Type.BITNUM || number.bitLength() < Long.SIZE;
        return isClear ? Whole.of(number, true) : null;
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
