package dev.shardroute.sql.ast;

import java.util.List;

/** {@code DO expressions}: they are evaluated, and what they give is dropped. */
public record Do(List<Expression> expressions) implements Statement {
    /** Copies the list. */
    public Do {
        expressions = List.copyOf(expressions);
    }
}
