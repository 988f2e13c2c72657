package dev.shardroute.sql.function;

import dev.shardroute.sql.ast.Expression.BinaryOperator;
import dev.shardroute.sql.function.Datum.Approximate;
import dev.shardroute.sql.function.Datum.Bytes;
import dev.shardroute.sql.function.Datum.Exact;
import dev.shardroute.sql.function.Datum.Missing;
import dev.shardroute.sql.function.Datum.Text;
import dev.shardroute.sql.function.Datum.Whole;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Arithmetic and bit operations on constants; null where MySQL fails, as with an integer of more than 64 bits, or its result
 * depends on the server.
 */
final class Arithmetic {
    private Arithmetic() {}

    static @Nullable Datum binary(BinaryOperator operator, Datum left, Datum right) {
        if (left instanceof Missing || right instanceof Missing) {
            return Missing.NULL;
        }
        return switch (operator) {
            case DIV -> integerQuotient(left, right);
            case BIT_OR, BIT_AND, BIT_XOR, SHIFT_LEFT, SHIFT_RIGHT -> bits(operator, left, right);
            case PLUS, MINUS, TIMES, DIVIDE, MOD -> {
                Datum first = Numbers.of(left);
                Datum second = Numbers.of(right);
                yield first == null || second == null ? null : numbers(operator, first, second);
            }
        };
    }

    /** Both operands are a double when one is; otherwise a decimal when one is. */
    private static @Nullable Datum numbers(BinaryOperator operator, Datum left, Datum right) {
        if (left instanceof Approximate || right instanceof Approximate) {
            Double first = Numbers.toDouble(left);
            Double second = Numbers.toDouble(right);
            return first == null || second == null ? null : doubles(operator, first, second);
        }
        if (left instanceof Whole first && right instanceof Whole second && operator != BinaryOperator.DIVIDE) {
            return integers(operator, first, second);
        }
        BigDecimal first = Numbers.toDecimal(left);
        BigDecimal second = Numbers.toDecimal(right);
        return first == null || second == null ? null : decimals(operator, first, second);
    }

    private static @Nullable Datum doubles(BinaryOperator operator, double left, double right) {
        return switch (operator) {
            case PLUS -> Approximate.of(left + right);
            case MINUS -> Approximate.of(left - right);
            case TIMES -> Approximate.of(left * right);
            case DIVIDE -> right == 0 ? Missing.NULL : Approximate.of(left / right);
            case MOD -> right == 0 ? Missing.NULL : Approximate.of(left % right);
            default -> null;
        };
    }

    /** A result is unsigned when an operand is, a remainder when what is divided is. */
    private static @Nullable Datum integers(BinaryOperator operator, Whole left, Whole right) {
        BigInteger first = left.number();
        BigInteger second = right.number();
        boolean isUnsigned = left.isUnsigned() || right.isUnsigned();
        return switch (operator) {
            case PLUS -> Whole.of(first.add(second), isUnsigned);
            case MINUS -> Whole.of(first.subtract(second), isUnsigned);
            case TIMES -> Whole.of(first.multiply(second), isUnsigned);
            case MOD -> second.signum() == 0
                    ? Missing.NULL
                    : Whole.of(first.remainder(second), left.isUnsigned());
            default -> null;
        };
    }

    private static @Nullable Datum decimals(BinaryOperator operator, BigDecimal left, BigDecimal right) {
        return switch (operator) {
            case PLUS -> Exact.of(left.add(right));
            case MINUS -> Exact.of(left.subtract(right));
            case TIMES -> Exact.of(left.multiply(right));
            case DIVIDE -> right.signum() == 0 ? Missing.NULL : quotient(left, right);
            case MOD -> right.signum() == 0 ? Missing.NULL : remainder(left, right);
            default -> null;
        };
    }

    /**
     * A quotient has four digits more than what is divided, or as many as {@code div_precision_increment} says: it is known
     * where no digit is lost.
     */
    private static @Nullable Datum quotient(BigDecimal left, BigDecimal right) {
        int scale = left.scale() + NumericTypes.MORE_DIGITS;
        BigDecimal quotient = left.divide(right, scale, RoundingMode.DOWN);
        return quotient.multiply(right).compareTo(left) == 0 ? Exact.of(quotient) : null;
    }

    /** Where nothing remains of a negative number, some servers say {@code -0.0}. */
    private static @Nullable Datum remainder(BigDecimal left, BigDecimal right) {
        BigDecimal remainder = left.remainder(right).setScale(Math.max(left.scale(), right.scale()));
        return remainder.signum() == 0 && left.signum() < 0 ? null : Exact.of(remainder);
    }

    private static @Nullable Datum integerQuotient(Datum left, Datum right) {
        BigDecimal first = Numbers.toDecimal(left);
        BigDecimal second = Numbers.toDecimal(right);
        if (first == null || second == null) {
            return null;
        }
        boolean isUnsigned = isUnsigned(left) || isUnsigned(right);
        if (second.signum() == 0) {
            return Missing.NULL;
        }
        // some servers refuse it even where the quotient is 0; a decimal may be unsigned by what it was made of
        boolean isSigned = left instanceof Whole && right instanceof Whole && !isUnsigned;
        boolean isRefused = !isSigned && (first.signum() < 0 || second.signum() < 0);
        return isRefused ? null : Whole.of(first.divideToIntegralValue(second).toBigInteger(), isUnsigned);
    }

    private static boolean isUnsigned(Datum datum) {
        return Numbers.of(datum) instanceof Whole number && number.isUnsigned();
    }

    private static @Nullable Datum bits(BinaryOperator operator, Datum left, Datum right) {
        Long first = isBytes(left) ? null : bits(left);
        Long second = isBytes(right) ? null : bits(right);
        if (first == null || second == null) {
            return null;
        }
        return switch (operator) {
            case BIT_OR -> new Whole(first | second, true);
            case BIT_AND -> new Whole(first & second, true);
            case BIT_XOR -> new Whole(first ^ second, true);
            case SHIFT_LEFT -> isShort(second) ? new Whole(second < Long.SIZE ? first << second : 0, true) : null;
            case SHIFT_RIGHT -> isShort(second) ? new Whole(second < Long.SIZE ? first >>> second : 0, true) : null;
            default -> null;
        };
    }

    /** Operations on strings of bytes give such strings. */
    private static boolean isBytes(Datum datum) {
        return datum instanceof Bytes bytes && !bytes.isNumeral();
    }

    /** Of a longer shift some servers take 32 bits only. */
    private static boolean isShort(long count) {
        return count >= 0 && count <= Integer.MAX_VALUE;
    }

    private static @Nullable Long bits(Datum datum) {
        BigInteger number = Numbers.toInteger(datum);
        boolean fits = number != null
                && (number.signum() < 0 ? number.bitLength() < Long.SIZE : number.bitLength() <= Long.SIZE);
        return number == null || !fits ? null : number.longValue();
    }

    static @Nullable Datum inverted(Datum operand) {
        if (operand instanceof Missing) {
            return Missing.NULL;
        }
        Long bits = isBytes(operand) ? null : bits(operand);
        return bits == null ? null : new Whole(~bits, true);
    }

    /** What has no negative of its own type becomes a decimal; which type a literal of bits has then is in doubt. */
    static @Nullable Datum negated(Datum operand) {
        return switch (operand) {
            case Missing none -> Missing.NULL;
            case Whole number -> negated(number);
            case Exact(var number) -> new Exact(number.negate());
            case Approximate(var number) -> new Approximate(-number);
            case Text text -> negatedDouble(text);
            case Bytes bytes -> bytes.isNumeral() ? null : negatedDouble(bytes);
            case Datum.Day none -> null;
            case Datum.Moment none -> null;
            case Datum.Clock none -> null;
            case Datum.Row none -> null;
        };
    }

    private static Datum negated(Whole number) {
        BigInteger negative = number.number().negate();
        Whole whole = Whole.of(negative, false);
        return whole == null ? new Exact(new BigDecimal(negative)) : whole;
    }

    private static @Nullable Datum negatedDouble(Datum operand) {
        Double number = Numbers.toDouble(operand);
        return number == null ? null : new Approximate(-number);
    }
}
