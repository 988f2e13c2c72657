package dev.shardroute.sql.function;

import dev.shardroute.type.Type;
import org.jspecify.annotations.Nullable;

/**
 * The type of an expression, and what a function needs to know besides.
 *
 * @param type         the type
 * @param coercibility how much its collation counts
 * @param isNumeral    true for a hexadecimal or bit literal, which is a binary string but acts as a number among numbers
 */
record Operand(ExpressionType type, Coercibility coercibility, boolean isNumeral) {
    static Operand of(ExpressionType type, Coercibility coercibility) {
        return new Operand(type, coercibility, false);
    }

    /** A value of a type that has no collation of its own. */
    static Operand of(Type type, boolean nullable) {
        return of(type, nullable, 0, 0);
    }

    static Operand of(Type type, boolean nullable, int size, int scale) {
        Coercibility coercibility = switch (type.kind()) {
            case NULL -> Coercibility.IGNORABLE;
            case TEXT, BINARY, LITERAL, EXPRESSION -> Coercibility.COERCIBLE;
            case SIGNED, UNSIGNED, FLOAT, DECIMAL, TEMPORAL -> Coercibility.NUMERIC;
        };
        String collation = type == Type.JSON ? Collations.JSON : Collations.BINARY;
        return of(new ExpressionType(type, collation, nullable, size, scale), coercibility);
    }

    /** A text. */
    static Operand text(Type type, @Nullable String collation, boolean nullable, Coercibility coercibility) {
        return of(new ExpressionType(type, collation, nullable, 0, 0), coercibility);
    }

    Type kind() {
        return type.type();
    }

    @Nullable String collation() {
        return type.collation();
    }

    boolean isNullable() {
        return type.nullable();
    }

    int scale() {
        return type.scale();
    }

    Operand nullable(boolean isNullable) {
        return new Operand(type.withNullable(isNullable), coercibility, isNumeral);
    }

    /** True for strings of characters or of bytes. */
    boolean isString() {
        return Collations.isText(kind()) || isBytes();
    }

    /** True for strings of bytes. */
    boolean isBytes() {
        return switch (kind()) {
            case BLOB, VARBINARY, BINARY -> true;
            default -> false;
        };
    }

    boolean isTemporal() {
        return kind().kind() == Type.Kind.TEMPORAL;
    }
}
