package dev.shardroute.sql.lex;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.sql.ParserOptions;
import dev.shardroute.sql.SyntaxException;
import dev.shardroute.type.Type;
import dev.shardroute.type.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a statement into tokens, one at a time and without copying text. {@link #next} moves on; the other methods tell of
 * the token it stopped at. Comments are passed over. Not thread-safe.
 *
 * <p>Names, variables and all else outside of strings and comments must be UTF-8.
 */
public final class Lexer {
    private final SqlText sql;
    private final byte[] bytes;
    private final int limit;
    private final Scanner scanner;
    private final Gaps gaps;
    private final int maxTokens;

    private TokenKind kind = TokenKind.END;
    private int start;
    private int end;
    private Words.Word word = Words.NONE;
    private boolean plain;
    private int tokens;
    /** Where the version comment began that the lexer is in, or {@link Gaps#NONE}. */
    private int version = Gaps.NONE;
    /** Where the token before this one ended, and {@link #version} there. */
    private int gapStart;
    private int gapVersion = Gaps.NONE;
    private boolean commentsTaken;

    /**
     * A lexer before the first token of {@code sql}, with the default options.
     *
     * @throws SyntaxException as {@link SqlText#of(CharSequence)}
     */
    public Lexer(String sql) {
        this(SqlText.of(sql), ParserOptions.DEFAULT);
    }

    /** A lexer before the first token of {@code sql}. Of the options it heeds the modes and the number of tokens. */
    public Lexer(SqlText sql, ParserOptions options) {
        this.sql = sql;
        this.bytes = sql.array();
        this.limit = sql.end();
        this.scanner = new Scanner(sql, options.modes());
        this.gaps = new Gaps(sql, options.readsVersionComments());
        this.maxTokens = options.maxTokens();
        this.start = sql.start();
        this.end = start;
        this.gapStart = start;
    }

    private Lexer(Lexer other) {
        this.sql = other.sql;
        this.bytes = other.bytes;
        this.limit = other.limit;
        this.scanner = other.scanner;
        this.gaps = other.gaps;
        this.maxTokens = other.maxTokens;
        this.kind = other.kind;
        this.start = other.start;
        this.end = other.end;
        this.word = other.word;
        this.plain = other.plain;
        this.tokens = other.tokens;
        this.version = other.version;
        this.gapStart = other.gapStart;
        this.gapVersion = other.gapVersion;
        this.commentsTaken = other.commentsTaken;
    }

    /**
     * Goes to the next token; after the last one that is {@link TokenKind#END}, again and again.
     *
     * @throws SyntaxException                          when no token of MySQL follows
     * @throws dev.shardroute.error.ShardrouteException {@code SR01007} when there are more tokens than allowed
     */
    public TokenKind next() {
        gapStart = end;
        gapVersion = version;
        commentsTaken = false;
        start = skipGap(end);
        kind = scanner.scan(start);
        end = scanner.end();
        if (kind == TokenKind.WORD) {
            word = Words.find(bytes, start, end, scanner.key());
        } else {
            word = Words.NONE;
            plain = scanner.isPlain();
        }
        if (kind == TokenKind.END) {
            checkVersionEnd();
        } else if (++tokens > maxTokens) {
            throw ErrorCode.SR01007.error("maxTokens", maxTokens);
        }
        return kind;
    }

    private void checkVersionEnd() {
        if (version != Gaps.NONE) {
            throw gaps.unended(version);
        }
    }

    /** What the token is. */
    public TokenKind kind() {
        return kind;
    }

    /** The keyword that the token is: {@link Keyword#OTHER} for other words and for what is no word. */
    public Keyword keyword() {
        return word.keyword();
    }

    /** True when the token is a word that is no name unless quoted. */
    public boolean isReserved() {
        return word.reserved();
    }

    /** True when the token is a word, written in whatever case, that {@code upper} is in upper case. */
    public boolean isWord(String upper) {
        return kind == TokenKind.WORD && Words.matches(upper, bytes, start, end);
    }

    /** The offset of the token's first byte. */
    public int start() {
        return start;
    }

    /** The offset after the token's last byte. */
    public int end() {
        return end;
    }

    /** The text whose tokens these are. */
    public SqlText sql() {
        return sql;
    }

    /**
     * The token as it is written.
     *
     * @throws SyntaxException when it is a string that is not UTF-8
     */
    public String text() {
        return sql.between(start, end);
    }

    /**
     * What the token denotes: a name or string without its quotes and escapes, a variable without its signs and quotes.
     *
     * @throws SyntaxException when it is a string that is not UTF-8; {@link #valueBytes} takes it
     */
    public String value() {
        return switch (kind) {
            case QUOTED_NAME, STRING, NATIONAL_STRING, USER_VARIABLE -> quotedValue();
            case VARIABLE -> sql.show(start + 1, end);
            case LIST_VARIABLE -> sql.show(start + 2, end);
            case SYSTEM_VARIABLE -> sql.show(start + 2, end).replace("`", "").replace("\"", "");
            case HEX_STRING, BIT_STRING -> sql.show(start + 2, end - 1);
            default -> sql.show(start, end);
        };
    }

    /** What the token denotes, as {@link #value}, in bytes, a fresh copy: of a string those that MySQL would take. */
    public byte[] valueBytes() {
        return switch (kind) {
            case STRING, NATIONAL_STRING, QUOTED_NAME, USER_VARIABLE -> unquoted(quoteAt());
            case VARIABLE -> sql.part(start + 1, end).bytes();
            case LIST_VARIABLE -> sql.part(start + 2, end).bytes();
            case HEX_STRING, BIT_STRING -> sql.part(start + 2, end - 1).bytes();
            case SYSTEM_VARIABLE -> value().getBytes(UTF_8);
            default -> sql.part(start, end).bytes();
        };
    }

    /** What a literal's token denotes, as {@link #valueBytes}, as a value of that type; a number is as it is written. */
    public Value value(Type type) {
        boolean isQuoted = kind == TokenKind.STRING || kind == TokenKind.NATIONAL_STRING;
        if (!isQuoted) {
            return Value.of(type, bytes, start, end);
        }
        return plain ? Value.of(type, bytes, quoteAt() + 1, end - 1) : Value.of(type, unquoted(quoteAt()));
    }

    private String quotedValue() {
        int quoteAt = quoteAt();
        if (plain && isQuote(bytes[quoteAt])) {
            return sql.between(quoteAt + 1, end - 1);
        }
        sql.requireUtf8(start, end);
        return new String(unquoted(quoteAt), UTF_8);
    }

    /** Where the quote is that the token begins with, or the name that has none. */
    private int quoteAt() {
        return kind == TokenKind.NATIONAL_STRING || kind == TokenKind.USER_VARIABLE ? start + 1 : start;
    }

    private byte[] unquoted(int quoteAt) {
        byte quote = bytes[quoteAt];
        if (!isQuote(quote)) {
            return sql.part(quoteAt, end).bytes();
        }
        if (plain) {
            return sql.part(quoteAt + 1, end - 1).bytes();
        }
        return scanner.isNameQuote(quote)
                ? Quoted.name(bytes, quoteAt, end)
                : Quoted.string(bytes, quoteAt, end, scanner.hasBackslashEscapes());
    }

    private static boolean isQuote(byte b) {
        return b == '\'' || b == '"' || b == '`';
    }

    /** A lexer at the same token; what either does next, the other does not see. */
    public Lexer copy() {
        return new Lexer(this);
    }

    /**
     * The comments before the token, with their signs; none when they have been taken already. Version comments and their
     * signs are not among them. In place of what is not UTF-8 there is the replacement character.
     */
    public List<String> takeComments() {
        List<String> comments = new ArrayList<>();
        int inside = gapVersion;
        int at = commentsTaken ? start : gaps.blanksEnd(gapStart);
        while (at < start) {
            int after = gaps.end(at, inside);
            if (gaps.isPlain(at)) {
                comments.add(sql.show(at, after));
            }
            inside = gaps.versionAfter(at, after, inside);
            at = gaps.blanksEnd(after);
        }
        commentsTaken = true;
        return List.copyOf(comments);
    }

    /** A syntax error at the token. */
    public SyntaxException error(String reason) {
        return SyntaxException.at(sql, start, reason);
    }

    /** Most gaps are one blank or nothing. */
    private int skipGap(int from) {
        int at = from < limit && bytes[from] == ' ' ? from + 1 : from;
        boolean isEnd = at >= limit || !ByteClass.is(ByteClass.BLANK | ByteClass.COMMENT, bytes[at]);
        return isEnd ? at : skipLongGap(at);
    }

    private int skipLongGap(int from) {
        int at = gaps.blanksEnd(from);
        while (gaps.mayBegin(at)) {
            int after = gaps.end(at, version);
            if (after == at) {
                return at;
            }
            version = gaps.versionAfter(at, after, version);
            at = gaps.blanksEnd(after);
        }
        return at;
    }

    /** Where the version comment began that what follows this token is in, or {@link Gaps#NONE}. */
    int version() {
        return version;
    }
}
