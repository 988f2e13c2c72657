package dev.shardroute.planner.offset;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.planner.operator.Operator;
import dev.shardroute.planner.plan.GatewayPrimitive;
import dev.shardroute.planner.plan.GatewayPrimitive.VindexFact;
import dev.shardroute.planner.plan.GatewayPrimitive.VindexFuncColumn;
import dev.shardroute.planner.plan.ValueExpr;
import dev.shardroute.planner.routing.Values;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.BoundColumn;
import dev.shardroute.sql.printer.SqlPrinter;
import dev.shardroute.vindex.MultiColumnVindex;
import dev.shardroute.vindex.Vindex;
import java.util.Locale;
import java.util.Optional;

/** Makes primitives of vindexes that are read as tables. */
final class VindexFunctions {
    private VindexFunctions() {}

    static GatewayPrimitive.VindexFunc of(Operator.VindexTable table) {
        Vindex vindex = table.table().vindex().vindex();
        if (vindex instanceof MultiColumnVindex) {
            throw ErrorCode.VT12001.error("a vindex of several columns as a table");
        }
        return new GatewayPrimitive.VindexFunc(vindex, value(table),
                table.columns().stream().map(VindexFunctions::column).toList());
    }

    private static ValueExpr value(Operator.VindexTable table) {
        Expression predicate = table.predicate()
                .orElseThrow(() -> ErrorCode.VT09018.error("there must be a condition id = value or id in (values)"));
        Optional<ValueExpr> value = switch (predicate) {
            case Expression.Comparison comparison -> Values.single(comparison.right());
            case Expression.In in -> Values.list(in.right());
            default -> Optional.empty();
        };
        return value.orElseThrow(() -> ErrorCode.VT12001.error(
                "a vindex as a table with " + SqlPrinter.print(predicate)));
    }

    private static VindexFuncColumn column(BoundColumn column) {
        VindexFact fact = switch (column.name().toLowerCase(Locale.ROOT)) {
            case "id" -> VindexFact.ID;
            case "keyspace_id" -> VindexFact.KEYSPACE_ID;
            case "range_start" -> VindexFact.RANGE_START;
            case "range_end" -> VindexFact.RANGE_END;
            case "hex_keyspace_id" -> VindexFact.HEX_KEYSPACE_ID;
            case "shard" -> VindexFact.SHARD;
            default -> throw ErrorCode.VT03016.error(column.name());
        };
        return new VindexFuncColumn(fact, column.name());
    }
}
