package dev.shardroute.sql.ast;

import java.util.List;

/** {@code CALL procedure(arguments)}. */
public record CallProcedure(TableName procedure, List<Expression> arguments) implements Statement {
    /** Copies the list. */
    public CallProcedure {
        arguments = List.copyOf(arguments);
    }
}
