package dev.shardroute.sql.normalize;

import dev.shardroute.sql.ast.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Gives a statement the hints of the session.
 *
 * <pre>{@code
 * insert /* c *}{@code / into t values (1)      ->  insert /*+ SET_VAR(a=b) *}{@code / /* c *}{@code / into t values (1)
 * select /*+ BKA(t) *}{@code / a from t         ->  select /*+ BKA(t) SET_VAR(a=b) *}{@code / a from t
 * }</pre>
 *
 * Queries in a statement get them too: they may be sent to shards on their own. It keeps statements that take no hints,
 * and a hint that is there already.
 */
final class AddOptimizerHints {
    private static final String END = "*/";

    private final String hint;
    private final @Nullable Boolean foreignKeyChecks;

    AddOptimizerHints(String hint, @Nullable Boolean foreignKeyChecks) {
        this.hint = hint;
        this.foreignKeyChecks = foreignKeyChecks;
    }

    /** The statement with the hints, or as it is. */
    Statement add(Statement statement) {
        boolean hasNothing = hint.isEmpty() && foreignKeyChecks == null;
        if (hasNothing || !StatementComments.takesHints(statement)) {
            return statement;
        }
        List<String> comments = StatementComments.of(statement);
        if (!hint.isEmpty()) {
            comments = withHint(comments);
        }
        if (foreignKeyChecks != null) {
            comments = withForeignKeyChecks(comments, foreignKeyChecks ? "On" : "Off");
        }
        return StatementComments.with(statement, comments);
    }

    /** MySQL reads one comment with hints only, so it goes into that one, which comes first. */
    private List<String> withHint(List<String> comments) {
        List<String> changed = new ArrayList<>(comments);
        int place = place(comments);
        String old = place < 0 ? "/*+ */" : changed.remove(place);
        String before = old.substring(0, old.length() - END.length()).strip();
        changed.addFirst(old.contains(hint) ? old : before + " " + hint + " " + END);
        return changed;
    }

    private static List<String> withForeignKeyChecks(List<String> comments, String value) {
        List<String> changed = new ArrayList<>(comments);
        int place = place(comments);
        String comment = OptimizerHints.of(comments).withVariable("foreign_key_checks", value).comment();
        if (place < 0) {
            changed.add(comment);
        } else {
            changed.set(place, comment);
        }
        return changed;
    }

    private static int place(List<String> comments) {
        return comments.indexOf(comments.stream().filter(OptimizerHints::isHint).findFirst().orElse(""));
    }
}
