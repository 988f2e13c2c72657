package dev.shardroute.type;

/** What a bind variable stands for: one {@link Value}, or a {@link TupleValue} for a list variable such as {@code ::ids}. */
public sealed interface BindValue permits Value, TupleValue {}
