package dev.shardroute.sql.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A SET. {@code SET TRANSACTION} sets the variables {@code transaction_isolation} and {@code transaction_read_only}.
 *
 * @param comments the comments right after the verb
 * @param settings what is set, in order
 */
public record SetVariables(List<String> comments, List<Setting> settings) implements Statement {
    /** Copies the lists. */
    public SetVariables {
        comments = List.copyOf(comments);
        settings = List.copyOf(settings);
    }

    /** One thing that is set. A word that stands for a value ({@code ON}, {@code utf8mb4}) is a string literal. */
    public sealed interface Setting extends Clause {
        /** A user or system variable. */
        record Variable(Expression variable, Expression value) implements Setting {}

        /** {@code NAMES charset [COLLATE collation]}. */
        record Names(Expression charset, @Nullable Expression collation) implements Setting {}

        /** {@code CHARACTER SET charset}. */
        record CharacterSet(Expression charset) implements Setting {}
    }
}
