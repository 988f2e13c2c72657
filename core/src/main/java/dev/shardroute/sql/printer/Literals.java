package dev.shardroute.sql.printer;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.type.Type;
import dev.shardroute.type.Value;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** Values and names as MySQL literals. */
public final class Literals {
    /** What bytes that are not UTF-8 come out as; text may have it too. */
    private static final char REPLACEMENT = '\uFFFD';

    private Literals() {}

    /** Appends a value: NULL, a number as it is, a text in quotes, bytes that are not UTF-8 in hexadecimal. */
    public static void append(StringBuilder sql, Value value) {
        if (value.isNull()) {
            sql.append("null");
        } else if (value.type().kind() == Type.Kind.BINARY) {
            appendBinary(sql, value.bytes());
        } else if (value.type().isQuoted()) {
            appendText(sql, value);
        } else {
            sql.append(value.text());
        }
    }

    /** Appends {@code (a, b, c)}. */
    static void appendList(StringBuilder sql, String name, List<Value> values) {
        if (values.isEmpty()) {
            throw ErrorCode.SR04001.error(name, "the list is empty");
        }
        String separator = "(";
        for (Value value : values) {
            sql.append(separator);
            append(sql, value);
            separator = ", ";
        }
        sql.append(')');
    }

    private static void appendText(StringBuilder sql, Value value) {
        String text = value.text();
        if (text.indexOf(REPLACEMENT) < 0 || Arrays.equals(text.getBytes(UTF_8), value.bytes())) {
            appendQuoted(sql, text);
        } else {
            appendBinary(sql, value.bytes());
        }
    }

    private static void appendBinary(StringBuilder sql, byte[] bytes) {
        sql.append("x'").append(HexFormat.of().formatHex(bytes)).append('\'');
    }

    /** Appends a string in single quotes with backslash escapes, as the default {@code sql_mode} reads it. */
    public static void appendQuoted(StringBuilder sql, CharSequence text) {
        sql.append('\'');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case 0 -> sql.append("\\0");
                case '\'' -> sql.append("\\'");
                case '\b' -> sql.append("\\b");
                case '\n' -> sql.append("\\n");
                case '\r' -> sql.append("\\r");
                case '\t' -> sql.append("\\t");
                case 26 -> sql.append("\\Z");
                case '\\' -> sql.append(isWildcard(text, i + 1) ? "\\" : "\\\\");
                default -> sql.append(c);
            }
        }
        sql.append('\'');
    }

    /** A backslash before a wildcard of LIKE stands for itself, in a literal as in its value. */
    private static boolean isWildcard(CharSequence text, int at) {
        return at < text.length() && (text.charAt(at) == '%' || text.charAt(at) == '_');
    }
}
