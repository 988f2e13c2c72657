package dev.shardroute.sql.normalize;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.Call;
import dev.shardroute.sql.ast.Expression.SystemVariable;
import dev.shardroute.sql.ast.Expression.UserVariable;
import dev.shardroute.sql.ast.Expression.Variable;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Puts bind variables in the place of what only the session knows, and remembers which. For one statement.
 *
 * <pre>{@code
 * last_insert_id()  ->  :__lastInsertId
 * @a                ->  :__vtudva
 * @@autocommit      ->  :__vtautocommit
 * }</pre>
 *
 * It keeps {@code last_insert_id(x)}, functions of a database, global variables, and the system variables that neither
 * the router keeps nor the session has set. {@code database()} is replaced only where no shard is asked.
 */
final class ReplaceSessionValues {
    private static final String USER_VARIABLE = "__vtudv";

    private final BindNames names;
    private final Set<String> sessionVariables;
    private final boolean replacesDatabase;
    private final Set<SessionFunction> functions = EnumSet.noneOf(SessionFunction.class);
    private final Set<String> systemVariables = new LinkedHashSet<>();
    private final Map<String, String> variableOfUserVariable = new LinkedHashMap<>();

    ReplaceSessionValues(BindNames names, Set<String> sessionVariables, boolean replacesDatabase) {
        this.names = names;
        this.sessionVariables = sessionVariables;
        this.replacesDatabase = replacesDatabase;
    }

    /** The variable with the function's value, or the call as it is. */
    Expression replace(Call call) {
        SessionFunction function = call.qualifier() == null ? SessionFunction.ofName(call.name()) : null;
        if (function == null || isKept(function, call)) {
            return call;
        }
        if (!call.arguments().isEmpty()) {
            throw ErrorCode.VT12001.error("arguments of " + call.name().toLowerCase(Locale.ROOT) + "()");
        }
        functions.add(function);
        return new Variable(function.variable());
    }

    private boolean isKept(SessionFunction function, Call call) {
        return switch (function) {
            case DATABASE -> !replacesDatabase;
            case LAST_INSERT_ID -> !call.arguments().isEmpty();
            case FOUND_ROWS, ROW_COUNT -> false;
        };
    }

    /** The variable with the user variable's value. Names do not mind the case. */
    Expression replace(UserVariable variable) {
        String name = variable.name().toLowerCase(Locale.ROOT);
        return new Variable(variableOfUserVariable.computeIfAbsent(name,
                key -> names.reserve(USER_VARIABLE + BindNames.asVariable(key))));
    }

    /** The variable with the system variable's value, or the system variable as it is. */
    Expression replace(SystemVariable variable) {
        String name = variable.name().toLowerCase(Locale.ROOT);
        boolean isKept = switch (variable.scope()) {
            case NONE, SESSION -> !sessionVariables.contains(name) && !SystemVariables.isKnownToRouterOnly(name);
            case BARE, GLOBAL, PERSIST, PERSIST_ONLY, VITESS_METADATA -> true;
        };
        if (isKept) {
            return variable;
        }
        systemVariables.add(name);
        return new Variable(SessionNeeds.variable(name));
    }

    /** Notes that the result of SHOW VARIABLES must be put right. */
    void needShownVariables() {
        systemVariables.addAll(SystemVariables.SHOWN);
    }

    /** What has been replaced. */
    SessionNeeds needs() {
        Map<String, String> userVariables = new LinkedHashMap<>();
        variableOfUserVariable.forEach((name, variable) -> userVariables.put(variable, name));
        return new SessionNeeds(functions, systemVariables, userVariables);
    }
}
