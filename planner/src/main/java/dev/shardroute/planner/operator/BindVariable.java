package dev.shardroute.planner.operator;

import dev.shardroute.sql.ast.Expression;

/**
 * A value that one side of a join is given by the other.
 *
 * @param name       the name of the bind variable; may be empty while nobody needs it
 * @param expression what it is on the side that it comes from
 */
public record BindVariable(String name, Expression expression) {}
