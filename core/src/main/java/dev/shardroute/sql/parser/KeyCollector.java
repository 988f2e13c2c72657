package dev.shardroute.sql.parser;

import dev.shardroute.sql.ast.TableDefinition.KeyKind;

/** Takes the keys that columns say they have. */
@FunctionalInterface
interface KeyCollector {
    /** A key on one column. */
    void add(KeyKind kind, String column);
}
