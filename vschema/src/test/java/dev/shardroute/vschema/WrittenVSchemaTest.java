package dev.shardroute.vschema;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardroute.key.KeyspaceId;
import dev.shardroute.sql.SqlParser;
import dev.shardroute.testing.Conformance;
import dev.shardroute.type.Type;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** A VSchema as it is written. */
final class WrittenVSchemaTest {
    @Test
    void json_isCanonical() {
        VSchema vschema = VSchema.parse("""
                {"routingRules": {"rules": [{"fromTable": "t@REPLICA", "toTables": ["b.t"]}, {"from_table": "gone"}]},
                 "mirrorRules": {"rules": [{"fromTable": "b.t", "toTable": "a.t", "percent": 50.0}]},
                 "keyspaces": {
                  "b": {"sharded": false, "foreignKeyMode": "unmanaged", "tables": {"z": {}, "seq": {"type": "sequence"}}},
                  "a": {"sharded": true, "requireExplicitRouting": true, "vindexes": {
                      "l": {"type": "lookup", "params": {"to": "k", "from": "f", "table": "l"}, "owner": "t"},
                      "h": {"type": "hash", "params": {}, "owner": ""}},
                    "tables": {"t": {"columnVindexes": [{"columns": ["id"], "name": "h"}, {"columns": ["f", "g"], "name": "l"}],
                      "autoIncrement": {"column": "id", "sequence": "`b`.`seq`"}, "columns": [
                        {"name": "id", "type": "int64", "nullable": false},
                        {"name": "f", "type": "NULL_TYPE", "default": "NULL", "nullable": true}]}}}}}
                """);
        String expected = """
                {
                  "keyspaces": {
                    "a": {
                      "sharded": true,
                      "require_explicit_routing": true,
                      "vindexes": {
                        "h": {
                          "type": "hash"
                        },
                        "l": {
                          "type": "lookup",
                          "params": {
                            "from": "f",
                            "table": "l",
                            "to": "k"
                          },
                          "owner": "t"
                        }
                      },
                      "tables": {
                        "t": {
                          "column_vindexes": [
                            {
                              "column": "id",
                              "name": "h"
                            },
                            {
                              "columns": [
                                "f",
                                "g"
                              ],
                              "name": "l"
                            }
                          ],
                          "auto_increment": {
                            "column": "id",
                            "sequence": "b.seq"
                          },
                          "columns": [
                            {
                              "name": "id",
                              "type": "INT64",
                              "nullable": false
                            },
                            {
                              "name": "f",
                              "default": "null"
                            }
                          ]
                        }
                      }
                    },
                    "b": {
                      "tables": {
                        "seq": {
                          "type": "sequence"
                        },
                        "z": {}
                      }
                    }
                  },
                  "routing_rules": {
                    "rules": [
                      {
                        "from_table": "t@replica",
                        "to_tables": [
                          "b.t"
                        ]
                      },
                      {
                        "from_table": "gone"
                      }
                    ]
                  },
                  "mirror_rules": {
                    "rules": [
                      {
                        "from_table": "b.t",
                        "to_table": "a.t",
                        "percent": 50
                      }
                    ]
                  }
                }
                """;
        assertEquals(expected, vschema.json());
        assertEquals(expected, VSchema.parse(expected).json());
    }

    @Test
    void vschemas_ofThePlanCases_areReadAsTheyAreWritten() throws IOException {
        try (Stream<Path> files = Files.list(Conformance.path("plans/vschemas"))) {
            for (Path file : files.toList()) {
                VSchema vschema = VSchema.parse(Files.readString(file));
                assertEquals(vschema, VSchema.parse(vschema.json()));
                assertEquals(vschema.json(), VSchema.parse(vschema.json()).json());
            }
        }
    }

    // laws

    @Property(tries = 200)
    void whatIsWritten_readsAsTheSame(@ForAll("vschemas") VSchema vschema) {
        assertEquals(vschema, VSchema.parse(vschema.json()));
        assertEquals(vschema.hashCode(), VSchema.parse(vschema.json()).hashCode());
    }

    @Property(tries = 100)
    void spelling_doesNotMatter(@ForAll("vschemas") VSchema vschema) {
        assertEquals(vschema, VSchema.parse(camel(VSchemaJson.parse(vschema.json())).toString()));
    }

    @Property(tries = 100)
    void keyspace_isWrittenAlone(@ForAll("vschemas") VSchema vschema) {
        vschema.keyspaces().forEach((name, keyspace) -> assertEquals(keyspace,
                VSchema.parseKeyspace(name, vschema.json(name)).keyspace(name)));
    }

    /** Only keys of the VSchema have underscores here, not the names that its author chose. */
    private static JsonNode camel(JsonNode node) {
        if (node instanceof ArrayNode array) {
            ArrayNode all = VSchemaJson.object().putArray("x");
            array.forEach(element -> all.add(camel(element)));
            return all;
        }
        if (node instanceof ObjectNode object) {
            ObjectNode all = VSchemaJson.object();
            object.properties().forEach(member -> all.set(
                    member.getKey().equals("region_bytes") ? member.getKey() : JsonFields.camel(member.getKey()),
                    camel(member.getValue())));
            return all;
        }
        return node;
    }

    @Provide
    Arbitrary<VSchema> vschemas() {
        return Combinators.combine(keyspaces(), rules()).as((keyspaces, rules) -> {
            VSchemaBuilder builder = VSchema.builder().keyspace("main", main -> main.table("seq",
                    TableDeclaration::sequence).table("src").table("`odd"));
            keyspaces.forEach(keyspace -> builder.keyspace(keyspace.name, keyspace::declare));
            rules.forEach(rule -> rule.accept(builder));
            return builder.build();
        });
    }

    private static Arbitrary<List<Declaration>> keyspaces() {
        Arbitrary<List<Column>> columns = columns().list().ofMaxSize(4).uniqueElements(Column::name);
        return Combinators.combine(names(), Arbitraries.of(true, false), Arbitraries.of(true, false),
                Arbitraries.of(ForeignKeyMode.values()), columns, Arbitraries.integers().between(0, 31))
                .as(Declaration::new).list().ofMaxSize(4).uniqueElements(declaration -> declaration.name);
    }

    private static Arbitrary<String> names() {
        return Arbitraries.strings().withCharRange('a', 'f').withChars("ÄX'\" -é日").ofMinLength(1).ofMaxLength(4)
                .filter(name -> !name.equals("main"));
    }

    private static Arbitrary<Column> columns() {
        Arbitrary<Optional<Type>> types = Arbitraries.of(Type.values()).filter(type -> type != Type.NULL).optional();
        Arbitrary<Optional<String>> defaults =
                Arbitraries.of("null", "'x'", "json_array()", "1 + 2", "now()", "-1", "b'1'").optional();
        Arbitrary<Optional<String>> collations = Arbitraries.of("utf8mb4_bin", "latin1_swedish_ci").optional();
        Arbitrary<List<String>> values = Arbitraries.of("'a'", "", "{A", "B\"").list().ofMaxSize(3);
        return Combinators.combine(Arbitraries.of("a", "b", "C", "É", "x y"), types, defaults, collations,
                Arbitraries.integers(), Arbitraries.of(0, 2), Arbitraries.integers().between(0, 3), values).as(
                        (name, type, defaultValue, collation, size, scale, flags, members) -> new Column(name, type,
                                (flags & 1) != 0, defaultValue.map(new SqlParser()::parseExpression), collation, size,
                                scale, (flags & 2) != 0, members));
    }

    private static Arbitrary<List<Consumer<VSchemaBuilder>>> rules() {
        return Arbitraries.<Consumer<VSchemaBuilder>>of(List.of(
                builder -> builder.routingRule("t", "main.src"),
                builder -> builder.routingRule("t@rdonly", "main.```odd`"),
                builder -> builder.routingRule("```odd`", "main.```odd`"),
                builder -> builder.disabledTable("nowhere.t@primary"),
                builder -> builder.keyspaceRoutingRule("old", "main"),
                builder -> builder.keyspaceRoutingRule("old@replica", "other"),
                builder -> builder.shardRoutingRule("main", "other", "-80"),
                builder -> builder.mirrorRule("main.src", "other.src", 12.5),
                builder -> builder.mirrorRule("main.src@replica", "other.src", 0),
                builder -> builder.mirrorRule("other.x", "main.x", 100))).list().uniqueElements().ofMaxSize(10);
    }

    private record Declaration(String name, boolean sharded, boolean explicit, ForeignKeyMode mode,
            List<Column> columns,
            int tables) {
        void declare(KeyspaceDeclaration keyspace) {
            keyspace.foreignKeyMode(mode).vindex("hash", "hash")
                    .vindex("region", "region_experimental", Map.of("region_bytes", "2"))
                    .ownedVindex("lookup", "lookup", Map.of("table", "l", "from", "c", "to", "k"), "owner");
            if (sharded) {
                keyspace.sharded();
            }
            if (explicit) {
                keyspace.requireExplicitRouting().multiTenantSpec("tenant", Type.INT64);
            }
            List<Runnable> all = List.of(
                    () -> keyspace.table("owner", table -> {
                        columns.forEach(table::column);
                        table.columnVindex("hash", "id").columnVindex("lookup", "c").columnListAuthoritative();
                    }),
                    () -> keyspace.table("multi", table -> table.columnVindex("region", "a", "b")),
                    () -> keyspace.table("copy", table -> table.referenceTo("main.src")),
                    () -> keyspace.table("auto", table -> table.pinned(KeyspaceId.parse("80"))
                            .autoIncrement("id", "main.seq")),
                    () -> keyspace.table("odd copy", table -> table.referenceTo("main.```odd`")));
            for (int i = 0; i < all.size(); i++) {
                if ((tables & 1 << i) != 0) {
                    all.get(i).run();
                }
            }
        }
    }
}
