package dev.shardroute.sql.ast;

/** What a JSON function gives {@code ON EMPTY} or {@code ON ERROR}. */
public sealed interface JsonFallback {
    /** {@code ERROR}: the statement fails. */
    record Fail() implements JsonFallback {}

    /** {@code NULL}. */
    record ToNull() implements JsonFallback {}

    /** {@code DEFAULT value}. */
    record ToValue(Expression value) implements JsonFallback {}
}
