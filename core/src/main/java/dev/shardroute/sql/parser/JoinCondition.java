package dev.shardroute.sql.parser;

import dev.shardroute.sql.ast.Expression;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What follows the right side of a join: ON, USING or neither. */
record JoinCondition(@Nullable Expression on, List<String> using) {
    static final JoinCondition NONE = new JoinCondition(null, List.of());
}
