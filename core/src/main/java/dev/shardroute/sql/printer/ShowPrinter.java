package dev.shardroute.sql.printer;

import dev.shardroute.sql.ast.Account;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Limit;
import dev.shardroute.sql.ast.Show;
import dev.shardroute.sql.ast.Show.Filter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Prints SHOW. */
final class ShowPrinter {
    private final SqlWriter out;
    private final ExpressionPrinter expressions;

    ShowPrinter(SqlWriter out, ExpressionPrinter expressions) {
        this.out = out;
        this.expressions = expressions;
    }

    void print(Show show) {
        out.append("show ");
        switch (show) {
            case Show.Listing listing -> printListing(listing);
            case Show.Create(var kind, var ifNotExists, var name) -> {
                out.append("create ").append(kind.name().toLowerCase(Locale.ROOT));
                out.append(ifNotExists ? " if not exists " : " ").tableName(name);
            }
            case Show.CreateUser(var account) -> {
                out.append("create user ");
                printAccount(account);
            }
            case Show.Grants(var account, var roles) -> printGrants(account, roles);
            case Show.Engine(var name, var mutex) ->
                    out.append("engine ").name(name).append(mutex ? " mutex" : " status");
            case Show.LogEvents events -> printLogEvents(events);
            case Show.ReplicaStatus(var legacy, var channel) -> {
                out.append(legacy ? "slave status" : "replica status");
                printText(" for channel ", channel);
            }
            case Show.Profile(var types, var query, var limit) -> {
                out.append(types.isEmpty() ? "profile" : "profile ").list(types, ", ", out::append);
                printOptional(" for query ", query);
                print(limit);
            }
            case Show.TransactionStatus(var id) -> printText("transaction status for ", id);
            case Show.UnresolvedTransactions(var keyspace) -> {
                out.append("unresolved transactions");
                printName(" for ", keyspace);
            }
            case Show.MigrationLogs(var uuid) -> {
                printText("vitess_migration ", uuid);
                out.append(" logs");
            }
        }
    }

    private void printListing(Show.Listing listing) {
        out.append(listing.extended() ? "extended " : "").append(listing.full() ? "full " : "");
        out.append(listing.subject().sql());
        if (listing.name() != null) {
            out.append(isCode(listing.subject()) ? " " : " from ").tableName(listing.name());
        }
        printName(" from ", listing.database());
        if (listing.filter() != null) {
            print(listing.filter());
        }
        print(listing.limit());
    }

    private static boolean isCode(Show.Subject subject) {
        return subject == Show.Subject.FUNCTION_CODE || subject == Show.Subject.PROCEDURE_CODE;
    }

    void print(Filter filter) {
        switch (filter) {
            case Filter.Like(var pattern) -> printText(" like ", pattern);
            case Filter.Where(var condition) -> printOptional(" where ", condition);
        }
    }

    private void print(@Nullable Limit limit) {
        new ClausePrinter(out, expressions).printLimit(limit);
    }

    /** The grants of the current user need no name unless roles follow it. */
    private void printGrants(@Nullable Account account, List<Account> roles) {
        out.append("grants");
        if (account != null || !roles.isEmpty()) {
            out.append(" for ");
            printAccount(account);
        }
        out.append(roles.isEmpty() ? "" : " using ").list(roles, ", ", this::printAccount);
    }

    private void printAccount(@Nullable Account account) {
        if (account == null) {
            out.append("current_user");
        } else {
            printText("", account.name());
            printText("@", account.host());
        }
    }

    private void printLogEvents(Show.LogEvents events) {
        out.append(events.relay() ? "relaylog events" : "binlog events");
        printText(" in ", events.log());
        printOptional(" from ", events.position());
        print(events.limit());
        printText(" for channel ", events.channel());
    }

    private void printName(String before, @Nullable String name) {
        if (name != null) {
            out.append(before).name(name);
        }
    }

    private void printText(String before, @Nullable String text) {
        printOptional(before, text == null ? null : SessionStatementPrinter.text(text));
    }

    private void printOptional(String before, @Nullable Expression expression) {
        if (expression != null) {
            out.append(before);
            expressions.print(expression);
        }
    }
}
