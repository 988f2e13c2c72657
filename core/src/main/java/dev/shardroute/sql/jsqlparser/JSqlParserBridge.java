package dev.shardroute.sql.jsqlparser;

import dev.shardroute.error.ShardrouteException;
import dev.shardroute.sql.ParserOptions;
import dev.shardroute.sql.ast.Statement;

/**
 * Makes trees of {@link dev.shardroute.sql.ast} out of statements that JSqlParser 5.4 has parsed: SELECT with all kinds of
 * queries, INSERT, REPLACE, UPDATE and DELETE. Immutable and thread-safe.
 *
 * <p>The statement is not printed and parsed again; only pieces of which JSqlParser keeps the text are parsed: literals,
 * variables, types. What JSqlParser is known to read otherwise than MySQL is put right or refused; {@code docs/jsqlparser.md}
 * lists what neither is possible for. Comments are kept as far as JSqlParser has them: those right behind SELECT.
 */
public final class JSqlParserBridge {
    private final ParserOptions options;

    /** A bridge with the default bounds. */
    public JSqlParserBridge() {
        this(ParserOptions.DEFAULT);
    }

    /** A bridge with these bounds and modes; that of depth holds for the statement's tree. */
    public JSqlParserBridge(ParserOptions options) {
        this.options = options;
    }

    /**
     * The tree of a statement, which is not changed.
     *
     * @throws dev.shardroute.error.ShardrouteException {@code VT12001} naming the construct that cannot be carried over,
     *         {@code SR01003} when the statement nests too deeply
     */
    public Statement convert(net.sf.jsqlparser.statement.Statement statement) {
        try {
            return new Conversion(options).statement(statement);
        } catch (ShardrouteException refused) {
            throw refused;
        } catch (RuntimeException incomplete) { // statements that were put together by hand may lack anything
            throw Refusal.of("a missing part");
        }
    }
}
