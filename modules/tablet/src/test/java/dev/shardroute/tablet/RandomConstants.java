package dev.shardroute.tablet;

import java.util.List;
import java.util.Random;

/** Random constant expressions, as SQL. */
final class RandomConstants {
    private static final List<String> NUMBERS = List.of("0", "1", "2", "-1", "7", "42", "007", "-12345", "4294967296",
            "9223372036854775807", "-9223372036854775808", "9223372036854775808", "18446744073709551615", "0.0", "1.5",
            "2.50", "-0.25", "-2.5", "123456789.123", "12345678901234567890", ".5", "99999999999999999999.99", "1e0",
            "2.5e1", "-1e-3", "1e20", "1.5e15", "123456.789e3", "0.1e0");
    private static final List<String> TEXTS = List.of("''", "'0'", "'1'", "'12'", "'12abc'", "' 7'", "'abc'", "'-3'",
            "'1.5'", "'1e2'", "'2e'", "'.5'", "'+4'", "'0x1F'", "'12.9'", "'9223372036854775808'",
            "'18446744073709551615'", "'-9223372036854775808'", "'000123'", "'1 2'", "N'5'", "_utf8mb4'6'",
            "_binary'8'");
    private static final List<String> OTHERS =
            List.of("null", "true", "false", "0x41", "x'31'", "0x00", "0b101", "b'11'",
                    "0xFFFFFFFFFFFFFFFF", "date'2026-11-24'", "date'2024-02-29'", "timestamp'2026-11-24 12:34:56'",
                    "timestamp'2026-11-24 12:34:56.789'", "time'12:34:56'", "time'-01:02:03.5'");
    private static final List<String> OPERATORS = List.of("+", "-", "*", "/", "div", "%", "&", "|", "^", "<<", ">>");
    private static final List<String> COMPARISONS = List.of("=", "<=>", "!=", "<", "<=", ">", ">=");
    private static final List<String> TYPES = List.of("signed", "unsigned", "decimal(10,2)", "decimal(5)",
            "decimal(20,4)",
            "double", "char", "char(2)", "binary", "binary(4)", "date", "datetime", "datetime(3)", "time", "time(2)");
    private static final List<String> FUNCTIONS =
            List.of("abs", "lower", "upper", "length", "char_length", "hex", "unhex",
                    "isnull");

    private final Random random;

    RandomConstants(Random random) {
        this.random = random;
    }

    /** An expression that nests at most so deep. */
    String expression(int depth) {
        if (depth == 0 || random.nextInt(8) == 0) {
            return atom();
        }
        return switch (random.nextInt(12)) {
            case 0, 1, 2 -> operands(depth, pick(OPERATORS));
            case 3 -> operands(depth, pick(COMPARISONS));
            case 4 -> operands(depth, pick(List.of("and", "or", "xor")));
            case 5 -> pick(List.of("-", "~", "!", "not ")) + operand(depth);
            case 6 -> operand(depth) + pick(List.of(" is null", " is not null", " is true", " is not false"));
            case 7 -> operand(depth) + not() + " between " + operand(depth) + " and " + operand(depth);
            case 8 -> operand(depth) + not() + " in (" + list(depth, 3) + ")";
            case 9 -> "cast(" + expression(depth - 1) + " as " + pick(TYPES) + ")";
            case 10 -> choice(depth);
            default -> call(depth);
        };
    }

    private String operands(int depth, String operator) {
        return operand(depth) + " " + operator + " " + operand(depth);
    }

    private String operand(int depth) {
        return "(" + expression(depth - 1) + ")";
    }

    private String not() {
        return random.nextInt(3) == 0 ? " not" : "";
    }

    private String choice(int depth) {
        return switch (random.nextInt(5)) {
            case 0 -> "case when " + list(depth, 1) + " then " + list(depth, 1) + " else " + list(depth, 1) + " end";
            case 1 -> "case " + operand(depth) + " when " + operand(depth) + " then " + list(depth, 1) + " end";
            case 2 -> "if(" + list(depth, 3) + ")";
            case 3 -> pick(List.of("ifnull(", "nullif(")) + list(depth, 2) + ")";
            default -> "coalesce(" + list(depth, 3) + ")";
        };
    }

    private String call(int depth) {
        return switch (random.nextInt(5)) {
            case 0 -> "concat(" + list(depth, 2) + ")";
            case 1 -> "concat_ws(" + list(depth, 3) + ")";
            case 2 -> pick(List.of("greatest(", "least(")) + list(depth, 3) + ")";
            case 3 -> row(depth) + " " + pick(COMPARISONS) + " " + row(depth);
            default -> pick(FUNCTIONS) + "(" + list(depth, 1) + ")";
        };
    }

    private String row(int depth) {
        return "(" + list(depth, 2) + ")";
    }

    private String list(int depth, int size) {
        StringBuilder list = new StringBuilder(expression(depth - 1));
        for (int i = 1; i < size; i++) {
            list.append(", ").append(expression(depth - 1));
        }
        return list.toString();
    }

    private String atom() {
        return switch (random.nextInt(5)) {
            case 0, 1, 2 -> pick(NUMBERS);
            case 3 -> pick(TEXTS);
            default -> pick(OTHERS);
        };
    }

    private String pick(List<String> words) {
        return words.get(random.nextInt(words.size()));
    }
}
