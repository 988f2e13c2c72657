package dev.shardroute.sql.ast;

/** {@code WINDOW name AS (…)}. */
public record NamedWindow(String name, Window.Specification window) implements Clause {}
