package dev.shardroute.planner.semantics;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.BoundColumn;
import dev.shardroute.sql.ast.Expression.Column;
import dev.shardroute.sql.ast.GroupBy;
import java.util.Optional;

/** What columns mean in one clause of a query. */
sealed interface ColumnNames {
    /**
     * What a column means.
     *
     * @param inAggregate true in the argument of an aggregate function
     * @param isWhole     true where the column is the whole expression of the clause
     */
    Expression find(Column column, boolean inAggregate, boolean isWhole);

    /** What subqueries in the clause see around them. */
    Scope scope();

    /** In select lists, WHERE, ON and windows: columns of tables. */
    record OfTables(Scope scope, Analysis analysis) implements ColumnNames {
        @Override
        public Expression find(Column column, boolean inAggregate, boolean isWhole) {
            return analysis.settle(scope.lookup(column), column, scope);
        }
    }

    /**
     * In GROUP BY: columns of tables that are surely there, and else items of the select list.
     *
     * <pre>{@code
     * select a + b as c from t group by c  ->  group by a + b
     * }</pre>
     */
    record OfGroupBy(Scope tables, SelectList items, Analysis analysis) implements ColumnNames {
        @Override
        public Expression find(Column column, boolean inAggregate, boolean isWhole) {
            if (tables.inTables(column) instanceof Found.One(var bound, var certain) && certain) {
                return bound;
            }
            return items.expression(column).map(item -> groupable(item, column)).orElseGet(() -> ofTable(column));
        }

        private Expression groupable(Expression item, Column column) {
            if (analysis.containsAggregate(item)) {
                throw ErrorCode.VT03005.error(column.name());
            }
            return item;
        }

        private Expression ofTable(Column column) {
            Found found = tables.lookup(column);
            if (found instanceof Found.None && column.table() == null && !items.hasStar()) {
                throw ErrorCode.VT03014.error(column.name(), "group statement");
            }
            return analysis.settle(found, column, tables);
        }

        @Override
        public Scope scope() {
            return tables;
        }
    }

    /**
     * In ORDER BY: items of the select list, and else columns of tables. In a longer expression a column that is surely there
     * goes before an item.
     *
     * <pre>{@code
     * select a + b as c from t order by c  ->  order by t.a + t.b
     * }</pre>
     */
    record OfOrderBy(Scope tables, SelectList items, Analysis analysis) implements ColumnNames {
        @Override
        public Expression find(Column column, boolean inAggregate, boolean isWhole) {
            boolean isColumn = tables.inTables(column) instanceof Found.One(var bound, var certain)
                    && (certain || inAggregate);
            Optional<Expression> item = isColumn && !isWhole ? Optional.empty() : items.expression(column);
            return item.map(expression -> item(expression, column, inAggregate, analysis))
                    .orElseGet(() -> analysis.settle(tables.lookup(column), column, tables));
        }

        @Override
        public Scope scope() {
            return tables.with(items);
        }
    }

    /** In HAVING: items of the select list, and what rows are grouped by; in aggregates columns of tables go first. */
    record OfHaving(Scope tables, SelectList items, GroupBy groupBy, Analysis analysis) implements ColumnNames {
        @Override
        public Expression find(Column column, boolean inAggregate, boolean isWhole) {
            if (inAggregate && tables.inTables(column) instanceof Found.One(var bound, var certain)) {
                return bound;
            }
            return items.expression(column).map(item -> item(item, column, inAggregate, analysis))
                    .orElseGet(() -> ofTable(column));
        }

        private Expression ofTable(Column column) {
            Found found = tables.lookup(column);
            boolean isThere = switch (found) {
                case Found.One(var bound, var certain) -> mayBeUsed(bound);
                case Found.Several several -> true;
                case Found.Item item -> true;
                case Found.None none -> false;
            };
            if (!isThere) {
                throw ErrorCode.VT03014.error(Names.describe(column), "having clause");
            }
            return analysis.settle(found, column, tables);
        }

        /** Without GROUP BY, MySQL lets HAVING name any column. */
        private boolean mayBeUsed(BoundColumn column) {
            return groupBy.isEmpty() || items.hasStar() || items.contains(column)
                    || groupBy.expressions().contains(column) || tables.isOuter(column);
        }

        @Override
        public Scope scope() {
            return tables.with(items);
        }
    }

    /** In the ORDER BY of a set operation: the columns of its result. */
    record OfResult(Scope scope, UnionRows rows, Analysis analysis) implements ColumnNames {
        @Override
        public Expression find(Column column, boolean inAggregate, boolean isWhole) {
            if (column.table() != null) {
                throw ErrorCode.SR01016.error(column.table().name());
            }
            if (rows.isAmbiguous(column.name())) {
                throw ErrorCode.VT03021.error(column.name());
            }
            return analysis.settle(scope.lookup(column), column, scope);
        }
    }

    private static Expression item(Expression item, Column column, boolean inAggregate, Analysis analysis) {
        if (inAggregate && analysis.containsAggregate(item)) {
            throw ErrorCode.SR01014.error(column.name());
        }
        return analysis.qualified(item);
    }
}
