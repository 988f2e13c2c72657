package dev.shardroute.sql.lex;

import dev.shardroute.sql.ParserOptions;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * A text cut into pieces of which nothing is left out: tokens, blanks, comments, and the signs of version comments, whose
 * texts put together are the text. Not thread-safe.
 *
 * <p>{@link #next} throws {@link dev.shardroute.sql.SyntaxException} when no token of MySQL follows.
 */
public final class Tokens implements Iterator<Token> {
    private final SqlText sql;
    private final Lexer lexer;
    private final Gaps gaps;
    private int at;
    private int version = Gaps.NONE;

    /** The pieces of {@code sql}. Of the options it heeds the modes and the number of tokens. */
    public Tokens(SqlText sql, ParserOptions options) {
        this.sql = sql;
        this.lexer = new Lexer(sql, options);
        this.gaps = new Gaps(sql, options.readsVersionComments());
        this.at = sql.start();
    }

    @Override
    public boolean hasNext() {
        return at < sql.end();
    }

    @Override
    public Token next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        if (lexer.end() == at) {
            lexer.next();
        }
        Token token = at < lexer.start() ? gap() : token(lexer.kind(), lexer.end());
        if (at == sql.end()) {
            lexer.next(); // is there a version comment that does not end?
        }
        return token;
    }

    private Token gap() {
        int end = gaps.blanksEnd(at);
        if (end > at) {
            return token(TokenKind.BLANK, end);
        }
        end = gaps.end(at, version);
        version = gaps.versionAfter(at, end, version);
        return token(TokenKind.COMMENT, end);
    }

    private Token token(TokenKind kind, int end) {
        Token token = new Token(kind, sql.part(at, end));
        at = end;
        return token;
    }
}
