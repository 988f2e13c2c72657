package dev.shardroute.sql.normalize;

import dev.shardroute.sql.ast.VariableType;
import dev.shardroute.type.Type;
import dev.shardroute.type.Value;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a literal becomes as the value of a bind variable.
 *
 * @param value the value
 * @param type  the type that the variable has
 */
record BindableLiteral(Value value, VariableType type) {
    /** Strings and numbers longer than this are not compared with others. */
    private static final int LONGEST_SHARED = 256;
    private static final int QUOTES_OF_HEX = 3;
    /** A statement may have very many literals, of few types. */
    private static final Map<Type, VariableType> PLAIN_TYPES = Stream.of(Type.INT64, Type.FLOAT64, Type.VARCHAR)
            .collect(Collectors.toUnmodifiableMap(type -> type, VariableType::of));

    /**
     * The literal as a bind value; null for one that stays, because it is a number that no bind variable holds, or a
     * temporal one that depends on the settings of the server.
     *
     * @throws dev.shardroute.error.ShardrouteException {@code SR01008} for a temporal literal that is wrong everywhere
     */
    static @Nullable BindableLiteral of(Value literal) {
        return switch (literal.type()) {
            case INT64, FLOAT64, VARCHAR, VARBINARY, BITNUM -> plain(literal);
            case HEXNUM, HEXVAL -> plain(Value.of(literal.type(), hexadecimal(literal.text())));
            case DECIMAL -> decimal(literal);
            case DATE, TIME, DATETIME -> temporal(literal);
            default -> null;
        };
    }

    /** True when equal literals may share a variable. */
    boolean isShared() {
        int signs = value.type() == Type.HEXVAL ? QUOTES_OF_HEX : 0;
        return value.length() - signs <= LONGEST_SHARED;
    }

    private static BindableLiteral plain(Value value) {
        VariableType type = PLAIN_TYPES.get(value.type());
        return new BindableLiteral(value, type == null ? VariableType.of(value.type()) : type);
    }

    /** The letter in lower case, the digits in upper case. */
    private static String hexadecimal(String literal) {
        String upper = literal.toUpperCase(Locale.ROOT);
        return upper.startsWith("0") ? "0x" + upper.substring(2) : "x" + upper.substring(1);
    }

    /** Without a point it is an integer that 64 bits are too few for. */
    private static @Nullable BindableLiteral decimal(Value literal) {
        String text = literal.text();
        int point = text.indexOf('.');
        if (point < 0) {
            return null;
        }
        int scale = text.length() - point - 1;
        int sign = literal.isNegative() ? 1 : 0;
        return new BindableLiteral(literal, new VariableType(Type.DECIMAL, text.length() - sign - 1, scale));
    }

    private static @Nullable BindableLiteral temporal(Value literal) {
        String text = literal.text();
        if (!TemporalLiterals.isPlain(literal.type(), text)) {
            return null;
        }
        int point = text.lastIndexOf('.');
        int digits = point < 0 ? 0 : text.length() - point - 1;
        return new BindableLiteral(literal, new VariableType(literal.type(), digits, 0));
    }
}
