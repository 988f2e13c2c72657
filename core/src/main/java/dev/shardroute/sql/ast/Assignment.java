package dev.shardroute.sql.ast;

/** {@code column = value}. */
public record Assignment(Expression.Column column, Expression value) implements Clause {}
