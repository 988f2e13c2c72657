package dev.shardroute.benchmarks;

import dev.shardroute.key.KeyRange;
import dev.shardroute.planner.route.Router;
import dev.shardroute.topo.Topologies;
import dev.shardroute.vschema.VSchema;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The cluster that the benchmarks plan and route for: one keyspace. */
final class Shop {
    /** Two tables, both spread by the customer's number. */
    static final VSchema VSCHEMA = VSchema.parse("""
            {"keyspaces": {"shop": {
              "sharded": true,
              "vindexes": {"hash": {"type": "hash"}},
              "tables": {
                "customer": {"column_vindexes": [{"column": "id", "name": "hash"}]},
                "orders": {"column_vindexes": [{"column": "customer_id", "name": "hash"}]}
              }
            }}}
            """);

    private Shop() {}

    /** A router over this many shards of equal size. */
    static Router router(int shards) {
        return Router.builder().vschema(VSCHEMA).topology(Topologies.fixed(Map.of("shop", shardNames(shards)))).build();
    }

    /** The names of this many shards of equal size. */
    static List<String> shardNames(int shards) {
        return IntStream.range(0, shards).mapToObj(i -> KeyRange.even(i, shards).toString()).toList();
    }
}
