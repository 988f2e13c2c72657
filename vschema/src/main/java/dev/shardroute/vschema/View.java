package dev.shardroute.vschema;

import dev.shardroute.sql.ast.Query;
import java.util.List;

/**
 * A view, which a schema fact tells of.
 *
 * @param keyspace the name of the keyspace
 * @param name     its name; case matters
 * @param columns  the names that it gives to its columns; empty when the query names them
 * @param query    its rows; every table in it has its keyspace
 */
public record View(String keyspace, String name, List<String> columns, Query query) {
    /** Copies the list. */
    public View {
        columns = List.copyOf(columns);
    }

    /** The name with its keyspace. */
    public QualifiedName qualifiedName() {
        return QualifiedName.of(keyspace, name);
    }
}
