package dev.shardroute.planner.semantics;

import dev.shardroute.sql.ast.Query;
import dev.shardroute.sql.ast.TableExpression;

/** Puts the queries of views in their place: {@code from v} becomes {@code from (select …) as v}. */
final class ViewExpansion {
    private final TableFinder finder;
    private final Inlining inlining;

    ViewExpansion(TableFinder finder, Inlining inlining) {
        this.finder = finder;
        this.inlining = inlining;
    }

    /** The query with no views left; views may read views. */
    Query expand(Query query) {
        return TableReferences.rewrite(query, this::expand);
    }

    private TableExpression expand(TableExpression.Table table) {
        return finder.view(table)
                .<TableExpression>map(view -> inlining
                        .inView(() -> new TableExpression.Derived(false, expand(view.query()), table.correlationName(),
                                view.columns())))
                .orElse(table);
    }
}
