package dev.shardroute.planner.semantics;

import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Query;
import dev.shardroute.sql.ast.Select;
import dev.shardroute.sql.ast.SetOperation;
import dev.shardroute.sql.ast.ValuesRows;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Binds the queries of a statement. For one statement. */
final class QueryBinder {
    private final Analysis analysis;
    private final TableFinder finder;

    QueryBinder(Analysis analysis, TableFinder finder) {
        this.analysis = analysis;
        this.finder = finder;
    }

    /** Where a query stands. */
    enum Place {
        /** It is the statement. */
        STATEMENT,
        /** It is part of a set operation. */
        ARM,
        /** It is in FROM. */
        DERIVED,
        /** It is in an expression. */
        SUBQUERY
    }

    /** What has been found so far. */
    Analysis analysis() {
        return analysis;
    }

    /** What finds tables. */
    TableFinder finder() {
        return finder;
    }

    /**
     * The query bound.
     *
     * @param outer  what it may name of the queries around it, or null
     * @param common the common table expressions it may name
     */
    BoundQuery bind(Query query, @Nullable Scope outer, CommonTables common, Place place) {
        analysis.inlining().enter();
        BoundQuery bound = switch (query) {
            case Select select -> new SelectBinder(this, outer, common.with(select.with(), outer), place).bind(select);
            case SetOperation union ->
                    new UnionBinder(this, outer, common.with(union.with(), outer), place).bind(union);
            case ValuesRows rows -> bind(ValuesQueries.of(rows), outer, common, place);
        };
        analysis.inlining().leave();
        return bound;
    }

    /** A query in FROM; its order means nothing when it has no limit. */
    BoundQuery derived(Query query, @Nullable Scope outer, CommonTables common) {
        Query plain = query instanceof Select select && select.limit() == null && !select.orderBy().isEmpty()
                ? select.withOrder(List.of(), null)
                : query;
        return bind(plain, outer, common, Place.DERIVED);
    }

    /** A condition whose columns are those of {@code scope}. */
    Expression expression(Expression expression, Scope scope, CommonTables common) {
        return new ExpressionBinder(this, common, new ColumnNames.OfTables(scope, analysis), WindowNames.NONE)
                .bind(expression);
    }
}
