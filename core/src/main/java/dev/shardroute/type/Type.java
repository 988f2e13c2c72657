package dev.shardroute.type;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The type of a value. Names and meaning are those of Vitess's {@code query.Type}. */
public enum Type {
    NULL(Kind.NULL),
    INT8(Kind.SIGNED),
    UINT8(Kind.UNSIGNED),
    INT16(Kind.SIGNED),
    UINT16(Kind.UNSIGNED),
    INT24(Kind.SIGNED),
    UINT24(Kind.UNSIGNED),
    INT32(Kind.SIGNED),
    UINT32(Kind.UNSIGNED),
    INT64(Kind.SIGNED),
    UINT64(Kind.UNSIGNED),
    FLOAT32(Kind.FLOAT),
    FLOAT64(Kind.FLOAT),
    DECIMAL(Kind.DECIMAL),
    TIMESTAMP(Kind.TEMPORAL),
    DATE(Kind.TEMPORAL),
    TIME(Kind.TEMPORAL),
    DATETIME(Kind.TEMPORAL),
    YEAR(Kind.UNSIGNED),
    TEXT(Kind.TEXT),
    VARCHAR(Kind.TEXT),
    CHAR(Kind.TEXT),
    ENUM(Kind.TEXT),
    SET(Kind.TEXT),
    BLOB(Kind.BINARY),
    VARBINARY(Kind.BINARY),
    BINARY(Kind.BINARY),
    BIT(Kind.BINARY),
    GEOMETRY(Kind.BINARY),
    VECTOR(Kind.BINARY),
    JSON(Kind.TEXT),
    /** SQL text that a backend evaluates; it has no value here. */
    EXPRESSION(Kind.EXPRESSION),
    /** A number written {@code 0x1F}. */
    HEXNUM(Kind.LITERAL),
    /** A binary string written {@code x'1F'}. */
    HEXVAL(Kind.LITERAL),
    /** A bit string written {@code 0b101} or {@code b'101'}. */
    BITNUM(Kind.LITERAL);

    private static final Map<String, Type> BY_NAME =
            Stream.of(values()).collect(Collectors.toUnmodifiableMap(Type::name, type -> type));

    private final Kind kind;

    Type(Kind kind) {
        this.kind = kind;
    }

    /** The type called {@code name} in Vitess (case does not matter; {@code NULL_TYPE} is {@link #NULL}), or null. */
    public static @Nullable Type ofName(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        return BY_NAME.get(upper.equals("NULL_TYPE") ? "NULL" : upper);
    }

    /** What values of this type are. */
    public Kind kind() {
        return kind;
    }

    /** True for signed and unsigned integers, years included. */
    public boolean isIntegral() {
        return kind == Kind.SIGNED || kind == Kind.UNSIGNED;
    }

    /** True where the value's text is written in quotes in SQL. */
    public boolean isQuoted() {
        return kind == Kind.TEXT || kind == Kind.BINARY || kind == Kind.TEMPORAL;
    }

    /** Families of types. */
    public enum Kind {
        NULL, SIGNED, UNSIGNED, FLOAT, DECIMAL, TEMPORAL, TEXT, BINARY, LITERAL, EXPRESSION
    }
}
