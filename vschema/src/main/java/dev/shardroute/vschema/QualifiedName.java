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

    /** Reads {@code table} or {@code keyspace.table}, each part maybe in backquotes; empty for anything else. */
    static Optional<QualifiedName> parse(String text) {
        int dot = text.startsWith("`") ? text.indexOf('.', text.indexOf('`', 1) + 1) : text.indexOf('.');
        String name = unquoted(text.substring(dot + 1));
        Optional<String> keyspace = dot < 0 ? Optional.empty() : Optional.of(unquoted(text.substring(0, dot)));
        boolean good = isPart(name) && keyspace.map(QualifiedName::isPart).orElse(true);
        return good ? Optional.of(new QualifiedName(keyspace, name)) : Optional.empty();
    }

    private static boolean isPart(String part) {
        return !part.isEmpty() && part.indexOf('.') < 0;
    }

    private static String unquoted(String part) {
        boolean quoted = part.length() > 2 && part.startsWith("`") && part.endsWith("`");
        return quoted ? part.substring(1, part.length() - 1).replace("``", "`") : part;
    }

    @Override
    public String toString() {
        return keyspace.map(qualifier -> qualifier + "." + name).orElse(name);
    }
}
