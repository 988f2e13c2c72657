package dev.shardroute.sql.ast;

import java.util.List;

/** {@code GROUP BY … [WITH ROLLUP]}. */
public record GroupBy(List<Expression> expressions, boolean rollup) implements Clause {
    /** No grouping. */
    public static final GroupBy NONE = new GroupBy(List.of(), false);

    /** Copies the list. */
    public GroupBy {
        expressions = List.copyOf(expressions);
    }

    /** True for {@link #NONE}. */
    public boolean isEmpty() {
        return expressions.isEmpty();
    }
}
