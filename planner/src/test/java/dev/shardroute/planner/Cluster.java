package dev.shardroute.planner;

import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.shardroute.error.ShardrouteException;
import dev.shardroute.planner.plan.Plan;
import dev.shardroute.planner.plan.PlanText;
import dev.shardroute.planner.route.Router;
import dev.shardroute.topo.Topologies;
import dev.shardroute.type.Binds;
import dev.shardroute.vschema.VSchema;
import java.util.List;
import java.util.Map;

/** The keyspaces that the planner's tests plan for. */
public final class Cluster {
    /** Unsharded {@code commerce} and sharded {@code customer}. */
    public static final VSchema VSCHEMA = VSchema.parse("""
            {"keyspaces": {
              "commerce": {"tables": {
                "product": {},
                "customer_seq": {"type": "sequence"}
              }},
              "customer": {
                "sharded": true,
                "vindexes": {
                  "hash": {"type": "hash"},
                  "xxhash": {"type": "xxhash"},
                  "email_map": {"type": "lookup_unique", "owner": "member",
                                "params": {"table": "commerce.email_map", "from": "email", "to": "id"}}
                },
                "tables": {
                  "customer": {
                    "column_vindexes": [{"column": "customer_id", "name": "hash"}],
                    "auto_increment": {"column": "customer_id", "sequence": "commerce.customer_seq"},
                    "columns": [{"name": "customer_id", "type": "INT64"}, {"name": "email", "type": "VARCHAR"}],
                    "column_list_authoritative": true
                  },
                  "corder": {"column_vindexes": [{"column": "customer_id", "name": "hash"}]},
                  "page": {"column_vindexes": [{"column": "url", "name": "xxhash"}]},
                  "member": {"column_vindexes": [{"column": "id", "name": "hash"},
                                                 {"column": "email", "name": "email_map"}]},
                  "zone": {"type": "reference"}
                }
              }
            }}
            """);

    private Cluster() {}

    /** A router over {@code customer} in two shards. */
    public static Router router() {
        return router("-80", "80-");
    }

    /** A router over {@code customer} in these shards. */
    public static Router router(String... shards) {
        return Router.builder().vschema(VSCHEMA)
                .topology(Topologies.fixed(Map.of("commerce", List.of("0"), "customer", List.of(shards)))).build();
    }

    /** The plan of a statement, no keyspace chosen. */
    public static Plan plan(String sql) {
        return new Planner(VSCHEMA).plan(sql, PlanningContext.DEFAULT);
    }

    /** The plan in words. */
    public static String explain(String sql) {
        return PlanText.print(plan(sql));
    }

    /** The message of the error that planning gives. */
    public static String refusal(String sql) {
        return assertThrows(ShardrouteException.class, () -> plan(sql)).getMessage();
    }

    /** {@code shard: statement} for every shard, values written in. */
    public static List<String> route(String sql, Object... values) {
        return router().route(sql, Binds.of(values)).statements().stream()
                .map(statement -> statement.shard() + ": " + statement.inlined()).toList();
    }
}
