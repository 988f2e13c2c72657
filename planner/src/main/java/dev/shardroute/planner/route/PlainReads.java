package dev.shardroute.planner.route;

import dev.shardroute.sql.ast.Into;
import dev.shardroute.sql.ast.Locking;
import dev.shardroute.sql.ast.Node;
import dev.shardroute.sql.ast.Nodes;
import dev.shardroute.sql.ast.Query;
import dev.shardroute.sql.ast.SelectItem.NextValues;
import dev.shardroute.sql.ast.Statement;
import dev.shardroute.sql.ast.TableExpression.Table;
import dev.shardroute.sql.function.Functions;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Tells the reads for which any tablet may do. */
final class PlainReads {
    private PlainReads() {}

    /** The query that a statement is, when it neither locks nor changes anything, not even in a subquery. */
    static Optional<Query> of(Statement statement) {
        return statement instanceof Query query && !Nodes.anyMatch(query, PlainReads::needsPrimary)
                ? Optional.of(query)
                : Optional.empty();
    }

    /** The keyspaces that tables of a query may be in; empty when they may be in any. */
    static Optional<Set<String>> keyspaces(Query query, Optional<String> otherwise) {
        Set<String> named = new HashSet<>();
        boolean[] unnamed = {false};
        Nodes.forEach(query, node -> {
            if (node instanceof Table table) {
                String qualifier = table.name().qualifier();
                unnamed[0] |= qualifier == null;
                named.add(qualifier == null ? otherwise.orElse("") : qualifier);
            }
        });
        return unnamed[0] && otherwise.isEmpty() ? Optional.empty() : Optional.of(named);
    }

    private static boolean needsPrimary(Node node) {
        return node instanceof Locking || node instanceof Into || node instanceof NextValues
                || Functions.isLock(node);
    }
}
