package dev.shardroute.planner.semantics;

import dev.shardroute.sql.ast.Expression.BoundColumn;
import dev.shardroute.sql.ast.Expression.Column;
import dev.shardroute.sql.ast.Expression.Literal;
import dev.shardroute.sql.ast.SelectItem;
import dev.shardroute.sql.ast.TableName;
import dev.shardroute.sql.printer.SqlPrinter;
import dev.shardroute.type.Type;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Names of statements as shards are told them, and as people are. */
final class Names {
    private static final Set<String> SYSTEM_SCHEMAS =
            Set.of("information_schema", "mysql", "performance_schema", "sys");

    private Names() {}

    /** True for a schema of the server itself. */
    static boolean isSystemSchema(@Nullable String schema) {
        return schema != null && SYSTEM_SCHEMAS.contains(schema.toLowerCase(Locale.ROOT));
    }

    /** The column without keyspace: shards do not know keyspaces, and have no two tables of a name in a query. */
    static Column local(Column column) {
        TableName table = column.table();
        return table == null || table.qualifier() == null
                ? column
                : new Column(TableName.of(table.name()), column.name());
    }

    /** The name of a table without keyspace; schemas of the server stay. */
    static TableName local(TableName name) {
        return name.qualifier() == null || isSystemSchema(name.qualifier()) ? name : TableName.of(name.name());
    }

    /** The column as an error calls it. */
    static String describe(Column column) {
        return column.table() == null ? column.name() : describe(column.table()) + "." + column.name();
    }

    /** The table as an error calls it. */
    static String describe(TableName table) {
        return table.qualifier() == null ? table.name() : table.qualifier() + "." + table.name();
    }

    /** The name of the column that an item of a select list gives: its alias, its column, or its text. */
    static String ofColumn(SelectItem.Item item) {
        if (item.alias() != null) {
            return item.alias();
        }
        return switch (item.expression()) {
            case BoundColumn column -> column.name();
            case Column column -> column.name();
            case Literal(var value) when value.type() == Type.VARCHAR -> value.text();
            default -> SqlPrinter.print(item.expression());
        };
    }
}
