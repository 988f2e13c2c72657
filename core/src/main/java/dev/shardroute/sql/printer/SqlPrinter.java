package dev.shardroute.sql.printer;

import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Insert;
import dev.shardroute.sql.ast.Node;
import dev.shardroute.sql.ast.Nodes;
import dev.shardroute.sql.ast.Query;
import dev.shardroute.sql.printer.SqlWriter.Form;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Prints syntax trees in canonical form: keywords in lower case, one space between tokens, parentheses only where
 * precedence needs them, names in backticks only where they must be. Parsing the text gives the same tree again.
 * Thread-safe.
 *
 * <p>A string literal whose bytes are not UTF-8 is written byte for byte in what is given as bytes, and in hexadecimal,
 * {@code x'ff'}, in what is given as a string, because a string cannot carry it.
 */
public final class SqlPrinter {
    private SqlPrinter() {}

    /** The canonical text of a tree. */
    public static String print(Node node) {
        return written(node, new SqlWriter(Form.STRING)).toString();
    }

    /** The canonical text of a tree in UTF-8, as a fresh array. */
    public static byte[] printBytes(Node node) {
        return written(node, new SqlWriter(Form.BYTES)).bytes();
    }

    /** The canonical text of a tree, with the places of its bind variables. */
    public static SqlTemplate template(Node node) {
        return written(node, new SqlWriter(Form.BYTES)).template();
    }

    /**
     * A query with the columns of another one and no rows: each SELECT has what it selects, its tables, groups and windows, and
     * a condition that never holds; it has no order and takes no locks.
     */
    public static SqlTemplate fields(Query query) {
        return written(query, new SqlWriter(Form.FIELDS)).template();
    }

    /**
     * The text of a tree without its literals, for logs: each is a variable {@code :redacted1}, {@code :redacted2}, … with its
     * type behind it in a comment, and equal ones are the same; names that the tree has already are left out. NULL, TRUE and FALSE stay. Comments go, but for hints to the
     * optimizer and directives. The text need not be SQL.
     */
    public static String redacted(Node node) {
        Set<String> taken = new HashSet<>();
        Nodes.forEach(node, part -> {
            if (part instanceof Expression.Variable variable) {
                taken.add(variable.name());
            }
        });
        return written(node, new SqlWriter(new Redaction(taken))).toString();
    }

    /** {@code (a, b)}: one row of VALUES. */
    public static SqlTemplate row(List<Expression> values) {
        SqlWriter out = new SqlWriter(Form.BYTES);
        new ExpressionPrinter(out).printRow(values);
        return out.template();
    }

    /** An INSERT up to the blank before its first row. */
    public static SqlTemplate insertHead(Insert insert) {
        SqlWriter out = new SqlWriter(Form.BYTES);
        new StatementPrinter(out, new ExpressionPrinter(out)).printInsertHead(insert);
        return out.append(" values ").template();
    }

    /** What follows the last row of an INSERT; may be empty. */
    public static SqlTemplate insertTail(Insert insert) {
        SqlWriter out = new SqlWriter(Form.BYTES);
        new StatementPrinter(out, new ExpressionPrinter(out)).printInsertTail(insert);
        return out.template();
    }

    private static SqlWriter written(Node node, SqlWriter out) {
        new NodePrinter(out).print(node);
        return out;
    }
}
