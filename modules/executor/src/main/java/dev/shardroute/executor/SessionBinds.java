package dev.shardroute.executor;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.sql.ast.Expression.Scope;
import dev.shardroute.sql.ast.Expression.SystemVariable;
import dev.shardroute.sql.ast.Select;
import dev.shardroute.sql.ast.SelectItem;
import dev.shardroute.sql.normalize.SessionFunction;
import dev.shardroute.sql.normalize.SessionNeeds;
import dev.shardroute.sql.printer.SqlPrinter;
import dev.shardroute.type.Binds;
import dev.shardroute.type.Results;
import dev.shardroute.type.Value;
import java.util.List;
import java.util.Locale;

/**
 * What a statement must be told of the session, as far as this gateway knows it. Sessions have no settings of their own, so that
 * a system variable has the value that all connections to shards have.
 */
record SessionBinds(GatewaySession session) {
    private static final String AUTOCOMMIT = "autocommit";

    Binds of(SessionNeeds needs) {
        Binds binds = Binds.NONE;
        for (SessionFunction function : needs.functions()) {
            binds = binds.with(function.variable(), value(function));
        }
        for (String variable : needs.systemVariables()) {
            binds = binds.with(SessionNeeds.variable(variable), value(variable));
        }
        for (String variable : needs.userVariables().keySet()) {
            // no session can set one
            binds = binds.with(variable, Value.NULL);
        }
        return binds;
    }

    private Value value(SessionFunction function) {
        return switch (function) {
            case DATABASE -> session.keyspace().map(Value::of).orElse(Value.NULL);
            case FOUND_ROWS, LAST_INSERT_ID, ROW_COUNT -> throw ErrorCode.VT12001
                    .error("the session function " + function.name().toLowerCase(Locale.ROOT) + "()");
        };
    }

    /** {@code @@autocommit} cannot be turned off; all others are those of any server. */
    private Value value(String variable) {
        if (variable.equals(AUTOCOMMIT)) {
            return Value.of(1);
        }
        Select question =
                Select.of(List.of(new SelectItem.Item(new SystemVariable(Scope.GLOBAL, variable), null)));
        return Results.drain(session.run(question, SqlPrinter.print(question))).getFirst().values().getFirst();
    }
}
