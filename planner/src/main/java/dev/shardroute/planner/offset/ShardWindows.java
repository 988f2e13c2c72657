package dev.shardroute.planner.offset;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.planner.operator.Operator;
import dev.shardroute.planner.operator.OrderBy;
import dev.shardroute.planner.operator.Planning;
import dev.shardroute.planner.routing.Mappable;
import dev.shardroute.planner.semantics.TableInfo;
import dev.shardroute.planner.semantics.TableInfo.DerivedColumn;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.BoundColumn;
import dev.shardroute.sql.ast.Node;
import dev.shardroute.sql.ast.Nodes;
import dev.shardroute.sql.ast.SelectItem;
import dev.shardroute.sql.ast.SpecialForm.Windowed;
import dev.shardroute.sql.ast.Window;
import dev.shardroute.type.Type;
import dev.shardroute.vindex.Vindex;
import dev.shardroute.vschema.Column;
import dev.shardroute.vschema.ColumnVindex;
import dev.shardroute.vschema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Sees to it that window functions are computed over all of their rows. The gateway computes none, so a shard must have the
 * whole of each partition: the query goes to one shard, or rows that are equal in what they are partitioned by are surely on
 * one shard.
 */
final class ShardWindows {
    private final Planning planning;
    private final List<TableInfo.Real> tables = new ArrayList<>();

    private ShardWindows(Planning planning) {
        this.planning = planning;
    }

    /**
     * Checks the window functions of a query.
     *
     * @throws dev.shardroute.error.ShardrouteException {@code VT12001} when rows of one partition may be on several shards
     */
    static void check(Operator.Window window, Planning planning) {
        Operator input = window.input();
        while (input instanceof Operator.SubQuery subquery && !subquery.isCorrelated()) {
            input = subquery.outer().orElseThrow();
        }
        if (!(input instanceof Operator.Route route)
                || !(route.routing().isSingleShard() || new ShardWindows(planning).isWhole(window, route))) {
            throw ErrorCode.VT12001.error("a window function over the rows of several shards");
        }
    }

    private boolean isWhole(Operator.Window window, Operator.Route route) {
        collectTables(route.input());
        List<Windowed> functions = new ArrayList<>();
        for (SelectItem item : window.projection().items()) {
            collectFunctions(item, functions);
        }
        for (OrderBy key : window.projection().orderBy()) {
            collectFunctions(key.item(), functions);
        }
        return functions.stream().allMatch(function -> isWhole(function.window()));
    }

    private void collectTables(Operator operator) {
        if (operator instanceof Operator.Table(var table)
                && !planning.outerTables().contains(table.info().number())) {
            tables.add(table.info());
        }
        operator.inputs().forEach(this::collectTables);
    }

    private static void collectFunctions(Node node, List<Windowed> functions) {
        Nodes.forEach(node, part -> {
            if (part instanceof Windowed function) {
                functions.add(function);
            }
        });
    }

    private boolean isWhole(Window window) {
        return switch (window) {
            case Window.Reference name -> false;
            case Window.Specification own -> own.base() == null && isWhole(own.partitionBy());
        };
    }

    private boolean isWhole(List<Expression> partition) {
        List<BoundColumn> columns = partition.stream().flatMap(key -> column(key).stream()).toList();
        return tables.stream().anyMatch(table -> table.table().columnVindexes().stream()
                .anyMatch(vindex -> keepsTogether(table, vindex, columns)));
    }

    /** The column of a table that a key is, through derived tables too. */
    private Optional<BoundColumn> column(Expression key) {
        if (!(key instanceof BoundColumn column)) {
            return Optional.empty();
        }
        if (column.source() < planning.semantics().tables().size()
                && planning.semantics().info(column.source()) instanceof TableInfo.Derived derived) {
            return derived.column(column.name()).filter(inside -> inside.recursive().size() == 1)
                    .map(DerivedColumn::expression).flatMap(this::column);
        }
        return Optional.of(column);
    }

    // vindexes

    private static boolean keepsTogether(TableInfo.Real table, ColumnVindex vindex, List<BoundColumn> columns) {
        boolean isPrimary = vindex.equals(table.table().columnVindexes().getFirst());
        return vindex.unique() && !vindex.partial() && !vindex.type().equals("null")
                && vindex.columns().stream().allMatch(name -> columns.contains(column(table, name))
                        && (isPrimary || isNeverNull(table.table(), name))
                        && isMappedAlike(table.table(), vindex.vindex(), name));
    }

    private static BoundColumn column(TableInfo.Real table, String name) {
        return new BoundColumn(new Expression.Column(null, name), table.number());
    }

    /** NULLs are one partition, but a vindex that is not the primary one knows nothing of their shards. */
    private static boolean isNeverNull(Table table, String name) {
        return table.column(name).filter(column -> !column.nullable()).isPresent();
    }

    /** True when values that are equal in MySQL are equal to the vindex: texts need not be. */
    private static boolean isMappedAlike(Table table, Vindex vindex, String name) {
        return Mappable.readsIntegers(vindex)
                || table.column(name).flatMap(Column::type).filter(ShardWindows::isExact).isPresent();
    }

    private static boolean isExact(Type type) {
        return type.isIntegral() || type.kind() == Type.Kind.BINARY;
    }
}
