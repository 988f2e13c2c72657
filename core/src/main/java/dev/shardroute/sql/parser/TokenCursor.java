package dev.shardroute.sql.parser;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.error.ShardrouteException;
import dev.shardroute.sql.ParserOptions;
import dev.shardroute.sql.SyntaxException;
import dev.shardroute.sql.lex.Keyword;
import dev.shardroute.sql.lex.Lexer;
import dev.shardroute.sql.lex.SqlText;
import dev.shardroute.sql.lex.TokenKind;
import dev.shardroute.type.Type;
import dev.shardroute.type.Value;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;

/** The token that the parser is at, and the small steps that all its parts share. */
final class TokenCursor {
    private static final int LONGEST_FOUND = 60;
    /**
     * An operand in parentheses is two expressions for the parser: the operand, and what is in the parentheses. One more is
     * the whole expression.
     */
    private static final long ENTERED_PER_LEVEL = 2;

    private final ParserOptions options;
    private final Lexer lexer;
    /** How many expressions the cursor is in. */
    private int depth;
    /** How tall the trees are that were parsed at this depth: the tallest counts. */
    private int height;
    private int questions;
    /** Where the first token is behind the run of parentheses that was asked about last, and where the run begins. */
    private int runEnd = -1;
    private int runStart;
    private boolean runHasQuery;

    TokenCursor(String sql, ParserOptions options) {
        this(SqlText.of(sql), options);
    }

    TokenCursor(SqlText sql, ParserOptions options) {
        this.options = options;
        this.lexer = new Lexer(sql, options);
        lexer.next();
    }

    /** The bounds and modes of parsing. */
    ParserOptions options() {
        return options;
    }

    /** The whole text. */
    SqlText sql() {
        return lexer.sql();
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
        return lexer.isWord(upper);
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
            throw expected(kind.label());
        }
    }

    void expect(Keyword keyword) {
        if (!accept(keyword)) {
            throw expected(keyword.name());
        }
    }

    /** The token's value, and on to the next one. */
    String take() {
        String value = lexer.value();
        lexer.next();
        return value;
    }

    /** What the token denotes, in bytes, and on to the next one. */
    byte[] takeBytes() {
        byte[] value = lexer.valueBytes();
        lexer.next();
        return value;
    }

    /** The bytes of the string that the cursor is at and of those behind it: string literals next to each other are one. */
    byte[] takeString() {
        byte[] first = takeBytes();
        return at(TokenKind.STRING) ? withStrings(first) : first;
    }

    /** The bytes of a string that was taken and of those that the cursor is at. */
    byte[] withStrings(byte[] first) {
        ByteArrayOutputStream all = new ByteArrayOutputStream(2 * first.length);
        all.writeBytes(first);
        while (at(TokenKind.STRING)) {
            all.writeBytes(takeBytes());
        }
        return all.toByteArray();
    }

    /** The literal that the cursor is at as a value of that type, and on to the next token. */
    Value takeValue(Type type) {
        Value value = lexer.value(type);
        lexer.next();
        return value;
    }

    /** The token as written. */
    String text() {
        return lexer.text();
    }

    /** The offset of the token in the text, in bytes. */
    int start() {
        return lexer.start();
    }

    /** The offset behind the token, in bytes. */
    int end() {
        return lexer.end();
    }

    /** The text between two offsets, as it is written; a syntax error when it is not UTF-8. */
    String textBetween(int start, int end) {
        return lexer.sql().between(start, end);
    }

    void expectWord(String upper) {
        if (!acceptWord(upper)) {
            throw expected(upper);
        }
    }

    /** The comments right before the token, if they have not been taken. */
    List<String> takeComments() {
        return lexer.takeComments();
    }

    /** A name: a word that is not reserved, or a quoted one. */
    String name(String what) {
        if (atName()) {
            return take();
        }
        throw expected(what);
    }

    /** The dot that the cursor is at, and the name behind it: right behind a dot every word is a name. */
    String nameAfterDot() {
        int dotEnd = lexer.end();
        expect(TokenKind.DOT);
        return at(TokenKind.WORD) && lexer.start() == dotEnd ? take() : name("a name");
    }

    /** True where {@link #name} would find one. */
    boolean atName() {
        return at(TokenKind.QUOTED_NAME) || (at(TokenKind.WORD) && !isReserved());
    }

    /** A lexer at the next token; the cursor stays where it is. */
    Lexer ahead() {
        Lexer ahead = lexer.copy();
        ahead.next();
        return ahead;
    }

    /**
     * True at a parenthesis, or several, with a query behind: SELECT, WITH, TABLE, or VALUES that ROW or a list variable
     * follows. Asking again at a parenthesis further in costs nothing.
     */
    boolean atQueryBehindParentheses() {
        if (!at(TokenKind.LEFT_PAREN)) {
            return false;
        }
        if (lexer.start() < runStart || lexer.start() >= runEnd) {
            seekRunEnd();
        }
        return runHasQuery;
    }

    private void seekRunEnd() {
        Lexer ahead = lexer.copy();
        while (ahead.kind() == TokenKind.LEFT_PAREN) {
            ahead.next();
        }
        runStart = lexer.start();
        runEnd = ahead.start();
        runHasQuery = isQuery(ahead);
    }

    private static boolean isQuery(Lexer lexer) {
        return switch (lexer.keyword()) {
            case SELECT, WITH, TABLE -> true;
            case VALUES -> lexer.next() == TokenKind.LIST_VARIABLE || lexer.keyword() == Keyword.ROW;
            default -> false;
        };
    }

    boolean acceptDistinct() {
        return accept(Keyword.DISTINCT) || accept(Keyword.DISTINCTROW);
    }

    /** Refuses the query that the cursor is at, if it is at one. */
    void refuseSubquery() {
        if (at(Keyword.SELECT) || at(Keyword.WITH) || at(Keyword.TABLE)) {
            throw unsupported("subqueries");
        }
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
        return List.copyOf(items);
    }

    /** The name of the next question mark's variable. */
    String nextQuestion() {
        questions++;
        return "v" + questions;
    }

    /** The comments between the statement's verb, which the cursor is at, and what follows; the cursor moves on. */
    List<String> commentsAfterVerb() {
        lexer.next();
        return lexer.takeComments();
    }

    /** The tokens from here on that have nothing between them, as they are written. */
    String takeAdjacent(Set<TokenKind> kinds) {
        int start = lexer.start();
        int end = start;
        while (lexer.start() == end && kinds.contains(lexer.kind())) {
            end = lexer.end();
            lexer.next();
        }
        return textBetween(start, end);
    }

    /**
     * One expression begins inside of another. Its height is counted while it is parsed: {@link #grow} for each node on top
     * of what has been parsed of it. Each call needs a {@link #leave}, which gets what this call gave.
     */
    int enter() {
        int siblings = height;
        height = 0;
        depth++;
        checkDepth(depth, ENTERED_PER_LEVEL * options.maxDepth() + 1);
        return siblings;
    }

    /** A node has been put on top of what was parsed of the expression. */
    void grow() {
        height++;
        checkDepth(height, options.maxDepth());
    }

    void leave(int siblings) {
        depth--;
        height = Math.max(siblings, height);
    }

    private void checkDepth(int levels, long limit) {
        if (levels > limit) {
            throw ErrorCode.SR01003.error("maxDepth", options.maxDepth());
        }
    }

    private SyntaxException expected(String what) {
        return error("expected ".concat(what));
    }

    /**
     * A syntax error at the token. No plus puts the message together, and this is too long for a compiler to copy it to
     * where it is called: both would take room on the stack in methods that nest.
     */
    SyntaxException error(String reason) {
        String found = "the end of the statement";
        if (!at(TokenKind.END)) {
            String text = lexer.sql().part(lexer.start(), lexer.end()).toString();
            found = text.length() > LONGEST_FOUND ? longToken(text.length()) : "'".concat(text).concat("'");
        }
        return lexer.error(reason.concat(", found ").concat(found));
    }

    private String longToken(int length) {
        return "a " + kind().label() + " of " + length + " characters";
    }

    /** What MySQL knows and this parser does not yet. */
    static ShardrouteException unsupported(String what) {
        return ErrorCode.VT12001.error(what.toLowerCase(Locale.ROOT));
    }
}
