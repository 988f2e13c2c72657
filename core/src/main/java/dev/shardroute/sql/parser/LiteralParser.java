package dev.shardroute.sql.parser;

import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.Introduced;
import dev.shardroute.sql.ast.Expression.Literal;
import dev.shardroute.sql.ast.Expression.Unary;
import dev.shardroute.sql.ast.Expression.UnaryOperator;
import dev.shardroute.sql.ast.Expression.Variable;
import dev.shardroute.sql.lex.Keyword;
import dev.shardroute.sql.lex.TokenKind;
import dev.shardroute.type.Type;
import dev.shardroute.type.Value;
import java.math.BigInteger;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Parses literals, with what may stand in front of them. */
final class LiteralParser {
    /** More digits than this are no 64-bit integer, whatever they are. */
    private static final int LONGEST_INTEGER = 20;
    private static final Map<Keyword, String> INTRODUCERS = introducers();

    private final TokenCursor cursor;

    LiteralParser(TokenCursor cursor) {
        this.cursor = cursor;
    }

    /** The literal that the cursor is at, or null where it is at none that begins without a word. */
    @Nullable Expression parse() {
        return switch (cursor.kind()) {
            case STRING -> string();
            case NATIONAL_STRING -> national();
            case INTEGER -> new Literal(integer());
            case DECIMAL -> literal(Type.DECIMAL);
            case FLOAT -> literal(Type.FLOAT64);
            case HEX_NUMBER -> literal(Type.HEXNUM);
            case BIT_NUMBER -> literal(Type.BITNUM);
            case HEX_STRING -> new Literal(Value.of(Type.HEXVAL, "X'" + cursor.take() + "'"));
            case BIT_STRING -> bitString(cursor.take());
            case QUESTION -> question();
            case VARIABLE -> new Variable(cursor.take());
            default -> null;
        };
    }

    /** The character set that the keyword puts before a literal, or null where it is no introducer. */
    static @Nullable String charset(Keyword keyword) {
        return INTRODUCERS.get(keyword);
    }

    /** The literal behind an introducer, which has been read. */
    Introduced introduced(String charset) {
        Expression operand = switch (cursor.kind()) {
            case STRING, HEX_NUMBER, HEX_STRING, BIT_NUMBER, BIT_STRING, VARIABLE, QUESTION -> parse();
            default -> null;
        };
        if (operand == null) {
            throw cursor.error("expected a literal of the character set");
        }
        cursor.grow();
        return new Introduced(charset, operand);
    }

    /** The string that is a temporal literal of that type. */
    Literal temporal(Type type) {
        if (!cursor.at(TokenKind.STRING)) {
            throw cursor.error("expected a string");
        }
        return literal(type);
    }

    /** A number takes the sign into itself, unless it has one. */
    static Expression negate(Expression operand) {
        if (operand instanceof Literal(var value) && isNumber(value.type()) && !value.isNegative()) {
            String text = "-" + value.text();
            boolean isWhole = value.type() == Type.INT64 || value.type() == Type.UINT64;
            return new Literal(isWhole ? integer(text) : Value.of(value.type(), text));
        }
        return new Unary(UnaryOperator.MINUS, operand);
    }

    private static boolean isNumber(Type type) {
        return type == Type.INT64 || type == Type.UINT64 || type == Type.DECIMAL || type == Type.FLOAT64;
    }

    private Value integer() {
        boolean isShort = cursor.end() - cursor.start() < LONGEST_INTEGER - 1;
        return isShort ? cursor.takeValue(Type.INT64) : integer(cursor.take());
    }

    /** An integer of 64 bits if it fits, signed if it can be; otherwise MySQL makes it a decimal. */
    private static Value integer(String text) {
        int first = text.startsWith("-") ? 1 : 0;
        while (first < text.length() - 1 && text.charAt(first) == '0') {
            first++;
        }
        int digits = text.length() - first;
        if (digits < LONGEST_INTEGER - 1) {
            return Value.of(Type.INT64, text);
        }
        return Value.of(digits > LONGEST_INTEGER ? Type.DECIMAL : type(new BigInteger(text)), text);
    }

    private static Type type(BigInteger number) {
        if (number.bitLength() < Long.SIZE) {
            return Type.INT64;
        }
        return number.signum() > 0 && number.bitLength() == Long.SIZE ? Type.UINT64 : Type.DECIMAL;
    }

    /** Without digits it stays as it is: {@code 0b} alone would be a name. */
    private static Literal bitString(String digits) {
        return new Literal(Value.of(Type.BITNUM, digits.isEmpty() ? "b''" : "0b" + digits));
    }

    private Literal literal(Type type) {
        return new Literal(cursor.takeValue(type));
    }

    private Literal string() {
        Value first = cursor.takeValue(Type.VARCHAR);
        boolean isAlone = !cursor.at(TokenKind.STRING);
        return new Literal(isAlone ? first : Value.of(Type.VARCHAR, cursor.withStrings(first.bytes())));
    }

    /** The string behind N belongs to the national character set, which is {@code utf8mb3}. */
    private Introduced national() {
        Literal operand = string();
        cursor.grow();
        return new Introduced(Introduced.NATIONAL, operand);
    }

    private Variable question() {
        cursor.advance();
        return new Variable(cursor.nextQuestion());
    }

    private static Map<Keyword, String> introducers() {
        Map<Keyword, String> introducers = new EnumMap<>(Keyword.class);
        for (Keyword keyword : Keyword.values()) {
            if (keyword.name().startsWith("_")) {
                introducers.put(keyword, keyword.name().substring(1).toLowerCase(Locale.ROOT));
            }
        }
        introducers.put(Keyword._UTF8, "utf8mb3");
        return introducers;
    }
}
