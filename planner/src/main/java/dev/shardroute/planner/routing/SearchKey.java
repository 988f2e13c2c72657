package dev.shardroute.planner.routing;

import dev.shardroute.planner.plan.ValueExpr;
import dev.shardroute.type.Type;
import dev.shardroute.type.Value;
import dev.shardroute.vindex.Vindex;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a vindex must map to find the rows whose column equals a value. MySQL compares after conversions: {@code 5.0} and {@code
 * '5'} find 5 and {@code 'abc'} finds 0 where the column holds integers. A vindex that reads integers has rows of integers
 * only, in whatever type of column, so that there the integer is known that such a value equals.
 */
public sealed interface SearchKey {
    /** The vindex must map this. */
    record Known(Value value) implements SearchKey {}

    /** There is no such row. */
    record Nowhere() implements SearchKey {}

    /** The rows may be on any shard. */
    record Anywhere() implements SearchKey {}

    /** Integers up to this are exact as floating point numbers. */
    double MOST_EXACT = 1L << 53;

    /** What MySQL reads of a string where a number is needed; 0 where it finds none. */
    Pattern NUMBER = Pattern.compile("\\s*([+-]?(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?)");

    /** The key of a value. */
    static SearchKey of(Vindex vindex, Value value) {
        Type.Kind kind = value.type().kind();
        if (value.isNull()) {
            return new Known(value);
        }
        if (!Mappable.readsIntegers(vindex)) {
            return kind == Type.Kind.DECIMAL || kind == Type.Kind.FLOAT ? new Anywhere() : new Known(value);
        }
        return value.type() != Type.JSON && value.asUnsignedLong().isPresent() ? new Known(value) : integer(value);
    }

    private static SearchKey integer(Value value) {
        if (value.type() == Type.JSON) {
            return new Anywhere();
        }
        return switch (value.type().kind()) {
            case DECIMAL -> exact(new BigDecimal(value.text()));
            case FLOAT -> approximate(Double.parseDouble(value.text()));
            case TEXT, BINARY -> {
                Matcher number = NUMBER.matcher(value.text());
                yield approximate(number.lookingAt() ? Double.parseDouble(number.group(1)) : 0);
            }
            case NULL, SIGNED, UNSIGNED, TEMPORAL, LITERAL, EXPRESSION -> new Anywhere();
        };
    }

    private static SearchKey exact(BigDecimal number) {
        BigDecimal plain = number.stripTrailingZeros();
        if (plain.scale() > 0 || plain.precision() - plain.scale() > 20) {
            return new Nowhere();
        }
        BigInteger integer = plain.toBigIntegerExact();
        boolean isSigned = integer.bitLength() < 64;
        return isSigned || (integer.signum() > 0 && integer.bitLength() == 64)
                ? new Known(Value.of(isSigned ? Type.INT64 : Type.UINT64, integer.toString()))
                : new Nowhere();
    }

    private static SearchKey approximate(double number) {
        if (!(Math.abs(number) < MOST_EXACT)) {
            return new Anywhere();
        }
        return number == Math.rint(number) ? new Known(Value.of((long) number)) : new Nowhere();
    }

    /** False when the rows that equal a value may be on any shard, as far as it is known before the bind variables are. */
    static boolean mayBeKnown(Vindex vindex, ValueExpr value) {
        return switch (value) {
            case ValueExpr.Constant(var constant, var sql) -> !(of(vindex, constant) instanceof Anywhere);
            case ValueExpr.Tuple(var members) -> members.stream().allMatch(member -> mayBeKnown(vindex, member));
            case ValueExpr.Variable variable -> true;
            case ValueExpr.ListVariable variable -> true;
            case ValueExpr.RowsColumn column -> true;
            case ValueExpr.Computed computed -> true;
        };
    }
}
