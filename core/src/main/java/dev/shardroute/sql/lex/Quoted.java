package dev.shardroute.sql.lex;

import java.util.Arrays;

/** Takes quotes and escapes off strings and names. */
final class Quoted {
    private Quoted() {}

    /** What a string from {@code start} to {@code end}, the quotes included, denotes. */
    static byte[] string(byte[] sql, int start, int end, boolean backslashEscapes) {
        byte quote = sql[start];
        byte escape = backslashEscapes ? (byte) '\\' : quote;
        byte[] text = new byte[end - start - 2];
        int length = 0;
        for (int i = start + 1; i < end - 1; i++) {
            byte c = sql[i];
            if (c == quote) {
                i++;
            } else if (c == escape) {
                i++;
                length = unescape(text, length, sql[i]);
                continue;
            }
            text[length++] = c;
        }
        return length == text.length ? text : Arrays.copyOf(text, length);
    }

    /** What a name in quotes denotes: in names backslashes are characters like others. */
    static byte[] name(byte[] sql, int start, int end) {
        return string(sql, start, end, false);
    }

    /** {@code \%} and {@code \_} keep their backslash: they mean something to LIKE. */
    private static int unescape(byte[] text, int length, byte c) {
        if (c == '%' || c == '_') {
            text[length] = '\\';
            text[length + 1] = c;
            return length + 2;
        }
        text[length] = (byte) switch (c) {
            case '0' -> '\0';
            case 'b' -> '\b';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'Z' -> '\032';
            default -> c;
        };
        return length + 1;
    }
}
