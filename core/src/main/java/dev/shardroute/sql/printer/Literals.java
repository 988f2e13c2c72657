package dev.shardroute.sql.printer;

import dev.shardroute.sql.printer.SqlWriter.Form;
import dev.shardroute.type.Type;
import dev.shardroute.type.Value;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Values as MySQL literals: NULL, a number as it is, a binary string in hexadecimal, a text in single quotes with backslash
 * escapes, as the default {@code sql_mode} reads it.
 */
final class Literals {
    /** What stands for a byte in quotes; null for the byte itself. */
    private static final @Nullable String[] ESCAPES = escapes();

    private Literals() {}

    static void append(SqlWriter out, Value value) {
        if (value.isNull()) {
            out.append("null");
        } else if (value.type().kind() == Type.Kind.BINARY) {
            appendHexadecimal(out, value);
        } else if (value.type().isQuoted()) {
            appendText(out, value);
        } else {
            out.append(value, 0, value.length());
        }
    }

    /** A string cannot carry a text whose bytes are not UTF-8. */
    private static void appendText(SqlWriter out, Value value) {
        if (value.isUtf8()) {
            appendQuoted(out, value);
        } else if (out.form() != Form.STRING) {
            int start = out.length();
            appendQuoted(out, value);
            out.markBinary(start, value);
        } else {
            appendHexadecimal(out, value);
        }
    }

    private static void appendHexadecimal(SqlWriter out, Value value) {
        out.append("x'").append(HexFormat.of().formatHex(value.bytes())).append("'");
    }

    /** In UTF-8 the bytes of quotes and backslashes are never a part of another character. */
    private static void appendQuoted(SqlWriter out, Value value) {
        out.append("'");
        int length = value.length();
        int from = 0;
        for (int i = 0; i < length; i++) {
            String escape = ESCAPES[value.byteAt(i) & 0xff];
            if (escape != null && !(value.byteAt(i) == '\\' && isWildcard(value, i + 1))) {
                out.append(value, from, i).append(escape);
                from = i + 1;
            }
        }
        out.append(value, from, length).append("'");
    }

    /** A backslash before a wildcard of LIKE stands for itself, in a literal as in its value. */
    private static boolean isWildcard(Value value, int at) {
        return at < value.length() && (value.byteAt(at) == '%' || value.byteAt(at) == '_');
    }

    private static @Nullable String[] escapes() {
        @Nullable String[] escapes = new @Nullable String[256];
        escapes[0] = "\\0";
        escapes['\''] = "\\'";
        escapes['\b'] = "\\b";
        escapes['\n'] = "\\n";
        escapes['\r'] = "\\r";
        escapes['\t'] = "\\t";
        escapes[26] = "\\Z";
        escapes['\\'] = "\\\\";
        return escapes;
    }
}
