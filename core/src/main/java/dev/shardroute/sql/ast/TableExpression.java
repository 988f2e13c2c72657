package dev.shardroute.sql.ast;

import org.jspecify.annotations.Nullable;

/** Where rows come from. */
public sealed interface TableExpression extends Node {
    /** A table and its alias. */
    record Table(TableName name, @Nullable String alias) implements TableExpression {
        /** The name that columns are qualified with: the alias, or the table's own name. */
        public String correlationName() {
            return alias == null ? name.name() : alias;
        }
    }
}
