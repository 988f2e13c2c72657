package dev.shardroute.vschema;

import dev.shardroute.sql.ast.Expression;
import dev.shardroute.type.Type;
import java.util.List;
import java.util.Optional;

/**
 * A column of a table.
 *
 * @param name         its name, in the case it is declared in
 * @param type         its type, or empty when not known
 * @param invisible    true when {@code *} leaves it out
 * @param defaultValue its default, or empty for none
 * @param collation    the name of its collation, or empty when not known
 * @param size         the length or precision; 0 when not known
 * @param scale        the digits after the point; 0 when not known
 * @param nullable     true when it may be NULL
 * @param values       the members of an ENUM or SET, each as a string of SQL in its quotes
 */
public record Column(String name, Optional<Type> type, boolean invisible, Optional<Expression> defaultValue,
        Optional<String> collation, int size, int scale, boolean nullable, List<String> values) {
    /** Copies the list. */
    public Column {
        values = List.copyOf(values);
    }

    /** A column of which only the name is known. */
    public static Column of(String name) {
        return new Column(name, Optional.empty(), false, Optional.empty(), Optional.empty(), 0, 0, true, List.of());
    }

    /** A column of this type that may be NULL. */
    public static Column of(String name, Type type) {
        return new Column(name, Optional.of(type), false, Optional.empty(), Optional.empty(), 0, 0, true, List.of());
    }
}
