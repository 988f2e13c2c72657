package dev.shardroute.sql.testing;

import dev.shardroute.sql.ast.DataType;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.TableDefinition;
import dev.shardroute.sql.printer.SqlPrinter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Definitions of tables in few words. */
public final class Definitions {
    private Definitions() {}

    /** The columns, then the keys, each on a line. */
    public static List<String> describe(TableDefinition definition) {
        List<String> lines = new ArrayList<>();
        definition.columns().forEach(column -> lines.add(describe(column)));
        definition.keys().forEach(key -> lines.add(describe(key)));
        return lines;
    }

    /** One column. */
    public static String describe(TableDefinition.Column column) {
        StringBuilder text = new StringBuilder(column.name()).append(' ').append(describe(column.type()));
        add(text, column.nullable() ? null : "not null");
        Expression value = column.defaultValue();
        add(text, value == null ? null : "default " + SqlPrinter.print(value));
        add(text, column.autoIncrement() ? "auto_increment" : null);
        add(text, column.invisible() ? "invisible" : null);
        add(text, column.generated() ? "generated" : null);
        return text.toString();
    }

    private static String describe(DataType type) {
        StringBuilder text = new StringBuilder(type.name());
        if (type.length() != null) {
            text.append('(').append(type.length()).append(type.scale() == null ? "" : "," + type.scale()).append(')');
        }
        if (!type.values().isEmpty()) {
            text.append(type.values());
        }
        add(text, type.unsigned() ? "unsigned" : null);
        add(text, type.zerofill() ? "zerofill" : null);
        add(text, type.charset() == null ? null : "charset " + type.charset());
        add(text, type.binary() ? "binary" : null);
        add(text, type.collation() == null ? null : "collate " + type.collation());
        return text.toString();
    }

    private static String describe(TableDefinition.Key key) {
        List<String> parts = key.parts().stream().map(Definitions::describe).toList();
        String name = key.name() == null ? "" : " " + key.name();
        return key.kind().name().toLowerCase(Locale.ROOT) + " key" + name + " " + parts;
    }

    private static String describe(TableDefinition.KeyPart part) {
        Expression expression = part.expression();
        return expression == null ? String.valueOf(part.column()) : "(" + SqlPrinter.print(expression) + ")";
    }

    private static void add(StringBuilder text, @Nullable String word) {
        if (word != null) {
            text.append(' ').append(word);
        }
    }
}
