package dev.shardroute.sql.lex;

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
    private boolean inVersionComment;

    /** A lexer before the first token of {@code sql}. */
    public Lexer(String sql) {
        this.sql = sql;
        this.scanner = new Scanner(sql);
    }

    /** Goes to the next token; after the last one that is {@link TokenKind#END}, again and again. */
    public TokenKind next() {
        start = skipBlanks(end);
        kind = scanner.scan(start);
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

    /** What the token denotes: a name or string without its quotes and escapes, a variable without its signs. */
    public String value() {
        return switch (kind) {
            case QUOTED_NAME -> Unquoting.name(sql, start, end);
            case STRING -> Unquoting.string(sql, start, end);
            case VARIABLE -> sql.substring(start + 1, end);
            case LIST_VARIABLE -> sql.substring(start + 2, end);
            case USER_VARIABLE -> Unquoting.variable(sql, start + 1, end);
            case SYSTEM_VARIABLE -> sql.substring(start + 2, end);
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
        copy.inVersionComment = inVersionComment;
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
            } else if (inVersionComment && sql.startsWith("*/", at)) {
                inVersionComment = false;
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
        if (sql.startsWith("/*!", at) && !inVersionComment) {
            inVersionComment = true;
            return skipVersion(at + 3);
        }
        int close = sql.indexOf("*/", at + 2);
        if (close < 0) {
            throw SyntaxException.at(sql, at, "the comment does not end");
        }
        comments.add(sql.substring(at, close + 2));
        return close + 2;
    }

    /** The text of a version comment counts, whatever the version: the backends decide what they know. */
    private int skipVersion(int at) {
        int digits = at;
        while (digits < sql.length() && digits < at + 6 && Scanner.isDigit(sql.charAt(digits))) {
            digits++;
        }
        return digits;
    }
}
