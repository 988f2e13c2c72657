package dev.shardroute.sql;

import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.shardroute.error.ShardrouteException;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Insert;
import dev.shardroute.sql.ast.InsertSource;
import dev.shardroute.sql.ast.Statement;
import dev.shardroute.sql.printer.SqlPrinter;
import java.util.List;

/** Short ways to parse and print in tests. */
public final class Sql {
    private static final SqlParser PARSER = new SqlParser();

    private Sql() {}

    /** The tree of a statement. */
    public static Statement statement(String sql) {
        return PARSER.parse(sql);
    }

    /** The tree of an expression. */
    public static Expression expression(String sql) {
        return PARSER.parseExpression(sql);
    }

    /** The rows of an INSERT that writes them out. */
    public static List<List<Expression>> rows(Insert insert) {
        return ((InsertSource.Rows) insert.source()).rows();
    }

    /** A statement in canonical form. */
    public static String canonical(String sql) {
        return SqlPrinter.print(statement(sql));
    }

    /** An expression in canonical form. */
    public static String canonicalExpression(String sql) {
        return SqlPrinter.print(expression(sql));
    }

    /** The error that a statement is refused with. */
    public static ShardrouteException refused(String sql) {
        return assertThrows(ShardrouteException.class, () -> PARSER.parse(sql), sql);
    }

    /** The syntax error that a statement is refused with. */
    public static SyntaxException syntaxError(String sql) {
        return assertThrows(SyntaxException.class, () -> PARSER.parse(sql), sql);
    }
}
