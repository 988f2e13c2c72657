package dev.shardroute.sql.printer;

import dev.shardroute.sql.ast.Expression.Variable;
import dev.shardroute.sql.ast.VariableType;
import dev.shardroute.type.Type;

/**
 * Prints variables so that the type that is known of them survives: where the literal of their value would have another type,
 * in a cast; otherwise with the type behind them in a comment.
 */
final class Variables {
    private Variables() {}

    static void append(SqlWriter out, Variable variable) {
        VariableType type = variable.type();
        String cast = type == null ? "" : cast(type);
        out.append(cast.isEmpty() ? "" : "CAST(").variable(variable.name(), false);
        if (!cast.isEmpty()) {
            out.append(" AS ").append(cast).append(")");
        } else if (type != null) {
            appendComment(out, type);
        }
    }

    private static String cast(VariableType type) {
        return switch (type.type()) {
            case DECIMAL -> type.scale() == 0 ? "DECIMAL(" + type.size() + ", 0)" : "";
            case UINT8, UINT16, UINT24, UINT32, UINT64, YEAR -> "UNSIGNED";
            case FLOAT64 -> "DOUBLE";
            case FLOAT32 -> "FLOAT";
            case TIMESTAMP, DATETIME -> "DATETIME" + fraction(type);
            case DATE -> "DATE";
            case TIME -> "TIME" + fraction(type);
            default -> "";
        };
    }

    private static String fraction(VariableType type) {
        return type.size() == 0 ? "" : "(" + type.size() + ")";
    }

    private static void appendComment(SqlWriter out, VariableType type) {
        out.append(" /* ").append(type.type() == Type.NULL ? "NULL_TYPE" : type.type().name());
        if (type.size() != 0 || type.scale() != 0) {
            out.append("(").append(Integer.toString(type.size()));
            out.append(type.scale() == 0 ? "" : "," + type.scale()).append(")");
        }
        out.append(" */");
    }
}
