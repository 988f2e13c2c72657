package dev.shardroute.cli.route;

import dev.shardroute.cli.InputException;
import dev.shardroute.sql.SyntaxException;
import dev.shardroute.sql.lex.Lexer;
import dev.shardroute.sql.lex.TokenKind;
import dev.shardroute.type.BindValue;
import dev.shardroute.type.Binds;
import dev.shardroute.type.TupleValue;
import dev.shardroute.type.Type;
import dev.shardroute.type.Value;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The option {@code --bind name=value}, whose value is a literal of SQL ({@code 42}, {@code -1.5}, {@code 'text'}, {@code
 * x'8a1e'}, {@code null}, {@code true}) or a list of them in parentheses.
 */
public final class BindOption {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.]*");
    private static final BigInteger MAX_UNSIGNED = BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);

    private final String option;
    private final Lexer lexer;

    private BindOption(String option, String value) {
        this.option = option;
        this.lexer = new Lexer(value);
    }

    /** The variables of all options. */
    public static Binds parse(List<String> options) {
        Map<String, BindValue> binds = new LinkedHashMap<>();
        for (String option : options) {
            int equals = option.indexOf('=');
            String name = equals < 0 ? option : option.substring(0, equals);
            if (equals < 0 || !NAME.matcher(name).matches()) {
                throw new InputException("--bind " + option, "it must be name=value, the name without a colon");
            }
            if (binds.put(name, new BindOption(option, option.substring(equals + 1)).parse()) != null) {
                throw new InputException("--bind " + option, "this variable has a value already");
            }
        }
        return new Binds(binds);
    }

    private BindValue parse() {
        try {
            lexer.next();
            BindValue value = lexer.kind() == TokenKind.LEFT_PAREN ? list() : value();
            if (lexer.kind() != TokenKind.END) {
                throw wrong("there is more after the value");
            }
            return value;
        } catch (SyntaxException e) {
            throw wrong(e.getMessage());
        }
    }

    private TupleValue list() {
        List<Value> values = new ArrayList<>();
        do {
            lexer.next();
            values.add(value());
        } while (lexer.kind() == TokenKind.COMMA);
        if (lexer.kind() != TokenKind.RIGHT_PAREN) {
            throw wrong("the list must end in ')'");
        }
        lexer.next();
        return new TupleValue(values);
    }

    private Value value() {
        boolean negative = lexer.kind() == TokenKind.MINUS;
        if (negative) {
            lexer.next();
        }
        Value value = negative ? number("-") : literal();
        lexer.next();
        return value;
    }

    private Value literal() {
        return switch (lexer.kind()) {
            case STRING -> Value.of(lexer.value());
            case HEX_STRING -> Value.of(Type.HEXVAL, lexer.text());
            case HEX_NUMBER -> Value.of(Type.HEXNUM, lexer.text());
            case BIT_STRING, BIT_NUMBER -> Value.of(Type.BITNUM, lexer.text());
            case WORD -> word(lexer.text().toLowerCase(Locale.ROOT));
            default -> number("");
        };
    }

    private Value number(String sign) {
        String text = sign + lexer.text();
        return switch (lexer.kind()) {
            case INTEGER -> Value.of(integerType(new BigInteger(text)), text);
            case DECIMAL -> Value.of(Type.DECIMAL, text);
            case FLOAT -> Value.of(Type.FLOAT64, text);
            default -> throw wrong("a number, a string in quotes, null or a list in parentheses is needed");
        };
    }

    private static Type integerType(BigInteger number) {
        if (number.bitLength() < 64) {
            return Type.INT64;
        }
        return number.signum() > 0 && number.compareTo(MAX_UNSIGNED) <= 0 ? Type.UINT64 : Type.DECIMAL;
    }

    private Value word(String word) {
        return switch (word) {
            case "null" -> Value.NULL;
            case "true" -> Value.of(1);
            case "false" -> Value.of(0);
            default -> throw wrong("a string must be in quotes: '" + lexer.text() + "'");
        };
    }

    private InputException wrong(String why) {
        return new InputException("--bind " + option, why);
    }
}
