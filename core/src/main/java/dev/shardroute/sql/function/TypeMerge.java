package dev.shardroute.sql.function;

import dev.shardroute.type.Type;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The type that values of several types have together: of the results of CASE, of the branches of UNION. */
final class TypeMerge {
    private static final Set<Type> CHARACTERS = EnumSet.of(Type.CHAR, Type.VARCHAR, Type.ENUM, Type.SET);
    private static final Set<Type> STRINGS =
            EnumSet.of(Type.CHAR, Type.VARCHAR, Type.ENUM, Type.SET, Type.BINARY, Type.VARBINARY);
    private static final Set<Type> LARGE = EnumSet.of(Type.TEXT, Type.BLOB);

    private TypeMerge() {}

    /** The operands' type together; the collation of the connection is that of a text made of numbers. */
    static Operand of(List<Operand> operands, String connection) {
        Set<Type> types = EnumSet.noneOf(Type.class);
        boolean nullable = false;
        int scale = 0;
        int whole = 0;
        for (Operand operand : operands) {
            nullable |= operand.isNullable();
            scale = Math.max(scale, operand.scale());
            whole = Math.max(whole, operand.type().size() - operand.scale());
            if (operand.kind() != Type.NULL) {
                types.add(operand.kind());
            }
        }
        Type type = types.isEmpty() ? Type.NULL : merge(types);
        boolean isText = type.kind() == Type.Kind.TEXT && type != Type.JSON;
        if (isText || LARGE.contains(type)) {
            return text(type, operands, connection, nullable);
        }
        return Operand.of(type, nullable, type == Type.DECIMAL ? whole + scale : 0, hasScale(type) ? scale : 0);
    }

    private static boolean hasScale(Type type) {
        return type == Type.DECIMAL || type.kind() == Type.Kind.TEMPORAL;
    }

    /** Where binary strings decide the collation, the result is binary too. */
    private static Operand text(Type type, List<Operand> operands, String connection, boolean nullable) {
        CollationMerge merged = CollationMerge.of(operands, connection);
        boolean isBinary = Collations.BINARY.equals(merged.collation());
        Type result = switch (type) {
            case TEXT, BLOB -> isBinary ? Type.BLOB : Type.TEXT;
            default -> isBinary ? Type.VARBINARY : type;
        };
        return Operand.text(result, merged.collation(), nullable, merged.coercibility());
    }

    private static Type merge(Set<Type> types) {
        if (types.size() == 1) {
            return alone(types.iterator().next());
        }
        if (areNumbers(types)) {
            return number(types);
        }
        if (areTemporal(types)) {
            return Type.DATETIME;
        }
        if (types.contains(Type.BLOB) || types.contains(Type.TEXT)) {
            return types.contains(Type.BLOB) ? Type.BLOB : Type.TEXT;
        }
        boolean isCharacters = CHARACTERS.containsAll(types);
        return !isCharacters && STRINGS.containsAll(types) ? Type.VARBINARY : Type.VARCHAR;
    }

    private static Type alone(Type type) {
        return switch (type) {
            case ENUM, SET, CHAR -> Type.VARCHAR;
            case BINARY -> Type.VARBINARY;
            case FLOAT32 -> Type.FLOAT64;
            default -> type;
        };
    }

    private static boolean areNumbers(Set<Type> types) {
        for (Type type : types) {
            boolean isNumber = switch (type.kind()) {
                case SIGNED, UNSIGNED, FLOAT, DECIMAL -> true;
                default -> type == Type.BIT;
            };
            if (!isNumber) {
                return false;
            }
        }
        return true;
    }

    private static boolean areTemporal(Set<Type> types) {
        for (Type type : types) {
            if (type.kind() != Type.Kind.TEMPORAL) {
                return false;
            }
        }
        return true;
    }

    /** Among other numbers BIT acts as BIGINT, YEAR as INT. */
    private static Type number(Set<Type> types) {
        if (types.contains(Type.FLOAT32) || types.contains(Type.FLOAT64)) {
            return Type.FLOAT64;
        }
        if (types.contains(Type.DECIMAL)) {
            return Type.DECIMAL;
        }
        int signed = 0;
        int unsigned = 0;
        for (Type type : types) {
            if (type.kind() != Type.Kind.UNSIGNED || type == Type.YEAR) {
                signed = Math.max(signed, bytes(type));
            } else {
                unsigned = Math.max(unsigned, bytes(type));
            }
        }
        return integer(signed, unsigned);
    }

    /** Signed and unsigned together take the next wider signed type; there is none wider than 64 bits. */
    private static Type integer(int signed, int unsigned) {
        if (unsigned == 0) {
            return signed(signed);
        }
        if (signed == 0) {
            return unsigned(unsigned);
        }
        return switch (unsigned) {
            case 1 -> signed(Math.max(signed, 2));
            case 2 -> signed(Math.max(signed, 3));
            case 3 -> signed(Math.max(signed, 4));
            case 4 -> Type.INT64;
            default -> Type.DECIMAL;
        };
    }

    private static int bytes(Type type) {
        return switch (type) {
            case INT8, UINT8 -> 1;
            case INT16, UINT16 -> 2;
            case INT24, UINT24 -> 3;
            case INT32, UINT32, YEAR -> 4;
            default -> 8;
        };
    }

    private static Type signed(int bytes) {
        return switch (bytes) {
            case 1 -> Type.INT8;
            case 2 -> Type.INT16;
            case 3 -> Type.INT24;
            case 4 -> Type.INT32;
            default -> Type.INT64;
        };
    }

    private static Type unsigned(int bytes) {
        return switch (bytes) {
            case 1 -> Type.UINT8;
            case 2 -> Type.UINT16;
            case 3 -> Type.UINT24;
            case 4 -> Type.UINT32;
            default -> Type.UINT64;
        };
    }
}
