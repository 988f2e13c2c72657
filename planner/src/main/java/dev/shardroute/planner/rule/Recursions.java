package dev.shardroute.planner.rule;

import dev.shardroute.planner.semantics.SemanticTable;
import dev.shardroute.planner.semantics.TableInfo;
import dev.shardroute.planner.semantics.TableSet;
import dev.shardroute.sql.ast.Expression.Subquery;
import dev.shardroute.sql.ast.Nodes;
import dev.shardroute.sql.ast.Query;
import dev.shardroute.sql.ast.TableExpression;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The recursive common table expressions that a bound query reads. Their definitions are no part of the query. */
final class Recursions {
    private Recursions() {}

    /** Those that the query reads anywhere, but not those in the definitions of others. */
    static Stream<TableInfo.Recursive> in(Query query, SemanticTable semantics) {
        List<TableInfo.Recursive> found = new ArrayList<>();
        Nodes.forEach(query, node -> {
            if (node instanceof TableExpression.Bound bound
                    && semantics.info(bound.number()) instanceof TableInfo.Recursive recursive) {
                found.add(recursive);
            }
        });
        return found.stream();
    }

    /** True when the definition has columns of the queries around it. */
    static boolean isCorrelated(TableInfo.Recursive recursive, SemanticTable semantics) {
        Query definition = recursive.definition().query();
        return !semantics.direct(new Subquery(definition)).minus(TableSet.of(recursive.inner())).isEmpty();
    }
}
