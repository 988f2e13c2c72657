package dev.shardroute.sql.function;

import dev.shardroute.sql.function.Datum.Exact;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Numbers in texts: MySQL reads as much of a text as is a number, and nothing is 0. */
final class NumberText {
    /** No exponent of a number within the bounds of DECIMAL is larger. */
    private static final int LARGEST_EXPONENT = 100;
    /** From this power of ten on, up and down, MySQL prints a double with an exponent, but for one with a fraction. */
    private static final double EXPONENT_FROM = 1e15;
    private static final double EXPONENT_TO = 1e-15;

    private NumberText() {}

    /** The number that the text begins with, as a double; infinite where it is too large. */
    static double leadingDouble(String text) {
        String number = leadingNumber(text);
        return number.isEmpty() ? 0 : Double.parseDouble(number);
    }

    /** The number that the text begins with; null where DECIMAL cannot hold it. */
    static @Nullable Exact decimal(String text) {
        String number = leadingNumber(text);
        if (number.isEmpty()) {
            return new Exact(BigDecimal.ZERO);
        }
        int exponent = Math.max(number.indexOf('e'), number.indexOf('E'));
        boolean isLarge = number.length() > 2 * CastTypes.MOST_DECIMAL_PRECISION
                || (exponent >= 0 && isLargeExponent(number.substring(exponent + 1)));
        return isLarge ? null : Exact.of(new BigDecimal(number));
    }

    private static boolean isLargeExponent(String exponent) {
        return exponent.length() > 4 || Math.abs(Integer.parseInt(exponent)) > LARGEST_EXPONENT;
    }

    /**
     * The integer that the text begins with; null where 64 bits are too few, or a point or an exponent follows: servers cut
     * or round what they stand for.
     */
    static @Nullable BigInteger leadingInteger(String text) {
        int start = skipSpace(text);
        int end = digitsEnd(text, signEnd(text, start));
        if (end < text.length() && (text.charAt(end) == '.' || exponentEnd(text, end) != end)) {
            return null;
        }
        if (end == signEnd(text, start)) {
            return BigInteger.ZERO;
        }
        BigInteger number = end - start > CastTypes.MOST_DECIMAL_PRECISION
                ? null
                : new BigInteger(text.substring(text.charAt(start) == '+' ? start + 1 : start, end));
        boolean fits = number != null
                && (number.signum() < 0 ? number.bitLength() < Long.SIZE : number.bitLength() <= Long.SIZE);
        return fits ? number : null;
    }

    /** The part of the text that is a number, without blanks in front; empty for none. */
    private static String leadingNumber(String text) {
        int start = skipSpace(text);
        int whole = signEnd(text, start);
        int end = digitsEnd(text, whole);
        int digits = end - whole;
        if (end < text.length() && text.charAt(end) == '.') {
            int fraction = digitsEnd(text, end + 1);
            digits += fraction - end - 1;
            end = fraction;
        }
        return digits == 0 ? "" : text.substring(start, exponentEnd(text, end));
    }

    private static int exponentEnd(String text, int at) {
        boolean isExponent = at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E');
        if (!isExponent) {
            return at;
        }
        int digits = signEnd(text, at + 1);
        int end = digitsEnd(text, digits);
        return end == digits ? at : end;
    }

    private static int skipSpace(String text) {
        int at = 0;
        while (at < text.length() && isSpace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isSpace(char character) {
        return character == ' ' || (character >= '\t' && character <= '\r');
    }

    private static int signEnd(String text, int at) {
        boolean isSign = at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '+');
        return isSign ? at + 1 : at;
    }

    private static int digitsEnd(String text, int at) {
        int end = at;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end;
    }

    /** A double as MySQL prints it: with as few digits as it is read back from. */
    static String print(double number) {
        if (number == 0) {
            return 1 / number < 0 ? "-0" : "0";
        }
        BigDecimal shortest = new BigDecimal(Double.toString(number)).stripTrailingZeros();
        double size = Math.abs(number);
        boolean isPlain = size < EXPONENT_FROM ? size >= EXPONENT_TO : shortest.scale() > 0;
        if (isPlain) {
            return shortest.toPlainString();
        }
        String digits = shortest.unscaledValue().abs().toString();
        int exponent = digits.length() - 1 - shortest.scale();
        String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
        return (number < 0 ? "-" : "") + mantissa + "e" + exponent;
    }
}
