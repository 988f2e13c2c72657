package dev.shardroute.planner.semantics;

import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.shardroute.error.ShardrouteException;
import dev.shardroute.planner.PlanningContext;
import dev.shardroute.sql.SqlParser;
import dev.shardroute.sql.ast.Query;
import dev.shardroute.sql.printer.SqlPrinter;
import dev.shardroute.vschema.SchemaFacts;
import dev.shardroute.vschema.VSchema;
import java.util.List;
import java.util.Optional;

/**
 * Analyses for tests: of {@code t1}, {@code t2} and {@code t5} all columns are known, of {@code u} and {@code v} only those
 * of their vindexes.
 */
final class Analyses {
    static final VSchema VSCHEMA = VSchema.parse("""
            {"keyspaces": {
              "main": {"tables": {"plain": {}, "other": {}, "numbers": {"type": "sequence"}}},
              "aside": {"tables": {"far": {}}},
              "ks": {
                "sharded": true,
                "vindexes": {"hash": {"type": "hash"}},
                "tables": {
                  "t1": {"column_vindexes": [{"column": "a", "name": "hash"}], "column_list_authoritative": true,
                         "columns": [{"name": "a", "type": "INT64"}, {"name": "b", "type": "VARCHAR"},
                                     {"name": "c", "type": "INT64"},
                                     {"name": "secret", "type": "INT64", "invisible": true}]},
                  "t2": {"column_vindexes": [{"column": "c1", "name": "hash"}], "column_list_authoritative": true,
                         "columns": [{"name": "c1", "type": "INT64"}, {"name": "c2", "type": "INT64"}]},
                  "t4": {"column_vindexes": [{"column": "c1", "name": "hash"}], "column_list_authoritative": true,
                         "columns": [{"name": "c1", "type": "INT64"}, {"name": "c4", "type": "DECIMAL"}]},
                  "t5": {"column_vindexes": [{"column": "a", "name": "hash"}], "column_list_authoritative": true,
                         "columns": [{"name": "a", "type": "INT64"}, {"name": "b", "type": "VARCHAR"}]},
                  "u": {"column_vindexes": [{"column": "id", "name": "hash"}]},
                  "v": {"column_vindexes": [{"column": "v_id", "name": "hash"}]},
                  "ref": {"type": "reference"}
                }
              }
            },
            "routing_rules": {"rules": [{"from_table": "old_u", "to_tables": ["ks.u"]},
                                        {"from_table": "gone", "to_tables": []}]},
            "mirror_rules": {"rules": [{"from_table": "main.other", "to_table": "ks.u", "percent": 10}]}}
            """).withFacts(SchemaFacts.builder()
            .view("ks", "view_u", (Query) new SqlParser().parse("select id, x + 1 as y from u order by id"))
            .view("main", "view_plain", List.of("p"), (Query) new SqlParser().parse("select a from plain"))
            .aggregateFunction("ks", "loaded").build());

    private Analyses() {}

    /** The analysis without a keyspace. */
    static SemanticTable analyze(String sql) {
        return analyze(sql, PlanningContext.DEFAULT);
    }

    /** The analysis in a session. */
    static SemanticTable analyze(String sql, PlanningContext context) {
        return new QueryAnalyzer(VSCHEMA, context).analyze((Query) new SqlParser().parse(sql));
    }

    /** The bound statement, which must be valid wherever it is sent. */
    static String bound(String sql) {
        SemanticTable analysis = analyze(sql);
        analysis.conditions().notUnsharded().ifPresent(error -> {
            throw error;
        });
        analysis.conditions().notSingleRoute().ifPresent(error -> {
            throw error;
        });
        return SqlPrinter.print(analysis.query());
    }

    /** The code of the error that counts at once. */
    static String refusal(String sql) {
        return assertThrows(ShardrouteException.class, () -> analyze(sql)).code().name();
    }

    /** The message of an error that counts when no unsharded keyspace answers the statement. */
    static Optional<String> unlessUnsharded(String sql) {
        return analyze(sql).conditions().notUnsharded().map(Throwable::getMessage);
    }

    /** The message of an error that counts when several routes answer the statement. */
    static Optional<String> unlessSingleRoute(String sql) {
        return analyze(sql).conditions().notSingleRoute().map(Throwable::getMessage);
    }
}
