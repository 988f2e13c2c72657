package dev.shardroute.sql.printer;

import dev.shardroute.sql.ast.TableName;
import dev.shardroute.sql.lex.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The text that printers write to; it remembers where the bind variables are. */
final class SqlWriter {
    private final StringBuilder text = new StringBuilder(128);
    private final List<SqlTemplate.Site> sites = new ArrayList<>();

    SqlWriter append(String part) {
        text.append(part);
        return this;
    }

    /** The builder itself, for what writes into one. */
    StringBuilder text() {
        return text;
    }

    SqlWriter variable(String name, boolean isList) {
        sites.add(new SqlTemplate.Site(text.length(), name, isList));
        text.append(isList ? "::" : ":").append(name);
        return this;
    }

    /** A name, in backticks where it is a word of the grammar or has characters that need them. */
    SqlWriter name(String name) {
        if (isPlain(name) && !Words.isQuotedName(name)) {
            text.append(name);
        } else {
            text.append('`').append(name.replace("`", "``")).append('`');
        }
        return this;
    }

    /** A function's name needs backticks for its characters only: the parenthesis behind it says what it is. */
    SqlWriter functionName(String name) {
        return isPlain(name) ? append(name) : name(name);
    }

    SqlWriter tableName(TableName table) {
        if (table.qualifier() != null) {
            name(table.qualifier()).append(".");
        }
        return name(table.name());
    }

    <T> SqlWriter list(List<T> items, String separator, Consumer<T> printer) {
        for (int i = 0; i < items.size(); i++) {
            text.append(i == 0 ? "" : separator);
            printer.accept(items.get(i));
        }
        return this;
    }

    SqlTemplate template() {
        return new SqlTemplate(text.toString(), sites);
    }

    private static boolean isPlain(String name) {
        boolean plain = !name.isEmpty() && !isDigit(name.charAt(0));
        for (int i = 0; plain && i < name.length(); i++) {
            char c = name.charAt(i);
            plain = isLetter(c) || isDigit(c) || c == '_' || c == '$';
        }
        return plain;
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
