package dev.shardroute.sql.ast;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.type.Type;

/**
 * The type that the value of a bind variable has, as far as the normalizer or the planner knows it: the SQL must give a
 * value of that type when the variable is replaced by a literal.
 *
 * @param type  the type
 * @param size  the precision of a DECIMAL, the digits of the fraction of a temporal type; otherwise 0
 * @param scale the scale of a DECIMAL; otherwise 0
 */
public record VariableType(Type type, int size, int scale) {
    /** Checks the numbers. */
    public VariableType {
        if (size < 0 || scale < 0) {
            throw ErrorCode.VT13001.error("a type of negative size");
        }
    }

    /** A type without size. */
    public static VariableType of(Type type) {
        return new VariableType(type, 0, 0);
    }
}
