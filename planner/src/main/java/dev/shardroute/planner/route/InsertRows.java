package dev.shardroute.planner.route;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.key.Destination;
import dev.shardroute.key.KeyspaceId;
import dev.shardroute.planner.plan.Primitive.ShardedInsert;
import dev.shardroute.planner.plan.Primitive.VindexColumn;
import dev.shardroute.sql.printer.SqlTemplate;
import dev.shardroute.topo.KeyspaceShards;
import dev.shardroute.topo.Shard;
import dev.shardroute.type.BindValue;
import dev.shardroute.type.Binds;
import dev.shardroute.type.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Sends each row of an INSERT to the shard of its keyspace id. */
final class InsertRows {
    private InsertRows() {}

    static List<ShardStatement> statements(ShardedInsert insert, ShardTargets targets) {
        Binds binds = targets.binds();
        VindexColumn primary = insert.vindexes().getFirst();
        List<Value> values = primary.values().stream().map(value -> value.evaluate(binds)).toList();
        KeyspaceShards shards = targets.shards(insert.keyspace());
        List<Integer> rows = IntStream.range(0, values.size()).boxed().toList();
        Map<Shard, List<Integer>> byShard = shards.group(rows, row -> keyspaceId(primary, values.get(row)));
        List<ShardStatement> statements = new ArrayList<>(byShard.size());
        byShard.forEach((shard, own) -> {
            SqlTemplate template = template(insert, own);
            Map<String, BindValue> all = ShardTargets.needed(template, binds);
            own.forEach(row -> all.put(primary.variable(row), values.get(row)));
            statements.add(targets.to(shard, template, new Binds(all)));
        });
        return statements;
    }

    private static KeyspaceId keyspaceId(VindexColumn column, Value value) {
        if (Mapping.place(column.vindex(), value) instanceof Destination.Id(var id)) {
            return id;
        }
        throw ErrorCode.VT09023.error("[" + value + "] of column " + column.column());
    }

    private static SqlTemplate template(ShardedInsert insert, List<Integer> rows) {
        List<SqlTemplate> own = rows.stream().map(insert.rows()::get).toList();
        return SqlTemplate.join(insert.prefix(), ", ", own, insert.suffix());
    }
}
