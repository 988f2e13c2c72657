package dev.shardroute.sql.lex;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.sql.SyntaxException;
import dev.shardroute.sql.lex.Words.Word;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a statement into tokens, one at a time and without copying text. {@link #next} moves on; the other methods tell of
 * the token it stopped at. Comments are passed over and kept apart. Not thread-safe.
 */
public final class Lexer {
    private final String sql;
    private final Scanner scanner;
    private final List<String> comments = new ArrayList<>();

    private TokenKind kind = TokenKind.END;
    private int start;
    private int end;
    private @Nullable Word word;
    /** Where the version comment began that the lexer is in, or -1. */
    private int versionComment = -1;

    /** A lexer before the first token of {@code sql}. */
    public Lexer(String sql) {
        this.sql = sql;
        this.scanner = new Scanner(sql);
    }

    /** Goes to the next token; after the last one that is {@link TokenKind#END}, again and again. */
    public TokenKind next() {
        start = skipBlanks(end);
        kind = scanner.scan(start);
        if (kind == TokenKind.END && versionComment >= 0) {
            throw unended(versionComment);
        }
        end = scanner.end();
        word = kind == TokenKind.WORD ? Words.find(sql, start, end) : null;
        return kind;
    }

    /** What the token is. */
    public TokenKind kind() {
        return kind;
    }

    /** The keyword that the token is: {@link Keyword#OTHER} for other words and for what is no word. */
    public Keyword keyword() {
        return word == null ? Keyword.OTHER : word.keyword();
    }

    /** True when the token is a word that is no name unless quoted. */
    public boolean isReserved() {
        return word != null && word.reserved();
    }

    /** True when the token is a word, written in whatever case, that {@code upper} is in upper case. */
    public boolean isWord(String upper) {
        return kind == TokenKind.WORD && Words.matches(upper, sql, start, end);
    }

    /** The offset of the token's first character. */
    public int start() {
        return start;
    }

    /** The offset after the token's last character. */
    public int end() {
        return end;
    }

    /** The token as it is written. */
    public String text() {
        return sql.substring(start, end);
    }

    /** What the token denotes: a name or string without its quotes and escapes, a variable without its signs and quotes. */
    public String value() {
        return switch (kind) {
            case QUOTED_NAME -> Unquoting.name(sql, start, end);
            case STRING -> Unquoting.string(sql, start, end);
            case VARIABLE -> sql.substring(start + 1, end);
            case LIST_VARIABLE -> sql.substring(start + 2, end);
            case USER_VARIABLE -> Unquoting.variable(sql, start + 1, end);
            case SYSTEM_VARIABLE -> sql.substring(start + 2, end).replace("`", "");
            case HEX_STRING, BIT_STRING -> sql.substring(start + 2, end - 1);
            default -> text();
        };
    }

    /** A lexer at the same token; what either does next, the other does not see. */
    public Lexer copy() {
        Lexer copy = new Lexer(sql);
        copy.kind = kind;
        copy.start = start;
        copy.end = end;
        copy.word = word;
        copy.versionComment = versionComment;
        return copy;
    }

    /** The comments passed over since this was last asked, with their signs. */
    public List<String> takeComments() {
        if (comments.isEmpty()) {
            return List.of();
        }
        List<String> taken = List.copyOf(comments);
        comments.clear();
        return taken;
    }

    /** A syntax error at the token. */
    public SyntaxException error(String reason) {
        return SyntaxException.at(sql, start, reason);
    }

    private int skipBlanks(int from) {
        int at = from;
        while (at < sql.length()) {
            char c = sql.charAt(at);
            if (Scanner.isBlank(c)) {
                at++;
            } else if (startsComment(c, at)) {
                at = skipComment(at);
            } else if (versionComment >= 0 && sql.startsWith("*/", at)) {
                versionComment = -1;
                at += 2;
            } else {
                break;
            }
        }
        return at;
    }

    private boolean startsComment(char c, int at) {
        return switch (c) {
            case '#' -> true;
            case '/' -> sql.startsWith("/*", at);
            case '-' -> sql.startsWith("--", at) && (at + 2 == sql.length() || sql.charAt(at + 2) <= ' ');
            default -> false;
        };
    }

    private int skipComment(int at) {
        if (sql.charAt(at) != '/') {
            int newline = sql.indexOf('\n', at);
            int after = newline < 0 ? sql.length() : newline + 1;
            comments.add(sql.substring(at, after));
            return after;
        }
        if (sql.startsWith("/*!", at)) {
            return skipVersion(at);
        }
        int after = afterClose(at, at + 2);
        comments.add(sql.substring(at, after));
        return after;
    }

    private int afterClose(int comment, int from) {
        int close = sql.indexOf("*/", from);
        if (close < 0) {
            throw unended(comment);
        }
        return close + 2;
    }

    private SyntaxException unended(int comment) {
        return SyntaxException.at(sql, comment, "the comment does not end");
    }

    /** What a version comment holds counts as if it stood outside, unless it is for a MySQL newer than this grammar. */
    private int skipVersion(int at) {
        if (versionComment >= 0) {
            throw ErrorCode.VT12001.error("a version comment in another");
        }
        VersionComment comment = VersionComment.at(sql, at);
        if (!comment.isRead()) {
            return afterNested(at);
        }
        versionComment = at;
        return comment.textStart();
    }

    /** The end of a comment that may hold other comments. */
    private int afterNested(int at) {
        int from = at + 2;
        int after = afterClose(at, from);
        for (int inner = sql.indexOf("/*", from); inner >= 0 && inner < after - 2; inner = sql.indexOf("/*", from)) {
            from = afterClose(inner, inner + 2);
            after = afterClose(at, from);
        }
        return after;
    }
}
