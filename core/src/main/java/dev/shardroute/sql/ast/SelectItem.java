package dev.shardroute.sql.ast;

import org.jspecify.annotations.Nullable;

/** What a SELECT gives. */
public sealed interface SelectItem extends Node {
    /** {@code *} or {@code t.*}. */
    record Star(@Nullable TableName table) implements SelectItem {}

    /** An expression and its alias, or null. */
    record Item(Expression expression, @Nullable String alias) implements SelectItem {}

    /** {@code NEXT n VALUES} of a sequence; the only item of its SELECT. */
    record NextValues(Expression count) implements SelectItem {}
}
