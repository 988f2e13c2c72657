package dev.shardroute.sql.lex;

/**
 * What a token is. The text of a symbol stands beside it. {@link #BLANK} and {@link #COMMENT} are for {@link Tokens} alone: a
 * {@link Lexer} passes them over.
 */
public enum TokenKind {
    END("end of statement"),
    /** A word without quotes: a keyword, a name or both; {@link Lexer#keyword} tells. */
    WORD("word"),
    /** A name in backticks, or in double quotes under {@link SqlMode#ANSI_QUOTES}. */
    QUOTED_NAME("quoted name"),
    /** A string in single quotes or, unless names are in them, in double quotes. */
    STRING("string"),
    /** {@code N'…'}. */
    NATIONAL_STRING("national string"),
    INTEGER("integer"),
    DECIMAL("decimal number"),
    FLOAT("floating-point number"),
    /** {@code 0x1F}. */
    HEX_NUMBER("hexadecimal number"),
    /** {@code x'1F'}. */
    HEX_STRING("hexadecimal string"),
    /** {@code 0b101}. */
    BIT_NUMBER("bit number"),
    /** {@code b'101'}. */
    BIT_STRING("bit string"),
    /** {@code :name}. */
    VARIABLE("bind variable"),
    /** {@code ::name}. */
    LIST_VARIABLE("list variable"),
    /** {@code @name}. */
    USER_VARIABLE("user variable"),
    /** {@code @@name}, {@code @@session.name}. */
    SYSTEM_VARIABLE("system variable"),
    QUESTION("?"),
    COMMA(","),
    DOT("."),
    SEMICOLON(";"),
    COLON(":"),
    LEFT_PAREN("("),
    RIGHT_PAREN(")"),
    PLUS("+"),
    MINUS("-"),
    STAR("*"),
    SLASH("/"),
    PERCENT("%"),
    AMPERSAND("&"),
    PIPE("|"),
    CARET("^"),
    TILDE("~"),
    BANG("!"),
    EQUAL("="),
    LESS("<"),
    GREATER(">"),
    LESS_EQUAL("<="),
    GREATER_EQUAL(">="),
    NOT_EQUAL("!="),
    NULL_SAFE_EQUAL("<=>"),
    SHIFT_LEFT("<<"),
    SHIFT_RIGHT(">>"),
    AND_AND("&&"),
    OR_OR("||"),
    ASSIGN(":="),
    ARROW("->"),
    DOUBLE_ARROW("->>"),
    LEFT_BRACE("{"),
    RIGHT_BRACE("}"),
    /** One or more blanks. */
    BLANK("blank"),
    /** A comment with its signs, or the signs of a version comment. */
    COMMENT("comment");

    private final String label;

    TokenKind(String label) {
        this.label = label;
    }

    /** For messages: the symbol itself or what the token is. */
    public String label() {
        return label;
    }
}
