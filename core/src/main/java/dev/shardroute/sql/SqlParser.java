package dev.shardroute.sql;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Statement;
import dev.shardroute.sql.parser.StatementParser;

/** Parses MySQL statements. Immutable and thread-safe. */
public final class SqlParser {
    private final ParserOptions options;

    /** A parser with the default bounds. */
    public SqlParser() {
        this(ParserOptions.DEFAULT);
    }

    /** A parser with these bounds. */
    public SqlParser(ParserOptions options) {
        this.options = options;
    }

    /**
     * Parses one statement; a semicolon may follow it.
     *
     * @throws SyntaxException                             when it is not MySQL
     * @throws dev.shardroute.error.ShardrouteException {@code VT12001} when it is MySQL that is not supported yet,
     *         {@code SR01002} or {@code SR01003} when it is over a bound, {@code SR01004} when there is no statement
     */
    public Statement parse(String sql) {
        return parser(sql).parseStatement();
    }

    /**
     * Parses an expression that stands alone.
     *
     * @throws dev.shardroute.error.ShardrouteException as {@link #parse} does
     */
    public Expression parseExpression(String sql) {
        return parser(sql).parseExpression();
    }

    private StatementParser parser(String sql) {
        if (sql.length() > options.maxLength()) {
            throw ErrorCode.SR01002.error(sql.length(), "maxLength", options.maxLength());
        }
        return new StatementParser(sql, options);
    }
}
