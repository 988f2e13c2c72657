package dev.shardroute.planner.check;

import dev.shardroute.planner.check.RandomQueries.Column;
import dev.shardroute.vschema.VSchema;
import java.util.Arrays;
import java.util.List;

/** Keyspaces with every kind of table and of vindex, for random queries. */
final class SampleSchema {
    /** Sharded {@code shop} and unsharded {@code main}. */
    static final VSchema VSCHEMA = VSchema.parse("""
            {"keyspaces": {
              "main": {"tables": {
                "product": {"columns": [{"name": "id", "type": "INT64"}, {"name": "title", "type": "VARCHAR"}],
                            "column_list_authoritative": true},
                "category": {},
                "seq": {"type": "sequence"}
              }},
              "shop": {
                "sharded": true,
                "vindexes": {
                  "hash": {"type": "hash"},
                  "text": {"type": "unicode_loose_xxhash"},
                  "words": {"type": "cfc"},
                  "numeric": {"type": "numeric"},
                  "place": {"type": "multicol", "params": {"column_count": "2"}},
                  "by_email": {"type": "consistent_lookup_unique", "owner": "users",
                               "params": {"table": "email_map", "from": "email", "to": "keyspace_id"}},
                  "by_genre": {"type": "lookup", "owner": "music",
                               "params": {"table": "genre_map", "from": "genre", "to": "keyspace_id"}}
                },
                "tables": {
                  "users": {"column_vindexes": [{"column": "id", "name": "hash"}, {"column": "email", "name": "by_email"}],
                            "columns": [{"name": "id", "type": "INT64"},
                                        {"name": "email", "type": "VARCHAR", "collation_name": "utf8mb4_0900_ai_ci"},
                                        {"name": "name", "type": "VARCHAR", "collation_name": "utf8mb4_bin"},
                                        {"name": "age", "type": "INT32"}],
                            "column_list_authoritative": true},
                  "orders": {"column_vindexes": [{"column": "user_id", "name": "hash"}],
                             "columns": [{"name": "total", "type": "DECIMAL"}, {"name": "note", "type": "VARCHAR"}]},
                  "music": {"column_vindexes": [{"column": "user_id", "name": "hash"},
                                                {"column": "genre", "name": "by_genre"}]},
                  "places": {"column_vindexes": [{"columns": ["region", "id"], "name": "place"}]},
                  "pages": {"column_vindexes": [{"column": "url", "name": "text"}]},
                  "terms": {"column_vindexes": [{"column": "word", "name": "words"}]},
                  "days": {"column_vindexes": [{"column": "day", "name": "numeric"}]},
                  "email_map": {"column_vindexes": [{"column": "email", "name": "text"}]},
                  "genre_map": {"column_vindexes": [{"column": "genre", "name": "text"}]},
                  "zone": {"type": "reference"}
                }
              }
            }}
            """);

    /** The tables and columns that queries are made of; {@code s…} columns are texts. */
    static final List<Sample> TABLES = List.of(
            sample("users", "id email:s name:s age"), sample("users", "id email:s name:s age"),
            sample("orders", "id user_id total note:s"), sample("orders", "id user_id total note:s"),
            sample("music", "id user_id genre:s"), sample("places", "id region size"),
            sample("pages", "id url:s hits"), sample("terms", "id word:s"), sample("days", "id day"),
            sample("zone", "id name:s"), sample("main.product", "id title:s"), sample("main.category", "id label:s"),
            sample("information_schema.tables", "table_name:s table_schema:s table_rows"));

    private SampleSchema() {}

    /** A table and its columns. */
    record Sample(String name, List<Column> columns) {}

    private static Sample sample(String name, String columns) {
        return new Sample(name, Arrays.stream(columns.split(" "))
                .map(column -> new Column(column.replace(":s", ""), !column.endsWith(":s"))).toList());
    }
}
