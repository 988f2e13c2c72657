package dev.shardroute.planner.offset;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.sql.function.Collations;
import dev.shardroute.sql.function.ExpressionType;
import dev.shardroute.type.Type;
import dev.shardroute.type.Type.Kind;
import java.util.Objects;
import java.util.Optional;

/** How the values of two types are made alike, so that those that MySQL has for equal have one hash. */
final class HashKeyTypes {
    private HashKeyTypes() {}

    /**
     * The type that values are compared as; empty where nothing is known of either side, whose rows then tell it.
     *
     * @throws dev.shardroute.error.ShardrouteException {@code VT12001} when there is none, or it cannot be told
     */
    static Optional<ExpressionType> of(Optional<ExpressionType> left, Optional<ExpressionType> right) {
        if (left.isPresent() && right.isPresent()) {
            return Optional.of(of(left.get(), right.get()));
        }
        return left.or(() -> right).map(known -> {
            if (!isExactAsDouble(known.type())) {
                throw ErrorCode.VT12001.error(
                        "a hash join of " + known.type() + " values and others of unknown type");
            }
            return ExpressionType.of(Type.FLOAT64);
        });
    }

    /** What equals a number of such a type equals it as a double too, whatever it is. */
    private static boolean isExactAsDouble(Type type) {
        boolean isSmall = type.isIntegral() && type != Type.INT64 && type != Type.UINT64;
        return isSmall || type.kind() == Kind.FLOAT;
    }

    private static ExpressionType of(ExpressionType left, ExpressionType right) {
        if (left.type() == right.type() && Objects.equals(left.collation(), right.collation())) {
            return left;
        }
        Kind first = left.type().kind();
        Kind second = right.type().kind();
        if (first == Kind.NULL || second == Kind.NULL) {
            return ExpressionType.of(Type.NULL);
        }
        if (isString(first) && isString(second)) {
            return strings(left, right);
        }
        if (first == Kind.TEMPORAL || second == Kind.TEMPORAL) {
            return ExpressionType.of(first == Kind.TEMPORAL ? left.type() : right.type());
        }
        if (left.type().isIntegral() && right.type().isIntegral()) {
            boolean isUnsigned = first == Kind.UNSIGNED || second == Kind.UNSIGNED;
            return ExpressionType.of(isUnsigned ? Type.UINT64 : Type.INT64);
        }
        if (isNumber(first) || isNumber(second)) {
            return ExpressionType.of(Type.FLOAT64);
        }
        throw differ(left, right);
    }

    private static ExpressionType strings(ExpressionType left, ExpressionType right) {
        String first = left.collation();
        String second = right.collation();
        if (first != null && first.equals(second)) {
            return ExpressionType.of(Type.VARCHAR, first);
        }
        if (Collations.BINARY.equals(first) || Collations.BINARY.equals(second)) {
            return ExpressionType.of(Type.VARCHAR, Collations.BINARY);
        }
        throw differ(left, right);
    }

    private static RuntimeException differ(ExpressionType left, ExpressionType right) {
        return ErrorCode.VT12001.error("a hash join of " + left.type() + " and " + right.type()
                + " values that are not compared by one collation");
    }

    private static boolean isString(Kind kind) {
        return kind == Kind.TEXT || kind == Kind.BINARY;
    }

    private static boolean isNumber(Kind kind) {
        return kind == Kind.SIGNED || kind == Kind.UNSIGNED || kind == Kind.DECIMAL || kind == Kind.FLOAT;
    }
}
