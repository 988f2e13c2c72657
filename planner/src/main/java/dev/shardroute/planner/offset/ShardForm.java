package dev.shardroute.planner.offset;

import dev.shardroute.planner.operator.Planning;
import dev.shardroute.planner.semantics.SemanticTable;
import dev.shardroute.planner.semantics.TableInfo;
import dev.shardroute.sql.ast.Expression.BoundColumn;
import dev.shardroute.sql.ast.Expression.Column;
import dev.shardroute.sql.ast.Expression.Comparison;
import dev.shardroute.sql.ast.Expression.ComparisonOperator;
import dev.shardroute.sql.ast.Locking;
import dev.shardroute.sql.ast.Node;
import dev.shardroute.sql.ast.Nodes;
import dev.shardroute.sql.ast.Query;
import dev.shardroute.sql.ast.Select;
import dev.shardroute.sql.ast.SelectItem;
import dev.shardroute.sql.ast.TableExpression;
import dev.shardroute.sql.ast.TableExpression.Bound;
import dev.shardroute.sql.ast.TableExpression.Table;
import dev.shardroute.sql.ast.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts queries into the form in which shards get them: tables have the names that they have there, without keyspace, and are
 * in the order of the statement; a column is compared with a value, not a value with a column.
 */
final class ShardForm {
    private final SemanticTable semantics;
    private final Map<Integer, TableInfo.Real> routed;

    private ShardForm(SemanticTable semantics, Map<Integer, TableInfo.Real> routed) {
        this.semantics = semantics;
        this.routed = routed;
    }

    /**
     * The query in that form.
     *
     * @param routed the tables of the route by number: those of another keyspace where it goes there
     */
    static Query of(Query query, Map<Integer, TableInfo.Real> routed, Planning planning) {
        ShardForm form = new ShardForm(planning.semantics(), routed);
        return Nodes.rewrite(query, form::rewrite);
    }

    private Node rewrite(Node node) {
        return switch (node) {
            case Select select -> select.from().isEmpty() ? select : select.withFrom(tables(select.from()));
            case Bound(Table table, var number) -> new Bound(table(table, number), number);
            case BoundColumn column -> column(column);
            case Comparison comparison -> turned(comparison);
            case SelectItem.Star star -> star.table() == null
                    ? star
                    : new SelectItem.Star(TableName.of(star.table().name()));
            case Locking(var strength, var tables, var policy) ->
                    new Locking(strength, tables.stream().map(table -> TableName.of(table.name())).toList(), policy);
            default -> node;
        };
    }

    // names

    private @Nullable TableInfo info(int number) {
        TableInfo.Real known = routed.get(number);
        if (known != null) {
            return known;
        }
        return number < semantics.tables().size() ? semantics.info(number) : null;
    }

    private Table table(Table written, int number) {
        return switch (info(number)) {
            case TableInfo.Real real when real.system() -> withoutVindexHints(written, written.name(), written.alias());
            case TableInfo.Real real -> {
                String name = real.table().name();
                boolean isRenamed = written.alias() == null && !name.equals(written.name().name());
                String alias = isRenamed ? written.name().name() : written.alias();
                yield withoutVindexHints(written, TableName.of(name), alias);
            }
            case TableInfo.RecursiveTable table -> withoutVindexHints(written, TableName.of(table.common()),
                    table.name().equals(table.common()) ? null : table.name());
            case null, default -> withoutVindexHints(written, TableName.of(written.name().name()), written.alias());
        };
    }

    private static Table withoutVindexHints(Table table, TableName name, @Nullable String alias) {
        return new Table(name, table.partitions(), alias,
                table.hints().stream().filter(hint -> !hint.action().isVindex()).toList());
    }

    private BoundColumn column(BoundColumn bound) {
        TableName table = bound.column().table();
        return table == null || table.qualifier() == null
                ? bound
                : new BoundColumn(new Column(TableName.of(table.name()), bound.name()), bound.source());
    }

    // order

    private List<TableExpression> tables(List<TableExpression> tables) {
        return sorted(tables.stream().filter(table -> !isDual(table)).toList());
    }

    /** The table of one row without columns is written where there is no other. */
    private boolean isDual(TableExpression table) {
        return table instanceof Bound(Table written, var number)
                && info(number) instanceof TableInfo.Real real && real.isDual();
    }

    /** Tables that stand in a row, those with the lowest number first; what has no number of its own comes before them. */
    private static List<TableExpression> sorted(List<TableExpression> tables) {
        List<TableExpression> sorted = new ArrayList<>(tables);
        for (int i = 1; i < sorted.size(); i++) {
            for (int j = i; j > 0 && isBefore(sorted.get(j), sorted.get(j - 1)); j--) {
                TableExpression later = sorted.get(j - 1);
                sorted.set(j - 1, sorted.get(j));
                sorted.set(j, later);
            }
        }
        return sorted;
    }

    private static boolean isBefore(TableExpression left, TableExpression right) {
        boolean areSingle = isSingle(left) && isSingle(right);
        return areSingle && number(left) < number(right);
    }

    private static boolean isSingle(TableExpression table) {
        return table instanceof Bound || table instanceof Table || table instanceof TableExpression.Derived;
    }

    private static int number(TableExpression table) {
        return table instanceof Bound(Table written, var number) ? number : -1;
    }

    // comparisons

    private static Comparison turned(Comparison comparison) {
        boolean isTurned = isCommutative(comparison.operator()) && !isColumn(comparison.left())
                && isColumn(comparison.right());
        return isTurned
                ? new Comparison(comparison.operator(), /* left= */ comparison.right(), /* right= */ comparison.left())
                : comparison;
    }

    private static boolean isCommutative(ComparisonOperator operator) {
        return switch (operator) {
            case EQUAL, NOT_EQUAL, NULL_SAFE_EQUAL -> true;
            case LESS, LESS_EQUAL, GREATER, GREATER_EQUAL -> false;
        };
    }

    private static boolean isColumn(Node node) {
        return node instanceof BoundColumn || node instanceof Column;
    }
}
