package dev.shardroute.sql.ast;

/** An expression to order by, and which way. */
public record OrderItem(Expression expression, boolean descending) implements Clause {}
