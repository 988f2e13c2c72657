package dev.shardroute.vindex;

import dev.shardroute.sql.lex.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The names in the queries of lookup vindexes. */
final class LookupNames {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_$]*");
    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private LookupNames() {}

    /** A name of one part, in backquotes where it needs them. */
    static String quoted(String name) {
        boolean isPlain = PLAIN.matcher(name).matches() && !Words.isQuotedName(name);
        return isPlain ? name : "`" + name.replace("`", "``") + "`";
    }

    /** A table with its keyspace, or without; each part may be in backquotes already. */
    static String table(String name) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        boolean quoted = false;
        for (int at = 0; at < name.length(); at++) {
            quoted ^= name.charAt(at) == '`';
            if (name.charAt(at) == '.' && !quoted) {
                parts.add(part(name.substring(start, at)));
                start = at + 1;
            }
        }
        parts.add(part(name.substring(start)));
        return String.join(".", parts);
    }

    private static String part(String text) {
        boolean quoted = text.length() > 1 && text.startsWith("`") && text.endsWith("`");
        return quoted(quoted ? text.substring(1, text.length() - 1).replace("``", "`") : text);
    }

    /** The bind variable of a column: its name, or where that cannot be one, another with its number. */
    static String variable(String column, int number) {
        return VARIABLE.matcher(column).matches() ? column : "_column_" + number;
    }
}
