package dev.shardroute.planner.route;

import dev.shardroute.sql.ast.Expression.Call;
import dev.shardroute.sql.ast.Into;
import dev.shardroute.sql.ast.Locking;
import dev.shardroute.sql.ast.Node;
import dev.shardroute.sql.ast.Nodes;
import dev.shardroute.sql.ast.Query;
import dev.shardroute.sql.ast.SelectItem.NextValues;
import dev.shardroute.sql.ast.Statement;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Tells the reads for which any tablet may do. */
final class PlainReads {
    private static final Set<String> LOCK_FUNCTIONS =
            Set.of("get_lock", "is_free_lock", "is_used_lock", "release_all_locks", "release_lock");

    private PlainReads() {}

    /** The query that a statement is, when it neither locks nor changes anything, not even in a subquery. */
    static Optional<Query> of(Statement statement) {
        return statement instanceof Query query && !Nodes.anyMatch(query, PlainReads::needsPrimary)
                ? Optional.of(query)
                : Optional.empty();
    }

    private static boolean needsPrimary(Node node) {
        return node instanceof Locking || node instanceof Into || node instanceof NextValues
                || (node instanceof Call call && LOCK_FUNCTIONS.contains(call.name().toLowerCase(Locale.ROOT)));
    }
}
