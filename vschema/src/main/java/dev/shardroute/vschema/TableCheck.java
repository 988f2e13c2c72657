package dev.shardroute.vschema;

/** A rule that a table must keep. */
@FunctionalInterface
interface TableCheck {
    /** Notes in {@code json}, where the table is written, how it breaks the rule. */
    void check(boolean sharded, Table table, JsonPart json);
}
