package dev.shardroute.executor;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.Column;
import dev.shardroute.sql.ast.Expression.Literal;
import dev.shardroute.sql.ast.Expression.Scope;
import dev.shardroute.sql.ast.Expression.SystemVariable;
import dev.shardroute.sql.ast.Select;
import dev.shardroute.sql.ast.SelectItem;
import dev.shardroute.sql.ast.SetVariables;
import dev.shardroute.sql.ast.SetVariables.Setting;
import dev.shardroute.sql.printer.SqlPrinter;
import dev.shardroute.type.Results;
import dev.shardroute.type.Row;
import dev.shardroute.type.Value;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a client may SET. Connections to shards are shared by sessions, so a setting is accepted only when it changes nothing:
 * when the gateway or the shards have that value already. Everything else is refused, never ignored.
 */
record SessionSettings(GatewaySession session) {
    private static final Set<String> CHARSETS = Set.of("utf8mb4", "utf8mb3", "utf8", "default");
    private static final Set<String> CHARSET_VARIABLES =
            Set.of("character_set_client", "character_set_connection", "character_set_results");
    private static final Set<String> ON = Set.of("1", "on", "true");

    void check(SetVariables set) {
        set.settings().forEach(this::check);
    }

    private void check(Setting setting) {
        switch (setting) {
            case Setting.Names(var charset, var collation) -> {
                checkCharset("NAMES", charset);
                if (collation != null) {
                    checkUnchanged("collation_connection", collation);
                }
            }
            case Setting.CharacterSet(var charset) -> checkCharset("CHARACTER SET", charset);
            case Setting.Variable(SystemVariable variable, var value) -> check(variable, value);
            case Setting.Variable(var variable, var value) -> throw refused(SqlPrinter.print(variable), value);
        }
    }

    private void check(SystemVariable variable, Expression value) {
        switch (variable.scope()) {
            case GLOBAL, PERSIST, PERSIST_ONLY, VITESS_METADATA ->
                    throw refused(variable.scope() + " " + variable.name(), value);
            case BARE, NONE, SESSION -> checkOfSession(variable.name().toLowerCase(Locale.ROOT), value);
        }
    }

    private void checkOfSession(String variable, Expression value) {
        if (variable.equals("autocommit")) {
            if (!ON.contains(word(value))) {
                throw ErrorCode.VT12001.error("transactions: autocommit stays on");
            }
        } else if (CHARSET_VARIABLES.contains(variable)) {
            boolean unconverted = variable.endsWith("results") && value instanceof Expression.Null;
            if (!unconverted) {
                checkCharset(variable, value);
            }
        } else {
            checkUnchanged(variable, value);
        }
    }

    private static void checkCharset(String what, Expression charset) {
        if (!CHARSETS.contains(word(charset))) {
            throw refused(what, charset);
        }
    }

    /** Asks a shard what the variable's value is and would be. */
    private void checkUnchanged(String variable, Expression value) {
        Expression wanted = value instanceof Column ? new Literal(Value.of(word(value))) : value;
        if (wanted instanceof Expression.Default) {
            throw refused(variable, value);
        }
        Select question = Select.of(List.of(new SelectItem.Item(new SystemVariable(Scope.SESSION, variable), null),
                new SelectItem.Item(wanted, null)));
        List<Row> answer = Results.drain(session.run(question, SqlPrinter.print(question)));
        List<Value> values = answer.getFirst().values();
        boolean same = variable.equals("sql_mode")
                ? modes(values.get(0)).equals(modes(values.get(1)))
                : values.get(0).text().equalsIgnoreCase(values.get(1).text());
        if (!same) {
            throw refused(variable, value);
        }
    }

    /** Modes count once and in no order: drivers append the ones they want. */
    private static Set<String> modes(Value value) {
        String[] names = value.text().toUpperCase(Locale.ROOT).split(",", -1);
        return Stream.of(names).filter(name -> !name.isEmpty()).collect(Collectors.toUnmodifiableSet());
    }

    private static RuntimeException refused(String what, Expression value) {
        return ErrorCode.VT12001
                .error("SET " + what + " = " + SqlPrinter.print(value) + ", which the shards do not have");
    }

    /** The value as a word in lower case, whether it is written as a string, a number, a name or a keyword. */
    private static String word(Expression value) {
        return switch (value) {
            case Literal literal -> literal.value().text().toLowerCase(Locale.ROOT);
            case Column column -> column.name().toLowerCase(Locale.ROOT);
            default -> SqlPrinter.print(value).toLowerCase(Locale.ROOT);
        };
    }
}
