package dev.shardroute.planner.operator;

import dev.shardroute.planner.semantics.TableInfo;
import dev.shardroute.planner.semantics.TableSet;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.BoundColumn;
import dev.shardroute.sql.ast.Expression.Call;
import dev.shardroute.vindex.MultiColumnVindex;
import dev.shardroute.vschema.ColumnVindex;
import java.util.Optional;

/** Finds the vindexes of columns. */
public final class ColumnVindexes {
    private ColumnVindexes() {}

    /**
     * The vindex that maps an expression alone, looked for among the tables of an operator: the expression is a column, of a
     * derived table too, or equal to one; the greatest or least of a column counts as the column.
     */
    public static Optional<ColumnVindex> find(Operator operator, Expression expression, Planning planning) {
        return expression instanceof BoundColumn
                ? unwrapped(expression, planning).flatMap(column -> findEqual(operator, column, planning))
                : Optional.empty();
    }

    private static Optional<ColumnVindex> findEqual(Operator operator, BoundColumn column, Planning planning) {
        TableSet tables = TableIds.of(operator);
        for (Expression equal : planning.equalities().of(column)) {
            if (equal instanceof BoundColumn candidate && tables.contains(candidate.source())) {
                Optional<ColumnVindex> found = of(candidate, planning);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /** The column itself, however many derived tables it comes through; that of a union is not the same column in all queries. */
    private static Optional<BoundColumn> unwrapped(Expression expression, Planning planning) {
        Expression inside = expression;
        while (inside instanceof BoundColumn column && column.source() < planning.semantics().tables().size()
                && planning.semantics().info(column.source()) instanceof TableInfo.Derived derived) {
            Optional<TableInfo.DerivedColumn> known = derived.column(column.name());
            if (known.isEmpty() || derived.isResult()) {
                return Optional.empty();
            }
            inside = extremum(known.get().expression());
        }
        return inside instanceof BoundColumn column ? Optional.of(column) : Optional.empty();
    }

    private static Expression extremum(Expression expression) {
        boolean isExtremum = expression instanceof Call call && call.arguments().size() == 1
                && (call.name().equalsIgnoreCase("max") || call.name().equalsIgnoreCase("min"));
        return isExtremum ? ((Call) expression).arguments().getFirst() : expression;
    }

    /** A lookup of several columns maps the first of them. */
    private static Optional<ColumnVindex> of(BoundColumn column, Planning planning) {
        return real(column, planning).flatMap(table -> table.table().columnVindexes().stream()
                .filter(vindex -> !(vindex.vindex() instanceof MultiColumnVindex)
                        && vindex.columns().getFirst().equalsIgnoreCase(column.name()))
                .findFirst());
    }

    private static Optional<TableInfo.Real> real(BoundColumn column, Planning planning) {
        return column.source() < planning.semantics().tables().size()
                && planning.semantics().info(column.source()) instanceof TableInfo.Real table
                        ? Optional.of(table)
                        : Optional.empty();
    }

    /** True when rows that are equal in the expression are on one shard: it is a column with a unique vindex. */
    public static boolean isShardLocal(Expression expression, Planning planning) {
        return expression instanceof BoundColumn && unwrapped(expression, planning)
                .filter(column -> isFirstUnique(column, planning)).isPresent();
    }

    /** True for a column, of a derived table too, that an outer join among the rows' operators may make NULL. */
    public static boolean isNullable(Operator rows, Expression expression, Planning planning) {
        return expression instanceof BoundColumn column && (isOuter(rows, column)
                || unwrapped(column, planning).filter(inside -> isOuter(rows, inside)).isPresent());
    }

    private static boolean isOuter(Operator rows, BoundColumn column) {
        return TableIds.ofOuter(rows).contains(column.source());
    }

    /** Only the vindexes before the first one that is not unique or has several columns are looked at. */
    private static boolean isFirstUnique(BoundColumn column, Planning planning) {
        Optional<TableInfo.Real> table = real(column, planning);
        if (table.isEmpty()) {
            return false;
        }
        for (ColumnVindex vindex : table.get().table().columnVindexes()) {
            if (vindex.columns().size() > 1 || !vindex.unique()) {
                return false;
            }
            if (vindex.columns().getFirst().equalsIgnoreCase(column.name())) {
                return true;
            }
        }
        return false;
    }
}
