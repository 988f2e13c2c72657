package dev.shardroute.sql.ast;

import org.jspecify.annotations.Nullable;

/**
 * How many rows.
 *
 * @param offset   how many to leave out first, or null
 * @param rowCount how many at most
 */
public record Limit(@Nullable Expression offset, Expression rowCount) implements Clause {}
