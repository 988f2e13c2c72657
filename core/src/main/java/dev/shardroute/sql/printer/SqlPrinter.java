package dev.shardroute.sql.printer;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.sql.ast.Clause;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Insert;
import dev.shardroute.sql.ast.Node;
import dev.shardroute.sql.ast.SelectItem;
import dev.shardroute.sql.ast.Statement;
import dev.shardroute.sql.ast.TableExpression;
import java.util.List;

/**
 * Prints syntax trees in canonical form: keywords in lower case, one space between tokens, parentheses only where
 * precedence needs them, names in backticks only where they must be. Parsing the text gives the same tree again.
 * Thread-safe.
 */
public final class SqlPrinter {
    private SqlPrinter() {}

    /** The canonical text of a tree. */
    public static String print(Node node) {
        return template(node).text();
    }

    /** The canonical text of a tree, with the places of its bind variables. */
    public static SqlTemplate template(Node node) {
        SqlWriter out = new SqlWriter();
        ExpressionPrinter expressions = new ExpressionPrinter(out);
        switch (node) {
            case Statement statement -> new StatementPrinter(out, expressions).print(statement);
            case Expression expression -> expressions.print(expression);
            case SelectItem item -> new StatementPrinter(out, expressions).print(item);
            case TableExpression table -> new StatementPrinter(out, expressions).print(table);
            case Clause clause -> throw ErrorCode.VT12001.error(clause.getClass().getSimpleName());
        }
        return out.template();
    }

    /** {@code (a, b)}: one row of VALUES. */
    public static SqlTemplate row(List<Expression> values) {
        SqlWriter out = new SqlWriter();
        new ExpressionPrinter(out).printRow(values);
        return out.template();
    }

    /** An INSERT up to the blank before its first row. */
    public static SqlTemplate insertHead(Insert insert) {
        SqlWriter out = new SqlWriter();
        new StatementPrinter(out, new ExpressionPrinter(out)).printInsertHead(insert);
        return out.append(" values ").template();
    }

    /** What follows the last row of an INSERT; may be empty. */
    public static SqlTemplate insertTail(Insert insert) {
        SqlWriter out = new SqlWriter();
        new StatementPrinter(out, new ExpressionPrinter(out)).printInsertTail(insert);
        return out.template();
    }
}
