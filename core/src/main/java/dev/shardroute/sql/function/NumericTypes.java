package dev.shardroute.sql.function;

import dev.shardroute.sql.ast.Expression.BinaryOperator;
import dev.shardroute.type.Type;

/** The types of arithmetic and bit operations. */
final class NumericTypes {
    /** MySQL's {@code div_precision_increment}: digits that a division and an average have more than their argument. */
    static final int MORE_DIGITS = 4;
    /** Digits of a date and time as a number. */
    private static final int DIGITS_OF_DATETIME = 14;

    private NumericTypes() {}

    /** What an operand is among numbers. */
    static Operand number(Operand operand) {
        boolean nullable = operand.isNullable();
        return switch (operand.kind().kind()) {
            case SIGNED -> Operand.of(Type.INT64, nullable);
            case UNSIGNED -> Operand.of(Type.UINT64, nullable);
            case DECIMAL -> operand;
            case TEMPORAL -> temporal(operand);
            case NULL -> Operand.of(Type.INT64, true);
            case BINARY -> Operand.of(operand.isNumeral() || operand.kind() == Type.BIT ? Type.UINT64 : Type.FLOAT64,
                    nullable);
            case FLOAT, TEXT, LITERAL, EXPRESSION -> Operand.of(Type.FLOAT64, nullable);
        };
    }

    private static Operand temporal(Operand operand) {
        int scale = operand.scale();
        return scale == 0
                ? Operand.of(Type.INT64, operand.isNullable())
                : Operand.of(Type.DECIMAL, operand.isNullable(), DIGITS_OF_DATETIME + scale, scale);
    }

    static Operand binary(BinaryOperator operator, Operand left, Operand right) {
        return switch (operator) {
            case PLUS, MINUS -> sum(number(left), number(right));
            case TIMES -> product(number(left), number(right));
            case DIVIDE -> quotient(number(left), number(right));
            case DIV ->
                    Operand.of(isUnsigned(number(left)) || isUnsigned(number(right)) ? Type.UINT64 : Type.INT64, true);
            case MOD -> remainder(number(left), number(right));
            case BIT_OR, BIT_AND, BIT_XOR -> bits(left, right);
            case SHIFT_LEFT, SHIFT_RIGHT -> shift(left, right);
        };
    }

    private static Operand sum(Operand left, Operand right) {
        boolean nullable = left.isNullable() || right.isNullable();
        if (!isDecimal(left, right)) {
            return Operand.of(common(left, right), nullable);
        }
        int scale = Math.max(left.scale(), right.scale());
        return decimal(left, right, Math.max(whole(left), whole(right)) + 1 + scale, scale, nullable);
    }

    private static Operand product(Operand left, Operand right) {
        boolean nullable = left.isNullable() || right.isNullable();
        return isDecimal(left, right)
                ? decimal(left, right, left.type().size() + right.type().size(), left.scale() + right.scale(), nullable)
                : Operand.of(common(left, right), nullable);
    }

    private static Operand quotient(Operand left, Operand right) {
        if (left.kind() == Type.FLOAT64 || right.kind() == Type.FLOAT64) {
            return Operand.of(Type.FLOAT64, true);
        }
        int size = left.type().size() + right.scale() + MORE_DIGITS;
        return decimal(left, right, size, left.scale() + MORE_DIGITS, true);
    }

    /** Its sign is that of what is divided. */
    static Operand remainder(Operand left, Operand right) {
        if (isDecimal(left, right)) {
            int scale = Math.max(left.scale(), right.scale());
            return decimal(left, right, Math.max(whole(left), whole(right)) + scale, scale, true);
        }
        boolean isFloat = left.kind() == Type.FLOAT64 || right.kind() == Type.FLOAT64;
        return Operand.of(isFloat ? Type.FLOAT64 : left.kind(), true);
    }

    /** Bytes by bytes where both are binary strings and not both are literals that act as numbers. */
    private static Operand bits(Operand left, Operand right) {
        boolean nullable = left.isNullable() || right.isNullable();
        boolean isBytes = left.isBytes() && right.isBytes() && !(left.isNumeral() && right.isNumeral());
        return Operand.of(isBytes ? Type.VARBINARY : Type.UINT64, nullable);
    }

    private static Operand shift(Operand left, Operand right) {
        boolean nullable = left.isNullable() || right.isNullable();
        return Operand.of(left.isBytes() && !left.isNumeral() ? Type.VARBINARY : Type.UINT64, nullable);
    }

    static Operand inverted(Operand operand) {
        boolean isBytes = operand.isBytes() && !operand.isNumeral();
        return Operand.of(isBytes ? Type.VARBINARY : Type.UINT64, operand.isNullable());
    }

    /** With a sign in front. */
    static Operand negated(Operand operand) {
        if (operand.isNumeral() || operand.isTemporal()) {
            return Operand.of(Type.FLOAT64, operand.isNullable());
        }
        Operand number = number(operand);
        return isUnsigned(number) ? Operand.of(Type.INT64, number.isNullable()) : number;
    }

    private static boolean isUnsigned(Operand number) {
        return number.kind() == Type.UINT64;
    }

    private static boolean isDecimal(Operand left, Operand right) {
        return common(left, right) == Type.DECIMAL;
    }

    private static Type common(Operand left, Operand right) {
        if (left.kind() == Type.FLOAT64 || right.kind() == Type.FLOAT64) {
            return Type.FLOAT64;
        }
        if (left.kind() == Type.DECIMAL || right.kind() == Type.DECIMAL) {
            return Type.DECIMAL;
        }
        return isUnsigned(left) || isUnsigned(right) ? Type.UINT64 : Type.INT64;
    }

    private static int whole(Operand operand) {
        return operand.type().size() - operand.scale();
    }

    /** The precision is not known where that of an operand is not. */
    private static Operand decimal(Operand left, Operand right, int size, int scale, boolean nullable) {
        boolean isKnown = left.type().size() > 0 && right.type().size() > 0;
        return Operand.of(Type.DECIMAL, nullable, isKnown ? Math.min(size, CastTypes.MOST_DECIMAL_PRECISION) : 0,
                Math.min(scale, CastTypes.MOST_DECIMAL_SCALE));
    }
}
