package dev.shardroute.vschema;

import dev.shardroute.type.Type;
import java.util.List;
import java.util.Optional;

/**
 * A column of a table.
 *
 * @param name         its name, in the case it is declared in
 * @param type         its type, or empty when not known
 * @param invisible    true when {@code *} leaves it out
 * @param defaultValue the SQL expression of its default, or empty for none
 * @param collation    the name of its collation, or empty when not known
 * @param size         the length or precision; 0 when not known
 * @param scale        the digits after the point; 0 when not known
 * @param nullable     true when it may be NULL
 * @param values       the members of an ENUM or SET
 */
public record Column(String name, Optional<Type> type, boolean invisible, Optional<String> defaultValue,
        Optional<String> collation, int size, int scale, boolean nullable, List<String> values) {
    /** Copies the list. */
    public Column {
        values = List.copyOf(values);
    }
}
