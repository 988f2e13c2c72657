package dev.shardroute.sql.function;

import dev.shardroute.type.Type;
import dev.shardroute.type.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A constant while it is computed with. */
sealed interface Datum {
    /** SQL NULL. */
    record Missing() implements Datum {
        static final Missing NULL = new Missing();
    }

    /**
     * An integer of 64 bits.
     *
     * @param bits       its bits
     * @param isUnsigned whether the first of them counts or is the sign
     */
    record Whole(long bits, boolean isUnsigned) implements Datum {
        private static final BigInteger TOO_LARGE = BigInteger.ONE.shiftLeft(Long.SIZE);

        /** The integer; null where it has too many bits. */
        static @Nullable Whole of(BigInteger number, boolean isUnsigned) {
            boolean fits = isUnsigned
                    ? number.signum() >= 0 && number.bitLength() <= Long.SIZE
                    : number.bitLength() < Long.SIZE;
            return fits ? new Whole(number.longValue(), isUnsigned) : null;
        }

        BigInteger number() {
            BigInteger signed = BigInteger.valueOf(bits);
            return isUnsigned && bits < 0 ? signed.add(TOO_LARGE) : signed;
        }
    }

    /** A DECIMAL. */
    record Exact(BigDecimal value) implements Datum {
        /** The number; null where it has more digits than MySQL computes with. */
        static @Nullable Exact of(BigDecimal value) {
            BigDecimal plain = value.scale() < 0 ? value.setScale(0) : value;
            int whole = Math.max(plain.precision() - plain.scale(), 0);
            boolean fits = plain.scale() <= CastTypes.MOST_DECIMAL_SCALE
                    && whole + plain.scale() <= CastTypes.MOST_DECIMAL_PRECISION;
            return fits ? new Exact(plain) : null;
        }
    }

    /** A DOUBLE. */
    record Approximate(double value) implements Datum {
        /** The number; null where it is none, or infinite. */
        static @Nullable Approximate of(double value) {
            return Double.isFinite(value) ? new Approximate(value) : null;
        }
    }

    /** A string of characters. */
    record Text(String value) implements Datum {}

    /**
     * A string of bytes.
     *
     * @param value     the string, or the literal
     * @param isNumeral true for a hexadecimal or bit literal, which acts as a number among numbers
     */
    record Bytes(Value value, boolean isNumeral) implements Datum {}

    /** A DATE. */
    record Day(LocalDate value) implements Datum {}

    /** A DATETIME, with the digits of its fraction. */
    record Moment(LocalDateTime value, int digits) implements Datum {}

    /** A TIME, with the digits of its fraction. */
    record Clock(Duration value, int digits) implements Datum {}

    /** A row. */
    record Row(List<Datum> members) implements Datum {}

    /** The truth value as a number; null for null. */
    static @Nullable Datum of(@Nullable Truth truth) {
        return truth == null ? null : switch (truth) {
            case TRUE -> new Whole(1, false);
            case FALSE -> new Whole(0, false);
            case UNKNOWN -> Missing.NULL;
        };
    }

    /** A literal; null for one that the server must read: a text that is not UTF-8, a temporal one of a rare notation. */
    static @Nullable Datum of(Value value) {
        return switch (value.type()) {
            case NULL -> Missing.NULL;
            case INT64, UINT64 -> Whole.of(new BigInteger(value.text()), value.type() == Type.UINT64);
            case DECIMAL -> NumberText.decimal(value.text());
            case FLOAT64 -> Approximate.of(NumberText.leadingDouble(value.text()));
            case VARCHAR -> value.isUtf8() ? new Text(value.text()) : null;
            case VARBINARY -> new Bytes(value, false);
            case HEXNUM, HEXVAL, BITNUM -> new Bytes(value, true);
            case DATE -> Moments.day(value.text());
            case DATETIME -> Moments.moment(value.text());
            case TIME -> Moments.clock(value.text());
            default -> null;
        };
    }

    /** The constant as MySQL gives it out; null for a row. */
    default @Nullable Value toValue() {
        return switch (this) {
            case Missing none -> Value.NULL;
            case Whole(var bits, var isUnsigned) -> isUnsigned ? Value.ofUnsigned(bits) : Value.of(bits);
            case Exact(var number) -> Value.of(Type.DECIMAL, number.toPlainString());
            case Approximate(var number) -> Value.of(Type.FLOAT64, NumberText.print(number));
            case Text(var text) -> Value.of(text);
            case Bytes(var bytes, var isNumeral) -> bytes;
            case Day(var day) -> Value.of(Type.DATE, day.toString());
            case Moment moment -> Value.of(Type.DATETIME, Moments.print(moment));
            case Clock clock -> Value.of(Type.TIME, Moments.print(clock));
            case Row row -> null;
        };
    }

    /** The type of the constant among others; null for a row and for literals of bits, which have more than one. */
    default @Nullable Operand operand() {
        return switch (this) {
            case Missing none -> Operand.of(Type.NULL, true);
            case Whole number -> Operand.of(number.isUnsigned() ? Type.UINT64 : Type.INT64, false);
            case Exact(var number) -> Operand.of(Type.DECIMAL, false, number.precision(), number.scale());
            case Approximate number -> Operand.of(Type.FLOAT64, false);
            case Text text -> Operand.text(Type.VARCHAR, Collations.DEFAULT, false, Coercibility.COERCIBLE);
            case Bytes bytes -> bytes.isNumeral() ? null : Operand.of(Type.VARBINARY, false);
            case Day day -> Operand.of(Type.DATE, false);
            case Moment moment -> Operand.of(Type.DATETIME, false, 0, moment.digits());
            case Clock clock -> Operand.of(Type.TIME, false, 0, clock.digits());
            case Row row -> null;
        };
    }

    /** The constant as a text; null for NULL, rows and bytes that are not UTF-8. */
    default @Nullable String toText() {
        return switch (this) {
            case Text(var text) -> text;
            case Bytes(var value, var isNumeral) -> {
                Value raw = Value.of(value.rawBytes());
                yield raw.isUtf8() ? raw.text() : null;
            }
            case Missing none -> null;
            case Row row -> null;
            default -> text(toValue());
        };
    }

    private static @Nullable String text(@Nullable Value value) {
        return value == null ? null : value.text();
    }
}
