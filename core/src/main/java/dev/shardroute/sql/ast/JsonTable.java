package dev.shardroute.sql.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code JSON_TABLE(document, path COLUMNS(…)) AS alias}.
 *
 * @param document the JSON
 * @param path     the path of its rows
 * @param columns  its columns, one at least
 * @param alias    its name
 */
public record JsonTable(Expression document, Expression path, List<Column> columns, String alias)
        implements TableExpression {
    /** Copies the list. */
    public JsonTable {
        columns = List.copyOf(columns);
    }

    /** A column of the table. */
    public sealed interface Column {
        /** {@code name FOR ORDINALITY}. */
        record Ordinality(String name) implements Column {}

        /**
         * {@code name type [EXISTS] PATH path …}.
         *
         * @param name    the column
         * @param type    its type
         * @param exists  true for EXISTS PATH
         * @param path    where its value is
         * @param onEmpty what it is where there is none, or null
         * @param onError what it is where that fails, or null
         */
        record Path(String name, DataType type, boolean exists, Expression path, @Nullable JsonFallback onEmpty,
                @Nullable JsonFallback onError) implements Column {}

        /** {@code NESTED PATH path COLUMNS(…)}. */
        record Nested(Expression path, List<Column> columns) implements Column {
            /** Copies the list. */
            public Nested {
                columns = List.copyOf(columns);
            }
        }
    }
}
