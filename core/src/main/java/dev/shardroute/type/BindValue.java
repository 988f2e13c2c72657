package dev.shardroute.type;

/**
 * What a bind variable stands for: one {@link Value}, or for a list variable such as {@code ::ids} a {@link TupleValue}, or a
 * {@link RowsValue} when its members are rows.
 */
public sealed interface BindValue permits Value, TupleValue, RowsValue {}
