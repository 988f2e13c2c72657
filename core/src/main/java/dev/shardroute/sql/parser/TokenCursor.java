package dev.shardroute.sql.parser;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.error.ShardrouteException;
import dev.shardroute.sql.ParserOptions;
import dev.shardroute.sql.SyntaxException;
import dev.shardroute.sql.lex.Keyword;
import dev.shardroute.sql.lex.Lexer;
import dev.shardroute.sql.lex.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** The token that the parser is at, and the small steps that all its parts share. */
final class TokenCursor {
    private final String sql;
    private final ParserOptions options;
    private final Lexer lexer;
    private int depth;
    private int questions;

    TokenCursor(String sql, ParserOptions options) {
        this.sql = sql;
        this.options = options;
        this.lexer = new Lexer(sql);
        lexer.next();
    }

    TokenKind kind() {
        return lexer.kind();
    }

    Keyword keyword() {
        return lexer.keyword();
    }

    boolean at(TokenKind kind) {
        return lexer.kind() == kind;
    }

    boolean at(Keyword keyword) {
        return lexer.keyword() == keyword;
    }

    /** True at a word that need not be a keyword, in whatever case. */
    boolean atWord(String upper) {
        return at(TokenKind.WORD) && lexer.text().equalsIgnoreCase(upper);
    }

    boolean isReserved() {
        return lexer.isReserved();
    }

    void advance() {
        lexer.next();
    }

    boolean accept(TokenKind kind) {
        boolean found = at(kind);
        if (found) {
            lexer.next();
        }
        return found;
    }

    boolean accept(Keyword keyword) {
        boolean found = at(keyword);
        if (found) {
            lexer.next();
        }
        return found;
    }

    boolean acceptWord(String upper) {
        boolean found = atWord(upper);
        if (found) {
            lexer.next();
        }
        return found;
    }

    void expect(TokenKind kind) {
        if (!accept(kind)) {
            throw error("expected " + kind.label());
        }
    }

    void expect(Keyword keyword) {
        if (!accept(keyword)) {
            throw error("expected " + keyword);
        }
    }

    /** The token's value, and on to the next one. */
    String take() {
        String value = lexer.value();
        lexer.next();
        return value;
    }

    /** The token as written. */
    String text() {
        return lexer.text();
    }

    /** A name: a word that is not reserved, or a quoted one. */
    String name(String what) {
        if (at(TokenKind.QUOTED_NAME) || (at(TokenKind.WORD) && !isReserved())) {
            return take();
        }
        throw error("expected " + what);
    }

    /** True where {@link #name} would find one. */
    boolean atName() {
        return at(TokenKind.QUOTED_NAME) || (at(TokenKind.WORD) && !isReserved());
    }

    /** True at {@code t.*} and {@code db.t.*}. */
    boolean atQualifiedStar() {
        Lexer ahead = lexer.copy();
        for (int names = 0; names < 2 && ahead.next() == TokenKind.DOT; names++) {
            if (ahead.next() == TokenKind.STAR) {
                return true;
            }
        }
        return false;
    }

    <T> List<T> commaList(Supplier<T> item) {
        List<T> items = new ArrayList<>();
        do {
            items.add(item.get());
        } while (accept(TokenKind.COMMA));
        return items;
    }

    /** The name of the next question mark's variable. */
    String nextQuestion() {
        questions++;
        return "v" + questions;
    }

    /** The comments between the statement's verb, which the cursor is at, and what follows; the cursor moves on. */
    List<String> commentsAfterVerb() {
        lexer.takeComments();
        lexer.next();
        return lexer.takeComments();
    }

    /** The rest of the statement as it is written, without a semicolon at its end; the cursor is then at the end. */
    String rest() {
        String rest = sql.substring(lexer.start()).strip();
        while (!at(TokenKind.END)) {
            lexer.next();
        }
        return rest.endsWith(";") ? rest.substring(0, rest.length() - 1).strip() : rest;
    }

    /** One level deeper; each call needs a {@link #leave}. */
    void enter() {
        depth++;
        checkDepth(0);
    }

    void leave() {
        depth--;
    }

    /** Checks the bound for a tree that is {@code more} levels deeper than the parser is. */
    void checkDepth(int more) {
        if (depth + more > options.maxDepth()) {
            throw ErrorCode.SR01003.error("maxDepth", options.maxDepth());
        }
    }

    SyntaxException error(String reason) {
        String found = at(TokenKind.END) ? "found the end of the statement" : "found '" + lexer.text() + "'";
        return lexer.error(reason + ", " + found);
    }

    /** What MySQL knows and this parser does not yet. */
    static ShardrouteException unsupported(String what) {
        return ErrorCode.VT12001.error(what.toLowerCase(Locale.ROOT));
    }
}
