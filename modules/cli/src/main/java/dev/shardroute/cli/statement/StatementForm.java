package dev.shardroute.cli.statement;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shardroute.sql.ast.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement as a command prints it.
 *
 * @param sql      the SQL
 * @param bindVars the values of its bind variables as JSON; null for a command that has none
 * @param notes    what is printed for people besides, line by line
 */
record StatementForm(String sql, @Nullable JsonNode bindVars, List<String> notes) {
    /** Makes the form of a statement. */
    @FunctionalInterface
    interface Maker {
        StatementForm of(Statement statement);
    }
}
