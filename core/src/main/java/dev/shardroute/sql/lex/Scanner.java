package dev.shardroute.sql.lex;

import dev.shardroute.sql.SyntaxException;
import java.nio.ByteBuffer;
import java.util.Set;

/** Finds what kind of token starts at an offset, and where it ends. It remembers nothing but the last token. */
final class Scanner {
    private static final long NO_KEY = -1;

    private final SqlText text;
    private final byte[] bytes;
    private final ByteBuffer buffer;
    private final int limit;
    private final boolean ansiQuotes;
    private final boolean backslashEscapes;
    private int at;
    private long key;
    private boolean plain;

    Scanner(SqlText text, Set<SqlMode> modes) {
        this.text = text;
        this.bytes = text.array();
        this.buffer = ByteSearch.buffer(bytes);
        this.limit = text.end();
        this.ansiQuotes = modes.contains(SqlMode.ANSI_QUOTES);
        this.backslashEscapes = !modes.contains(SqlMode.NO_BACKSLASH_ESCAPES);
    }

    /** The offset after the token that was scanned last. */
    int end() {
        return at;
    }

    /** The key of the word that was scanned last, by which {@link Words} finds it. */
    long key() {
        return key;
    }

    /** True when the quoted token that was scanned last has neither escapes nor doubled quotes. */
    boolean isPlain() {
        return plain;
    }

    /** True when a backslash in a string is an escape. */
    boolean hasBackslashEscapes() {
        return backslashEscapes;
    }

    /** True when names are in quotes of this kind. */
    boolean isNameQuote(byte quote) {
        return quote == '`' || (quote == '"' && ansiQuotes);
    }

    TokenKind scan(int start) {
        at = start;
        if (start >= limit) {
            return TokenKind.END;
        }
        byte c = bytes[start];
        int set = ByteClass.of(c);
        if ((set & ByteClass.NAME_START) != 0) {
            return word(c);
        }
        TokenKind symbol = ByteClass.symbol(c);
        if (symbol != null) {
            at++;
            return symbol;
        }
        return (set & ByteClass.DIGIT) != 0 ? number(c) : other(c);
    }

    private TokenKind other(byte c) {
        return switch (c) {
            case '\'' -> string(at, TokenKind.STRING);
            case '"' -> ansiQuotes ? quotedName(at) : string(at, TokenKind.STRING);
            case '`' -> quotedName(at);
            case '.' -> isDigit(peek(1)) ? number(c) : symbol(TokenKind.DOT, 1);
            case ':' -> colon();
            case '@' -> variable();
            default -> operator(c);
        };
    }

    private TokenKind word(byte c) {
        if (peek(1) == '\'') {
            switch (c | ' ') {
                case 'x' -> {
                    return digits(TokenKind.HEX_STRING, ByteClass.HEX_DIGIT, "the hexadecimal string is malformed");
                }
                case 'b' -> {
                    return digits(TokenKind.BIT_STRING, ByteClass.BIT_DIGIT, "the bit string is malformed");
                }
                case 'n' -> {
                    return string(at + 1, TokenKind.NATIONAL_STRING);
                }
                default -> {
                    // a name that a string follows
                }
            }
        }
        return name(at);
    }

    /** The rest of a word that begins at {@code start}: eight bytes at once. */
    private TokenKind name(int start) {
        long word = ByteSearch.load(buffer, start, limit);
        int length = ByteSearch.nameLength(word);
        key = ByteSearch.folded(word, length);
        at = start + length;
        while (length == Long.BYTES) {
            word = ByteSearch.load(buffer, at, limit);
            length = ByteSearch.nameLength(word);
            key = length == 0 ? key : Words.key(key, ByteSearch.folded(word, length));
            at += length;
        }
        if (peek(0) < 0) {
            nameOutsideOfAscii(start);
        }
        return TokenKind.WORD;
    }

    /** No word of the grammar has letters outside of ASCII. */
    private void nameOutsideOfAscii(int start) {
        skip(ByteClass.NAME_PART);
        key = NO_KEY;
        text.requireUtf8(start, at);
    }

    private void requireUtf8(int start, int all) {
        if (all < 0) {
            text.requireUtf8(start, at);
        }
    }

    private TokenKind digits(TokenKind kind, int allowed, String error) {
        int start = at;
        at += 2;
        skip(allowed);
        boolean odd = kind == TokenKind.HEX_STRING && (at - start) % 2 != 0;
        if (peek(0) != '\'' || odd) {
            throw error(start, error);
        }
        at++;
        return kind;
    }

    private TokenKind number(byte c) {
        if (c == '0' && (peek(1) == 'x' || peek(1) == 'b')) {
            return prefixed(peek(1) == 'x' ? TokenKind.HEX_NUMBER : TokenKind.BIT_NUMBER);
        }
        int start = at;
        TokenKind kind = TokenKind.INTEGER;
        skip(ByteClass.DIGIT);
        if (peek(0) == '.') {
            kind = TokenKind.DECIMAL;
            at++;
            skip(ByteClass.DIGIT);
        }
        if (!ByteClass.is(ByteClass.NAME_START, peek(0))) {
            return kind;
        }
        return skipExponent() ? afterNumber(start, TokenKind.FLOAT) : afterNumber(start, kind);
    }

    private boolean skipExponent() {
        boolean signed = peek(1) == '+' || peek(1) == '-';
        boolean found = (peek(0) | ' ') == 'e' && isDigit(peek(signed ? 2 : 1));
        if (found) {
            at += 2;
            skip(ByteClass.DIGIT);
        }
        return found;
    }

    /** A name may begin with digits; behind any other number a letter can only be a slip of the pen. */
    private TokenKind afterNumber(int start, TokenKind kind) {
        if (!ByteClass.is(ByteClass.NAME_PART, peek(0))) {
            return kind;
        }
        if (kind != TokenKind.INTEGER) {
            throw error(at, "a letter right behind a number");
        }
        return name(start);
    }

    /** {@code 0x1F} and {@code 0b01}; with other characters behind it is a name. */
    private TokenKind prefixed(TokenKind kind) {
        int start = at;
        at += 2;
        skip(kind == TokenKind.HEX_NUMBER ? ByteClass.HEX_DIGIT : ByteClass.BIT_DIGIT);
        boolean isName = at == start + 2 || ByteClass.is(ByteClass.NAME_PART, peek(0));
        return isName ? name(start) : kind;
    }

    /** A doubled quote is part of the text, as is what follows a backslash. */
    private TokenKind string(int quoteAt, TokenKind kind) {
        byte quote = bytes[quoteAt];
        byte escape = backslashEscapes ? (byte) '\\' : quote;
        plain = true;
        int i = ByteSearch.either(buffer, quoteAt + 1, limit, quote, escape);
        while (i < limit) {
            if (bytes[i] == quote && (i + 1 == limit || bytes[i + 1] != quote)) {
                at = i + 1;
                return kind;
            }
            plain = false;
            i = ByteSearch.either(buffer, i + 2, limit, quote, escape);
        }
        throw error(quoteAt, "the string does not end");
    }

    private TokenKind quotedName(int quoteAt) {
        byte quote = bytes[quoteAt];
        plain = true;
        int all = 0;
        int i = quoteAt + 1;
        while (i < limit) {
            byte c = bytes[i++];
            all |= c;
            if (c == quote) {
                if (i == limit || bytes[i] != quote) {
                    at = i;
                    requireUtf8(quoteAt, all);
                    return TokenKind.QUOTED_NAME;
                }
                plain = false;
                i++;
            }
        }
        throw error(quoteAt, "the quoted name does not end");
    }

    private TokenKind colon() {
        if (peek(1) == '=') {
            return symbol(TokenKind.ASSIGN, 2);
        }
        boolean list = peek(1) == ':';
        if (isDigit(peek(1))) {
            return numberedVariable();
        }
        if (!ByteClass.is(ByteClass.NAME_START, peek(list ? 2 : 1))) {
            return symbol(TokenKind.COLON, 1);
        }
        at += list ? 2 : 1;
        dottedName();
        return list ? TokenKind.LIST_VARIABLE : TokenKind.VARIABLE;
    }

    private TokenKind numberedVariable() {
        at++;
        skip(ByteClass.DIGIT);
        return afterNumber(at, TokenKind.VARIABLE);
    }

    private TokenKind variable() {
        int start = at;
        at++;
        byte c = peek(0);
        if (c == '@') {
            at++;
            systemVariable(start);
            return TokenKind.SYSTEM_VARIABLE;
        }
        if (isNameQuote(c)) {
            quotedName(at);
        } else if (c == '\'' || c == '"') {
            string(at, TokenKind.STRING);
            requireUtf8(start, -1);
        } else {
            dottedName();
            requireName(start, at > start + 1);
        }
        return TokenKind.USER_VARIABLE;
    }

    /** Parts with dots between them, each a plain name with or without quotes. */
    private void systemVariable(int start) {
        boolean more = true;
        while (more) {
            byte quote = isNameQuote(peek(0)) ? peek(0) : 0;
            at += quote == 0 ? 0 : 1;
            int first = at;
            name(first);
            requireName(start, at > first && (quote == 0 || peek(0) == quote));
            at += quote == 0 ? 0 : 1;
            more = peek(0) == '.';
            at += more ? 1 : 0;
        }
    }

    private void requireName(int start, boolean found) {
        if (!found) {
            throw error(start, "a variable's name must follow");
        }
    }

    private void dottedName() {
        name(at);
        while (peek(0) == '.') {
            name(at + 1);
        }
    }

    private TokenKind operator(byte c) {
        byte next = peek(1);
        return switch (c) {
            case '&' -> next == '&' ? symbol(TokenKind.AND_AND, 2) : symbol(TokenKind.AMPERSAND, 1);
            case '|' -> next == '|' ? symbol(TokenKind.OR_OR, 2) : symbol(TokenKind.PIPE, 1);
            case '!' -> next == '=' ? symbol(TokenKind.NOT_EQUAL, 2) : symbol(TokenKind.BANG, 1);
            case '-' -> arrow(next);
            case '<' -> less(next);
            case '>' -> greater(next);
            default -> throw error(at, "the character is not part of SQL");
        };
    }

    private TokenKind arrow(byte next) {
        if (next != '>') {
            return symbol(TokenKind.MINUS, 1);
        }
        return peek(2) == '>' ? symbol(TokenKind.DOUBLE_ARROW, 3) : symbol(TokenKind.ARROW, 2);
    }

    private TokenKind less(byte next) {
        return switch (next) {
            case '=' -> peek(2) == '>' ? symbol(TokenKind.NULL_SAFE_EQUAL, 3) : symbol(TokenKind.LESS_EQUAL, 2);
            case '>' -> symbol(TokenKind.NOT_EQUAL, 2);
            case '<' -> symbol(TokenKind.SHIFT_LEFT, 2);
            default -> symbol(TokenKind.LESS, 1);
        };
    }

    private TokenKind greater(byte next) {
        return switch (next) {
            case '=' -> symbol(TokenKind.GREATER_EQUAL, 2);
            case '>' -> symbol(TokenKind.SHIFT_RIGHT, 2);
            default -> symbol(TokenKind.GREATER, 1);
        };
    }

    private TokenKind symbol(TokenKind kind, int length) {
        at += length;
        return kind;
    }

    private void skip(int set) {
        int i = at;
        while (i < limit && ByteClass.is(set, bytes[i])) {
            i++;
        }
        at = i;
    }

    /** A byte ahead, 0 behind the end. */
    private byte peek(int ahead) {
        return at + ahead < limit ? bytes[at + ahead] : 0;
    }

    private static boolean isDigit(byte c) {
        return c >= '0' && c <= '9';
    }

    private SyntaxException error(int offset, String reason) {
        return SyntaxException.at(text, offset, reason);
    }
}
