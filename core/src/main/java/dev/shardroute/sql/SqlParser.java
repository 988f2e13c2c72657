package dev.shardroute.sql;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Statement;
import dev.shardroute.sql.lex.SqlText;
import dev.shardroute.sql.lex.StatementSplitter;
import dev.shardroute.sql.parser.StatementParser;
import java.util.ArrayList;
import java.util.List;

/**
 * Parses MySQL statements. Immutable and thread-safe.
 *
 * <p>Statements are given as characters or as bytes in UTF-8, of which string literals and comments may hold others. The
 * place of an error is in characters or in bytes, as the statement was given.
 */
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
     *         {@code SR01002}, {@code SR01003} or {@code SR01007} when it is over a bound, {@code SR01004} when there is no
     *         statement
     */
    public Statement parse(String sql) {
        return parse(text(sql));
    }

    /**
     * Parses one statement; a semicolon may follow it.
     *
     * @throws dev.shardroute.error.ShardrouteException as {@link #parse(String)} does
     */
    public Statement parse(byte[] sql) {
        checkLength(sql.length);
        return parse(SqlText.of(sql));
    }

    /**
     * Parses one statement; a semicolon may follow it.
     *
     * @throws dev.shardroute.error.ShardrouteException as {@link #parse(String)} does
     */
    public Statement parse(SqlText sql) {
        return parser(sql).parseStatement();
    }

    /**
     * Parses an expression that stands alone.
     *
     * @throws dev.shardroute.error.ShardrouteException as {@link #parse(String)} does
     */
    public Expression parseExpression(String sql) {
        return parser(text(sql)).parseExpression();
    }

    /**
     * Parses all statements of a text, which semicolons separate; those of which there is nothing, or nothing but comments,
     * are passed over. The bounds are those of the whole text.
     *
     * @return the statements; none when there are semicolons, but no statement
     * @throws dev.shardroute.error.ShardrouteException as {@link #parse(String)} does
     */
    public List<Statement> parseAll(String sql) {
        return parseAll(text(sql));
    }

    /**
     * Parses all statements of a text.
     *
     * @throws dev.shardroute.error.ShardrouteException as {@link #parseAll(String)} does
     */
    public List<Statement> parseAll(SqlText sql) {
        StatementSplitter splitter = splitter(sql);
        List<Statement> statements = new ArrayList<>();
        while (splitter.hasNext()) {
            statements.add(parse(splitter.next()));
        }
        boolean isBare = statements.isEmpty() && !splitter.hasSeparated();
        return isBare ? List.of(parse(sql)) : List.copyOf(statements);
    }

    /**
     * Cuts a text into its statements without parsing them; see {@link StatementSplitter}.
     *
     * @return the statements, as parts of {@code sql}
     * @throws SyntaxException                             when the text cannot be cut into tokens
     * @throws dev.shardroute.error.ShardrouteException {@code SR01002} or {@code SR01007} when it is over a bound
     */
    public List<SqlText> split(SqlText sql) {
        List<SqlText> statements = new ArrayList<>();
        splitter(sql).forEachRemaining(statements::add);
        return List.copyOf(statements);
    }

    private StatementSplitter splitter(SqlText sql) {
        checkLength(sql.length());
        return new StatementSplitter(sql, options);
    }

    private StatementParser parser(SqlText sql) {
        checkLength(sql.length());
        return new StatementParser(sql, options);
    }

    /** A character takes a byte at least: what is too long need not be made bytes of. */
    private SqlText text(String sql) {
        if (sql.length() > options.maxLength()) {
            throw tooLong(SqlText.length(sql));
        }
        return SqlText.of(sql);
    }

    private void checkLength(int length) {
        if (length > options.maxLength()) {
            throw tooLong(length);
        }
    }

    private RuntimeException tooLong(long length) {
        return ErrorCode.SR01002.error(length, "maxLength", options.maxLength());
    }
}
