package dev.shardroute.sql.lex;

import dev.shardroute.sql.SyntaxException;

/** Finds what kind of token starts at an offset and where it ends. */
final class Scanner {
    private final String sql;
    private int at;

    Scanner(String sql) {
        this.sql = sql;
    }

    /** The offset after the token that was scanned last. */
    int end() {
        return at;
    }

    TokenKind scan(int start) {
        at = start;
        if (start >= sql.length()) {
            return TokenKind.END;
        }
        char c = sql.charAt(start);
        if (isNameStart(c)) {
            return word(c);
        }
        if (isDigit(c) || (c == '.' && isDigit(peek(1)))) {
            return number(c);
        }
        return switch (c) {
            case '\'', '"' -> quoted(c, TokenKind.STRING);
            case '`' -> quoted(c, TokenKind.QUOTED_NAME);
            case ':' -> colon();
            case '@' -> variable();
            default -> symbol(c);
        };
    }

    private TokenKind word(char c) {
        if (peek(1) == '\'') {
            if (c == 'x' || c == 'X') {
                return digits(TokenKind.HEX_STRING, "0123456789abcdefABCDEF", "the hexadecimal string is malformed");
            }
            if (c == 'b' || c == 'B') {
                return digits(TokenKind.BIT_STRING, "01", "the bit string is malformed");
            }
        }
        skipName();
        return TokenKind.WORD;
    }

    private TokenKind digits(TokenKind kind, String allowed, String error) {
        int start = at;
        at += 2;
        while (at < sql.length() && allowed.indexOf(sql.charAt(at)) >= 0) {
            at++;
        }
        boolean odd = kind == TokenKind.HEX_STRING && (at - start) % 2 != 0;
        if (peek(0) != '\'' || odd) {
            throw SyntaxException.at(sql, start, error);
        }
        at++;
        return kind;
    }

    private TokenKind number(char c) {
        if (c == '0' && (peek(1) == 'x' || peek(1) == 'b')) {
            return prefixed(peek(1) == 'x' ? TokenKind.HEX_NUMBER : TokenKind.BIT_NUMBER);
        }
        TokenKind kind = TokenKind.INTEGER;
        skipDigits();
        if (peek(0) == '.') {
            kind = TokenKind.DECIMAL;
            at++;
            skipDigits();
        }
        if ((peek(0) | 32) == 'e' && (isDigit(peek(1)) || ((peek(1) == '+' || peek(1) == '-') && isDigit(peek(2))))) {
            kind = TokenKind.FLOAT;
            at += 2;
            skipDigits();
        }
        return isNamePart(peek(0)) ? afterNumber(kind) : kind;
    }

    /** A name may begin with digits; behind any other number a letter can only be a slip of the pen. */
    private TokenKind afterNumber(TokenKind kind) {
        if (kind != TokenKind.INTEGER) {
            throw SyntaxException.at(sql, at, "a letter right behind a number");
        }
        skipName();
        return TokenKind.WORD;
    }

    /** {@code 0x1F} and {@code 0b01}; with other characters behind it is a name. */
    private TokenKind prefixed(TokenKind kind) {
        int start = at;
        skipName();
        String allowed = kind == TokenKind.HEX_NUMBER ? "0123456789abcdefABCDEF" : "01";
        for (int i = start + 2; i < at; i++) {
            if (allowed.indexOf(sql.charAt(i)) < 0) {
                return TokenKind.WORD;
            }
        }
        return at == start + 2 ? TokenKind.WORD : kind;
    }

    /** Ends behind the closing quote; a doubled quote is part of the text, as is what follows a backslash in a string. */
    private TokenKind quoted(char quote, TokenKind kind) {
        int start = at;
        at++;
        while (at < sql.length()) {
            char c = sql.charAt(at++);
            if (c == '\\' && kind == TokenKind.STRING) {
                at += Character.isSurrogate(peek(0)) ? 0 : 1;
            } else if (Character.isSurrogate(c)) {
                lowSurrogate(c);
            } else if (c == quote) {
                if (peek(0) != quote) {
                    return kind;
                }
                at++;
            }
        }
        String what = kind == TokenKind.STRING ? "string" : "quoted name";
        throw SyntaxException.at(sql, start, "the " + what + " does not end");
    }

    /** Half of a pair has no UTF-8: it would reach a backend as another character. */
    private void lowSurrogate(char high) {
        if (Character.isLowSurrogate(high) || !Character.isLowSurrogate(peek(0))) {
            throw SyntaxException.at(sql, at - 1, "half of a surrogate pair");
        }
        at++;
    }

    private TokenKind colon() {
        if (peek(1) == '=') {
            return symbol(TokenKind.ASSIGN, 2);
        }
        boolean list = peek(1) == ':';
        if (isDigit(peek(1))) {
            return numberedVariable();
        }
        if (!isNameStart(peek(list ? 2 : 1))) {
            return symbol(TokenKind.COLON, 1);
        }
        at += list ? 2 : 1;
        skipDottedName();
        return list ? TokenKind.LIST_VARIABLE : TokenKind.VARIABLE;
    }

    private TokenKind numberedVariable() {
        at++;
        skipDigits();
        if (isNamePart(peek(0))) {
            throw SyntaxException.at(sql, at, "a letter right behind a number");
        }
        return TokenKind.VARIABLE;
    }

    private TokenKind variable() {
        int start = at;
        if (peek(1) == '@') {
            at += 2;
            systemVariable(start);
            return TokenKind.SYSTEM_VARIABLE;
        }
        at++;
        char c = peek(0);
        if (c == '`' || c == '\'' || c == '"') {
            quoted(c, c == '`' ? TokenKind.QUOTED_NAME : TokenKind.STRING);
        } else {
            skipDottedName();
            requireName(start, at > start + 1);
        }
        return TokenKind.USER_VARIABLE;
    }

    /** Parts with dots between them, each a plain name with or without backticks. */
    private void systemVariable(int start) {
        boolean more = true;
        while (more) {
            int quote = peek(0) == '`' ? 1 : 0;
            at += quote;
            int name = at;
            skipName();
            requireName(start, at > name && (quote == 0 || peek(0) == '`'));
            at += quote;
            more = peek(0) == '.';
            at += more ? 1 : 0;
        }
    }

    private void requireName(int start, boolean found) {
        if (!found) {
            throw SyntaxException.at(sql, start, "a variable's name must follow");
        }
    }

    private TokenKind symbol(char c) {
        char next = peek(1);
        return switch (c) {
            case ',' -> symbol(TokenKind.COMMA, 1);
            case '.' -> symbol(TokenKind.DOT, 1);
            case ';' -> symbol(TokenKind.SEMICOLON, 1);
            case '(' -> symbol(TokenKind.LEFT_PAREN, 1);
            case ')' -> symbol(TokenKind.RIGHT_PAREN, 1);
            case '{' -> symbol(TokenKind.LEFT_BRACE, 1);
            case '}' -> symbol(TokenKind.RIGHT_BRACE, 1);
            case '?' -> symbol(TokenKind.QUESTION, 1);
            case '+' -> symbol(TokenKind.PLUS, 1);
            case '*' -> symbol(TokenKind.STAR, 1);
            case '/' -> symbol(TokenKind.SLASH, 1);
            case '%' -> symbol(TokenKind.PERCENT, 1);
            case '^' -> symbol(TokenKind.CARET, 1);
            case '~' -> symbol(TokenKind.TILDE, 1);
            case '=' -> symbol(TokenKind.EQUAL, 1);
            case '&' -> next == '&' ? symbol(TokenKind.AND_AND, 2) : symbol(TokenKind.AMPERSAND, 1);
            case '|' -> next == '|' ? symbol(TokenKind.OR_OR, 2) : symbol(TokenKind.PIPE, 1);
            case '!' -> next == '=' ? symbol(TokenKind.NOT_EQUAL, 2) : symbol(TokenKind.BANG, 1);
            case '-' -> arrow(next);
            case '<' -> less(next);
            case '>' -> greater(next);
            default -> throw SyntaxException.at(sql, at, "the character is not part of SQL");
        };
    }

    private TokenKind arrow(char next) {
        if (next != '>') {
            return symbol(TokenKind.MINUS, 1);
        }
        return peek(2) == '>' ? symbol(TokenKind.DOUBLE_ARROW, 3) : symbol(TokenKind.ARROW, 2);
    }

    private TokenKind less(char next) {
        return switch (next) {
            case '=' -> peek(2) == '>' ? symbol(TokenKind.NULL_SAFE_EQUAL, 3) : symbol(TokenKind.LESS_EQUAL, 2);
            case '>' -> symbol(TokenKind.NOT_EQUAL, 2);
            case '<' -> symbol(TokenKind.SHIFT_LEFT, 2);
            default -> symbol(TokenKind.LESS, 1);
        };
    }

    private TokenKind greater(char next) {
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

    private void skipName() {
        while (isNamePart(peek(0))) {
            at++;
        }
    }

    private void skipDottedName() {
        while (isNamePart(peek(0)) || peek(0) == '.') {
            at++;
        }
    }

    private void skipDigits() {
        while (isDigit(peek(0))) {
            at++;
        }
    }

    private char peek(int ahead) {
        return at + ahead < sql.length() ? sql.charAt(at + ahead) : 0;
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isBlank(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
    }

    /** MySQL's letters end with the basic plane. */
    private static boolean isNameStart(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$'
                || (c >= 0x80 && !Character.isSurrogate(c));
    }

    private static boolean isNamePart(char c) {
        return isNameStart(c) || isDigit(c);
    }
}
