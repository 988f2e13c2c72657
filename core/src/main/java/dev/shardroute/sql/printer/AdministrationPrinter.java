package dev.shardroute.sql.printer;

import dev.shardroute.sql.ast.Administration;
import dev.shardroute.sql.ast.Administration.LockedTable;
import dev.shardroute.sql.ast.Administration.Maintenance;
import java.util.Locale;

/** Prints statements about a server, its tables' files and its locks. */
final class AdministrationPrinter {
    private final SqlWriter out;
    private final ExpressionPrinter expressions;

    AdministrationPrinter(SqlWriter out, ExpressionPrinter expressions) {
        this.out = out;
        this.expressions = expressions;
    }

    void print(Administration statement) {
        switch (statement) {
            case Maintenance maintenance -> print(maintenance);
            case Administration.Flush(var local, var options) -> {
                out.append(local ? "flush local " : "flush ").list(options, ", ", out::append);
            }
            case Administration.FlushTables(var local, var tables, var lock) -> {
                out.append(local ? "flush local tables" : "flush tables").append(tables.isEmpty() ? "" : " ");
                out.list(tables, ", ", out::tableName).append(lock.sql());
            }
            case Administration.Kill(var query, var connection) ->
                    out.append(query ? "kill query " : "kill connection ").append(Long.toUnsignedString(connection));
            case Administration.LockTables(var tables) -> out.append("lock tables ").list(tables, ", ", this::print);
            case Administration.UnlockTables unlock -> out.append("unlock tables");
            case Administration.PurgeBinaryLogs(var before, var value) -> {
                out.append(before ? "purge binary logs before " : "purge binary logs to ");
                expressions.print(SessionStatementPrinter.text(value));
            }
            case Administration.Load load -> out.statementText(load.text());
        }
    }

    private void print(Maintenance maintenance) {
        out.append(maintenance.verb().name().toLowerCase(Locale.ROOT));
        out.append(maintenance.local() ? " local table " : " table ");
        out.list(maintenance.tables(), ", ", out::tableName);
        maintenance.options().forEach(option -> out.append(" ").append(option));
    }

    private void print(LockedTable locked) {
        new TablePrinter(out, expressions).print(locked.table());
        out.append(" ").append(locked.lock().sql());
    }
}
