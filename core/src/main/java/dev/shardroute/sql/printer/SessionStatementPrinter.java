package dev.shardroute.sql.printer;

import dev.shardroute.sql.ast.Administration;
import dev.shardroute.sql.ast.CallProcedure;
import dev.shardroute.sql.ast.CommentOnly;
import dev.shardroute.sql.ast.Do;
import dev.shardroute.sql.ast.Explain;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.Literal;
import dev.shardroute.sql.ast.PreparedStatement;
import dev.shardroute.sql.ast.SetVariables;
import dev.shardroute.sql.ast.SetVariables.Setting;
import dev.shardroute.sql.ast.Show;
import dev.shardroute.sql.ast.TransactionStatement;
import dev.shardroute.sql.ast.TransactionStatement.Choice;
import dev.shardroute.sql.ast.Use;
import dev.shardroute.sql.ast.VitessStatement;
import dev.shardroute.type.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Prints the statements that are neither queries nor changes of rows nor definitions. */
final class SessionStatementPrinter {
    private final SqlWriter out;
    private final ExpressionPrinter expressions;

    SessionStatementPrinter(SqlWriter out, ExpressionPrinter expressions) {
        this.out = out;
        this.expressions = expressions;
    }

    void print(Show show) {
        new ShowPrinter(out, expressions).print(show);
    }

    void print(Administration statement) {
        new AdministrationPrinter(out, expressions).print(statement);
    }

    void print(VitessStatement statement) {
        new VitessStatementPrinter(out, expressions).print(statement);
    }

    void print(CommentOnly statement) {
        statement.comments().forEach(out::comment);
    }

    void print(Use use) {
        out.append("use");
        if (!use.database().isEmpty()) {
            out.append(" ").name(use.database());
        }
    }

    void print(CallProcedure call) {
        out.append("call ").tableName(call.procedure()).append("(");
        out.list(call.arguments(), ", ", expressions::print).append(")");
    }

    void print(Do statement) {
        out.append("do ").list(statement.expressions(), ", ", expressions::print);
    }

    void print(SetVariables set) {
        printVerb("set", set.comments());
        out.list(set.settings(), ", ", this::print);
    }

    void print(Setting setting) {
        switch (setting) {
            case Setting.Variable(var variable, var value) -> {
                expressions.print(variable);
                printOptional(" = ", value);
            }
            case Setting.Names(var charset, var collation) -> {
                printOptional("names ", charset);
                printOptional(" collate ", collation);
            }
            case Setting.CharacterSet(var charset) -> printOptional("charset ", charset);
        }
    }

    void print(TransactionStatement statement) {
        switch (statement) {
            case TransactionStatement.Begin begin -> out.append("begin");
            case TransactionStatement.Start(var characteristics) -> {
                out.append("start transaction").append(characteristics.isEmpty() ? "" : " ");
                out.list(characteristics, ", ", characteristic -> out.append(characteristic.sql()));
            }
            case TransactionStatement.Commit(var chain, var release) -> printEnd("commit", chain, release);
            case TransactionStatement.Rollback(var chain, var release) -> printEnd("rollback", chain, release);
            case TransactionStatement.Savepoint(var name) -> out.append("savepoint ").name(name);
            case TransactionStatement.RollbackTo(var name) -> out.append("rollback to ").name(name);
            case TransactionStatement.Release(var name) -> out.append("release savepoint ").name(name);
        }
    }

    private void printEnd(String verb, Choice chain, Choice release) {
        out.append(verb).append(choice(chain, " and chain", " and no chain"));
        out.append(choice(release, " release", " no release"));
    }

    private static String choice(Choice choice, String yes, String no) {
        return switch (choice) {
            case DEFAULT -> "";
            case YES -> yes;
            case NO -> no;
        };
    }

    void print(PreparedStatement statement) {
        switch (statement) {
            case PreparedStatement.Prepare(var comments, var name, var source) -> {
                printVerb("prepare", comments);
                out.name(name);
                printOptional(" from ", source);
            }
            case PreparedStatement.Execute(var comments, var name, var arguments) -> {
                printVerb("execute", comments);
                out.name(name).append(arguments.isEmpty() ? "" : " using ");
                out.list(arguments, ", ", expressions::print);
            }
            case PreparedStatement.Deallocate(var comments, var name) -> {
                printVerb("deallocate", comments);
                out.append("prepare ").name(name);
            }
        }
    }

    void print(Explain explain) {
        switch (explain) {
            case Explain.OfStatement(var comments, var format, var statement) -> {
                printVerb("explain", comments);
                out.append(format.sql());
                new StatementPrinter(out, expressions).print(statement);
            }
            case Explain.OfTable(var table, var column, var like) -> {
                out.append("explain ").tableName(table);
                if (column != null) {
                    out.append(" ").name(column);
                }
                printOptional(" ", like == null ? null : text(like));
            }
        }
    }

    /** The verb, a blank, and the comments with one behind each. */
    void printVerb(String verb, List<String> comments) {
        out.append(verb).append(" ").comments(comments);
    }

    void printOptional(String before, @Nullable Expression expression) {
        if (expression != null) {
            out.append(before);
            expressions.print(expression);
        }
    }

    static Literal text(String text) {
        return new Literal(Value.of(text));
    }
}
