package dev.shardroute.sql.function;

/**
 * A collation of MySQL.
 *
 * @param id           its number in the protocol
 * @param name         its name, in lower case
 * @param charset      the character set that it belongs to, in lower case
 * @param isDefault    true for the collation that texts of the character set have where nothing else is said
 * @param isComparable true when a gateway can compare texts by it; otherwise it needs their weight strings from the shards.
 *                     The list is Vitess's, so that plans ask shards for the same columns
 */
public record Collation(int id, String name, String charset, boolean isDefault, boolean isComparable) {
    /** True when it compares by code points. */
    public boolean isBinary() {
        return name.endsWith("_bin") || name.equals(Collations.BINARY);
    }
}
