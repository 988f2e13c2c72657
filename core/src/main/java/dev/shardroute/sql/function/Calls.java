package dev.shardroute.sql.function;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.shardroute.sql.ast.Expression.BinaryOperator;
import dev.shardroute.sql.function.Datum.Approximate;
import dev.shardroute.sql.function.Datum.Bytes;
import dev.shardroute.sql.function.Datum.Exact;
import dev.shardroute.sql.function.Datum.Missing;
import dev.shardroute.sql.function.Datum.Row;
import dev.shardroute.sql.function.Datum.Text;
import dev.shardroute.sql.function.Datum.Whole;
import dev.shardroute.type.Value;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Functions on constants; null for those that are not simple and where the result depends on the server. */
final class Calls {
    private Calls() {}

    /** The result of a function whose arguments have been computed, as many as it takes. */
    static @Nullable Datum call(String function, List<Datum> arguments) {
        for (Datum argument : arguments) {
            if (argument instanceof Row) {
                return null;
            }
        }
        return switch (function) {
            case "isnull" -> Datum.of(Truth.of(arguments.getFirst() instanceof Missing));
            case "concat_ws" -> joined(arguments);
            default -> isAnyMissing(arguments) ? missing(function) : present(function, arguments);
        };
    }

    private static boolean isAnyMissing(List<Datum> arguments) {
        for (Datum argument : arguments) {
            if (argument instanceof Missing) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Datum missing(String function) {
        return switch (function) {
            case "concat", "abs", "mod", "lower", "lcase", "upper", "ucase", "length", "octet_length", "char_length",
                    "character_length", "greatest", "least", "hex", "insert", "unhex" ->
                    Missing.NULL;
            default -> null;
        };
    }

    private static @Nullable Datum present(String function, List<Datum> arguments) {
        Datum first = arguments.getFirst();
        return switch (function) {
            case "concat" -> concat(arguments);
            case "abs" -> absolute(first);
            case "mod" -> Arithmetic.binary(BinaryOperator.MOD, first, arguments.getLast());
            case "lower", "lcase" -> changeCase(first, false);
            case "upper", "ucase" -> changeCase(first, true);
            case "length", "octet_length" -> length(first);
            case "char_length", "character_length" -> characters(first);
            case "greatest" -> extreme(arguments, 1);
            case "least" -> extreme(arguments, -1);
            case "hex" -> hex(first);
            case "insert" -> inserted(arguments);
            case "unhex" -> unhex(first);
            default -> null;
        };
    }

    /** Of bytes and characters the result is bytes. */
    private static @Nullable Datum concat(List<Datum> parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        boolean isBinary = false;
        for (Datum part : parts) {
            byte[] bytes = Casts.bytes(part);
            if (bytes == null) {
                return null;
            }
            isBinary |= part instanceof Bytes;
            all.writeBytes(bytes);
        }
        return isBinary ? new Bytes(Value.of(all.toByteArray()), false) : new Text(all.toString(UTF_8));
    }

    /** Some characters of a text replaced; counted from 1 on. A place outside of the text changes nothing. */
    private static @Nullable Datum inserted(List<Datum> arguments) {
        boolean isPlain = arguments.get(0) instanceof Text && arguments.get(1) instanceof Whole
                && arguments.get(2) instanceof Whole && arguments.get(3) instanceof Text;
        if (!isPlain) {
            return null;
        }
        int[] characters = text(arguments.get(0)).codePoints().toArray();
        long length = characters.length;
        BigInteger place = ((Whole) arguments.get(1)).number();
        BigInteger count = ((Whole) arguments.get(2)).number();
        if (place.signum() <= 0 || place.compareTo(BigInteger.valueOf(length)) > 0) {
            return arguments.get(0);
        }
        int start = place.intValue() - 1;
        BigInteger most = BigInteger.valueOf(length - start);
        int end = start + (count.signum() < 0 ? most : count.min(most)).intValue();
        return new Text(new String(characters, 0, start) + text(arguments.get(3))
                + new String(characters, end, characters.length - end));
    }

    /** Leaves out what is NULL, but needs a separator. */
    private static @Nullable Datum joined(List<Datum> arguments) {
        StringBuilder all = new StringBuilder();
        String separator = "";
        for (Datum argument : arguments.subList(1, arguments.size())) {
            if (argument instanceof Missing) {
                continue;
            }
            String text = argument instanceof Bytes ? null : argument.toText();
            if (text == null) {
                return null;
            }
            all.append(separator).append(text);
            separator = text(arguments.getFirst());
        }
        return switch (arguments.getFirst()) {
            case Missing none -> Missing.NULL;
            case Bytes none -> null;
            default -> new Text(all.toString());
        };
    }

    private static String text(Datum datum) {
        String text = datum.toText();
        return text == null ? "" : text;
    }

    private static @Nullable Datum absolute(Datum operand) {
        return operand instanceof Bytes ? null : switch (Numbers.of(operand)) {
            case Whole number -> Whole.of(number.number().abs(), number.isUnsigned());
            case Exact(var number) -> new Exact(number.abs());
            case Approximate(var number) -> new Approximate(Math.abs(number));
            case null, default -> null;
        };
    }

    /** Only ASCII has the same cases for every collation. */
    private static @Nullable Datum changeCase(Datum operand, boolean isUpper) {
        return operand instanceof Text(var text) && Casts.isAscii(text)
                ? new Text(isUpper ? text.toUpperCase(Locale.ROOT) : text.toLowerCase(Locale.ROOT))
                : null;
    }

    /** The length in bytes is another where the connection has another character set. */
    private static @Nullable Datum length(Datum operand) {
        byte[] bytes = Casts.bytes(operand);
        boolean isSame = operand instanceof Bytes || Casts.isAscii(text(operand));
        return bytes == null || !isSame ? null : new Whole(bytes.length, false);
    }

    private static @Nullable Datum characters(Datum operand) {
        return operand instanceof Text(var text) ? new Whole(text.codePointCount(0, text.length()), false)
                : length(operand);
    }

    /** Of numbers that are exact; of strings a collation decides, of signed and unsigned integers servers. */
    private static @Nullable Datum extreme(List<Datum> arguments, int sign) {
        boolean isUnsigned = arguments.getFirst() instanceof Whole first && first.isUnsigned();
        boolean areWhole = true;
        BigDecimal best = null;
        int scale = 0;
        for (Datum argument : arguments) {
            boolean isExact = switch (argument) {
                case Whole number -> number.isUnsigned() == isUnsigned;
                case Exact number -> !isUnsigned;
                default -> false;
            };
            BigDecimal number = isExact ? Numbers.toDecimal(argument) : null;
            if (number == null) {
                return null;
            }
            best = best == null || Integer.signum(number.compareTo(best)) == sign ? number : best;
            scale = Math.max(scale, number.scale());
            areWhole &= argument instanceof Whole;
        }
        if (best == null) {
            return null;
        }
        return areWhole ? Whole.of(best.toBigInteger(), isUnsigned) : Exact.of(best.setScale(scale));
    }

    private static @Nullable Datum hex(Datum operand) {
        return switch (operand) {
            case Text(var text) when Casts.isAscii(text) -> hexadecimal(text.getBytes(UTF_8));
            case Bytes(var value, var isNumeral) -> hexadecimal(value.rawBytes());
            case Whole number -> new Text(Long.toHexString(number.bits()).toUpperCase(Locale.ROOT));
            default -> null;
        };
    }

    private static Datum hexadecimal(byte[] bytes) {
        return new Text(HexFormat.of().withUpperCase().formatHex(bytes));
    }

    private static @Nullable Datum unhex(Datum operand) {
        if (!(operand instanceof Text(var text)) || text.length() % 2 != 0) {
            return null;
        }
        try {
            return new Bytes(Value.of(HexFormat.of().parseHex(text)), false);
        } catch (IllegalArgumentException e) {
            return Missing.NULL;
        }
    }
}
