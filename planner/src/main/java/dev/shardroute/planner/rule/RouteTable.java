package dev.shardroute.planner.rule;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.planner.operator.Operator;
import dev.shardroute.planner.operator.Rewrite;
import dev.shardroute.planner.plan.KeyspaceRef;
import dev.shardroute.planner.plan.Opcode;
import dev.shardroute.planner.routing.TableRouting;

/**
 * Puts a table under a route of its own.
 *
 * <pre>
 * Table   =>   Route
 *                Table
 * </pre>
 */
public final class RouteTable {
    private RouteTable() {}

    /** Always fires. */
    public static Rewrite apply(Operator.Table table, KeyspaceRef keyspace) {
        if (table.table().table().pinned().isPresent()) {
            throw ErrorCode.VT12001.error("the pinned table " + table.table().fullName());
        }
        return new Rewrite.To(new Operator.Route(table, TableRouting.of(table.table(), keyspace)), "its own route");
    }

    /** Always fires: any shard can answer a SELECT without tables. */
    public static Rewrite apply(Operator.Dual dual) {
        TableRouting anywhere = new TableRouting.Anywhere(Opcode.REFERENCE, dual.keyspace());
        return new Rewrite.To(new Operator.Route(dual, anywhere), "any shard");
    }
}
