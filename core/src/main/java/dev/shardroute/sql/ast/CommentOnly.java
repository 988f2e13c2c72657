package dev.shardroute.sql.ast;

import java.util.List;

/** Comments without a statement: nothing is done, and that succeeds. */
public record CommentOnly(List<String> comments) implements Statement {
    /** Copies the list. */
    public CommentOnly {
        comments = List.copyOf(comments);
    }
}
