package dev.shardroute.vschema;

import java.util.Optional;

/**
 * The name of a table as a VSchema writes it.
 *
 * @param keyspace the keyspace, or empty when only the table is named
 * @param name     the table
 */
public record QualifiedName(Optional<String> keyspace, String name) {
    /** A table of a keyspace. */
    public static QualifiedName of(String keyspace, String name) {
        return new QualifiedName(Optional.of(keyspace), name);
    }

    /**
     * Reads {@code table} or {@code keyspace.table}, each part maybe in backquotes; empty for anything else. A dot is allowed
     * in neither part, as in Vitess.
     */
    static Optional<QualifiedName> parse(String text) {
        int dot = text.indexOf('.');
        Optional<String> name = part(text.substring(dot + 1));
        if (dot < 0) {
            return name.map(table -> new QualifiedName(Optional.empty(), table));
        }
        Optional<String> keyspace = part(text.substring(0, dot));
        return keyspace.flatMap(qualifier -> name.map(table -> of(qualifier, table)));
    }

    private static Optional<String> part(String text) {
        if (!text.startsWith("`")) {
            return Optional.of(text).filter(name -> !name.isEmpty() && name.indexOf('.') < 0);
        }
        boolean closed = text.length() > 2 && text.endsWith("`");
        String inner = closed ? text.substring(1, text.length() - 1) : "`";
        boolean good = inner.replace("``", "").indexOf('`') < 0 && inner.indexOf('.') < 0;
        return good ? Optional.of(inner.replace("``", "`")) : Optional.empty();
    }

    /** The name as {@link #parse} reads it. */
    String written() {
        return keyspace.map(qualifier -> written(qualifier) + ".").orElse("") + written(name);
    }

    private static String written(String part) {
        return part.startsWith("`") ? "`" + part.replace("`", "``") + "`" : part;
    }

    /** The name with a dot in between. */
    @Override
    public String toString() {
        return keyspace.map(qualifier -> qualifier + "." + name).orElse(name);
    }
}
