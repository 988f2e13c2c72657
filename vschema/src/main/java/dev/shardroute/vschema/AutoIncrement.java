package dev.shardroute.vschema;

/**
 * A column whose missing values come from a sequence.
 *
 * @param column   the column
 * @param sequence the sequence; without a keyspace it is found by {@link VSchema#findTable} without a keyspace
 */
public record AutoIncrement(String column, QualifiedName sequence) {}
