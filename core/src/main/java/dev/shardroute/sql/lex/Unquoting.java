package dev.shardroute.sql.lex;

/** Takes quotes and escapes off names and strings. */
final class Unquoting {
    private Unquoting() {}

    /** A name in backticks from {@code start} to {@code end}. */
    static String name(String sql, int start, int end) {
        return sql.substring(start + 1, end - 1).replace("``", "`");
    }

    /** A variable's name, which may be in quotes of any kind. */
    static String variable(String sql, int start, int end) {
        return switch (sql.charAt(start)) {
            case '`' -> name(sql, start, end);
            case '\'', '"' -> string(sql, start, end);
            default -> sql.substring(start, end);
        };
    }

    /** A string in single or double quotes. */
    static String string(String sql, int start, int end) {
        char quote = sql.charAt(start);
        StringBuilder text = null;
        for (int i = start + 1; i < end - 1; i++) {
            char c = sql.charAt(i);
            if (c == '\\' || c == quote) {
                if (text == null) {
                    text = new StringBuilder(end - start).append(sql, start + 1, i);
                }
                i++;
                appendEscaped(text, c == quote ? quote : sql.charAt(i), c == quote);
            } else if (text != null) {
                text.append(c);
            }
        }
        return text == null ? sql.substring(start + 1, end - 1) : text.toString();
    }

    /** {@code \%} and {@code \_} keep their backslash: they mean something to LIKE. */
    private static void appendEscaped(StringBuilder text, char c, boolean doubled) {
        if (doubled) {
            text.append(c);
            return;
        }
        switch (c) {
            case '0' -> text.append('\0');
            case 'b' -> text.append('\b');
            case 'n' -> text.append('\n');
            case 'r' -> text.append('\r');
            case 't' -> text.append('\t');
            case 'Z' -> text.append('\032');
            case '%', '_' -> text.append('\\').append(c);
            default -> text.append(c);
        }
    }
}
