package dev.shardroute.sql.normalize;

import dev.shardroute.sql.ast.SelectItem;
import dev.shardroute.sql.ast.Statement;
import dev.shardroute.type.Binds;
import java.util.List;

/**
 * A statement that the values of its literals and of the session are no part of.
 *
 * @param statement the statement
 * @param binds     the values of the bind variables that literals have become, in the order of the text
 * @param needs     what the session must add to them
 * @param stars     the {@code *} and {@code t.*} that are selected anywhere in the statement, in the order of the text,
 *                  then those in views: what they stand for depends on the columns of tables
 */
public record Normalized(Statement statement, Binds binds, SessionNeeds needs, List<SelectItem.Star> stars) {
    /** Copies the list. */
    public Normalized {
        stars = List.copyOf(stars);
    }
}
