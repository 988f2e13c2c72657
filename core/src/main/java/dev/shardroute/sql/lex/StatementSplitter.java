package dev.shardroute.sql.lex;

import dev.shardroute.sql.ParserOptions;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * The statements of a text, which semicolons separate; they are not parsed. Not thread-safe.
 *
 * <p>A statement comes with the comments before and in it, without the blanks around it and without its semicolon. Where there
 * are only blanks and comments between two semicolons there is no statement. A semicolon in a version comment ends none: the
 * comment belongs to one statement. {@link #hasNext} and {@link #next} throw {@link dev.shardroute.sql.SyntaxException} at
 * what is no SQL, after the statements before that.
 *
 * <p>A CREATE or ALTER of a procedure, function, trigger or event with a body between BEGIN and END goes on to the END: the
 * {@linkplain Body body} may have semicolons.
 */
public final class StatementSplitter implements Iterator<SqlText> {
    private final SqlText sql;
    private final Lexer lexer;
    private final Gaps gaps;
    /** Where the next statement begins, or the end of the text. */
    private int start;
    /** The end of what of the statement is no blank; before {@link #start} when there is no statement. */
    private int end = -1;
    private boolean sought;
    private boolean separated;

    /** The statements of {@code sql}. Of the options it heeds the modes and the number of tokens. */
    public StatementSplitter(SqlText sql, ParserOptions options) {
        this.sql = sql;
        this.lexer = new Lexer(sql, options);
        this.gaps = new Gaps(sql, options.readsVersionComments());
    }

    @Override
    public boolean hasNext() {
        if (!sought) {
            seek();
            sought = true;
        }
        return end > start;
    }

    @Override
    public SqlText next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        sought = false;
        return sql.part(start, end);
    }

    /** True when a semicolon that separates statements has been come to so far. */
    public boolean hasSeparated() {
        return separated;
    }

    private void seek() {
        do {
            start = gaps.blanksEnd(lexer.end());
            lexer.next();
        } while (atSeparator());
        end = lexer.kind() == TokenKind.END ? -1 : statementEnd();
    }

    private int statementEnd() {
        Body body = new Body();
        int tokenEnd = lexer.end();
        while (lexer.kind() != TokenKind.END && (body.isOpen() || !atSeparator())) {
            body.add(lexer.kind(), lexer.keyword());
            tokenEnd = lexer.end();
            lexer.next();
        }
        return withComments(tokenEnd);
    }

    /** What follows the last token up to where the lexer is may be comments and signs: with them, but without blanks. */
    private int withComments(int tokenEnd) {
        int from = tokenEnd;
        for (int i = lexer.start(); i > from; i--) {
            if (!ByteClass.is(ByteClass.BLANK, sql.array()[i - 1])) {
                return i;
            }
        }
        return from;
    }

    private boolean atSeparator() {
        boolean found = lexer.kind() == TokenKind.SEMICOLON && lexer.version() == Gaps.NONE;
        separated |= found;
        return found;
    }
}
