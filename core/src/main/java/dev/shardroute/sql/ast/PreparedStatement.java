package dev.shardroute.sql.ast;

import java.util.List;

/** A statement of the text protocol about prepared statements. */
public sealed interface PreparedStatement extends Statement {
    /**
     * {@code PREPARE name FROM source}.
     *
     * @param comments the comments right after the verb
     * @param name     the name
     * @param source   the statement: a string literal or a user variable
     */
    record Prepare(List<String> comments, String name, Expression source) implements PreparedStatement {
        /** Copies the list. */
        public Prepare {
            comments = List.copyOf(comments);
        }
    }

    /** {@code EXECUTE name [USING @a, @b]}. */
    record Execute(List<String> comments, String name, List<Expression.UserVariable> arguments)
            implements PreparedStatement {
        /** Copies the lists. */
        public Execute {
            comments = List.copyOf(comments);
            arguments = List.copyOf(arguments);
        }
    }

    /** {@code DEALLOCATE PREPARE name}. */
    record Deallocate(List<String> comments, String name) implements PreparedStatement {
        /** Copies the list. */
        public Deallocate {
            comments = List.copyOf(comments);
        }
    }
}
