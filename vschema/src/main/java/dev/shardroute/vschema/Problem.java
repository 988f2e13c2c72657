package dev.shardroute.vschema;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.error.ShardrouteException;
import java.util.List;

/**
 * Why a keyspace cannot be used.
 *
 * @param code    the code of the error that every use of it gives: {@code SR02001} for what is wrong in its VSchema,
 *                {@code VT09019} for foreign keys in a cycle
 * @param message the message of that error, without the code
 */
public record Problem(ErrorCode code, String message) {
    /** The problem that these findings are. */
    static Problem of(List<Finding> findings) {
        return new Problem(ErrorCode.SR02001, VSchemaException.message(findings));
    }

    /** The error that a use of the keyspace gives. */
    public ShardrouteException error() {
        return new ShardrouteException(code, message);
    }
}
