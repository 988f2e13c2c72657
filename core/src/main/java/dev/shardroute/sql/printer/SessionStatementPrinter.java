package dev.shardroute.sql.printer;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.sql.ast.Administration;
import dev.shardroute.sql.ast.CallProcedure;
import dev.shardroute.sql.ast.CommentOnly;
import dev.shardroute.sql.ast.Do;
import dev.shardroute.sql.ast.Explain;
import dev.shardroute.sql.ast.PreparedStatement;
import dev.shardroute.sql.ast.SetVariables;
import dev.shardroute.sql.ast.SetVariables.Setting;
import dev.shardroute.sql.ast.Show;
import dev.shardroute.sql.ast.Statement;
import dev.shardroute.sql.ast.TransactionStatement;
import dev.shardroute.sql.ast.Use;
import dev.shardroute.sql.ast.VitessStatement;

/** Prints statements about the session. */
@SuppressWarnings("DoNotCallSuggester") // those that are refused come with their parsers
final class SessionStatementPrinter {
    private final SqlWriter out;
    private final ExpressionPrinter expressions;

    SessionStatementPrinter(SqlWriter out, ExpressionPrinter expressions) {
        this.out = out;
        this.expressions = expressions;
    }

    void print(Use use) {
        out.append("use ").name(use.database());
    }

    void print(SetVariables set) {
        out.append("set ").comments(set.comments()).list(set.settings(), ", ", this::print);
    }

    void print(Setting setting) {
        switch (setting) {
            case Setting.Variable(var variable, var value) -> {
                expressions.print(variable);
                out.append(" = ");
                expressions.print(value);
            }
            case Setting.Names(var charset, var collation) -> {
                out.append("names ");
                expressions.print(charset);
                if (collation != null) {
                    out.append(" collate ");
                    expressions.print(collation);
                }
            }
            case Setting.CharacterSet(var charset) -> {
                out.append("charset ");
                expressions.print(charset);
            }
        }
    }

    void print(Show.Filter filter) {
        throw ErrorCode.VT12001.error(filter.getClass().getSimpleName());
    }

    void print(Show statement) {
        throw unsupported(statement);
    }

    void print(TransactionStatement statement) {
        throw unsupported(statement);
    }

    void print(PreparedStatement statement) {
        throw unsupported(statement);
    }

    void print(Explain statement) {
        throw unsupported(statement);
    }

    void print(Administration statement) {
        throw unsupported(statement);
    }

    void print(VitessStatement statement) {
        throw unsupported(statement);
    }

    void print(CallProcedure statement) {
        throw unsupported(statement);
    }

    void print(Do statement) {
        throw unsupported(statement);
    }

    void print(CommentOnly statement) {
        throw unsupported(statement);
    }

    private static RuntimeException unsupported(Statement statement) {
        return ErrorCode.VT12001.error(statement.getClass().getSimpleName());
    }
}
