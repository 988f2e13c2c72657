package dev.shardroute.sql.lex;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a byte can be in SQL: sets of bytes as bits of a table. */
final class ByteClass {
    static final int BLANK = 1;
    /** Begins a name: a letter, {@code _}, {@code $}, or a byte of a character outside of ASCII. */
    static final int NAME_START = 2;
    static final int DIGIT = 4;
    static final int HEX_DIGIT = 8;
    static final int BIT_DIGIT = 16;
    /** Is a token of its own, whatever follows. */
    static final int SYMBOL = 32;
    /** May begin a comment, or end a version comment. */
    static final int COMMENT = 64;
    static final int NAME_PART = NAME_START | DIGIT;

    private static final int SIZE = 256;
    /** MySQL's names end with the basic plane: what four bytes encode is beyond. */
    private static final int FIRST_LEAD = 0xc2;
    private static final int LAST_LEAD = 0xef;
    private static final int FIRST_CONTINUATION = 0x80;
    private static final int LAST_CONTINUATION = 0xbf;

    private static final byte[] CLASSES = classes();
    private static final @Nullable TokenKind[] SYMBOLS = symbols();

    private ByteClass() {}

    /** The sets that the byte is in. */
    static int of(byte b) {
        return CLASSES[b & 0xff];
    }

    static boolean is(int set, byte b) {
        return (CLASSES[b & 0xff] & set) != 0;
    }

    /** The token that a byte of {@link #SYMBOL} is; null for others. */
    static @Nullable TokenKind symbol(byte b) {
        return SYMBOLS[b & 0xff];
    }

    private static byte[] classes() {
        byte[] classes = new byte[SIZE];
        add(classes, BLANK, " \t\n\u000b\f\r");
        add(classes, NAME_START, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_$");
        add(classes, DIGIT, "0123456789");
        add(classes, HEX_DIGIT, "0123456789abcdefABCDEF");
        add(classes, BIT_DIGIT, "01");
        add(classes, COMMENT, "#/-*");
        for (int b = FIRST_CONTINUATION; b <= LAST_LEAD; b++) {
            classes[b] = (byte) (b <= LAST_CONTINUATION || b >= FIRST_LEAD ? NAME_START : 0);
        }
        singles().values().forEach(symbol -> add(classes, SYMBOL, symbol));
        return classes;
    }

    private static void add(byte[] classes, int set, String members) {
        members.chars().forEach(member -> classes[member] |= (byte) set);
    }

    private static @Nullable TokenKind[] symbols() {
        @Nullable TokenKind[] symbols = new @Nullable TokenKind[SIZE];
        singles().forEach((kind, symbol) -> symbols[symbol.charAt(0)] = kind);
        return symbols;
    }

    /** The symbols that no longer one begins with. */
    private static Map<TokenKind, String> singles() {
        Map<TokenKind, String> singles = new EnumMap<>(TokenKind.class);
        for (TokenKind kind : new TokenKind[]{TokenKind.COMMA, TokenKind.SEMICOLON, TokenKind.LEFT_PAREN,
            TokenKind.RIGHT_PAREN, TokenKind.LEFT_BRACE, TokenKind.RIGHT_BRACE, TokenKind.QUESTION, TokenKind.PLUS,
            TokenKind.STAR, TokenKind.SLASH, TokenKind.PERCENT, TokenKind.CARET, TokenKind.TILDE, TokenKind.EQUAL}) {
            singles.put(kind, kind.label());
        }
        return singles;
    }
}
