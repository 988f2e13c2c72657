package dev.shardroute.vschema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.shardroute.key.TabletType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever a text says, it is read, or what is wrong with it is told. */
final class AnyTextTest {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** Names that are likely to mean each other. */
    private static final List<String> NAMES = List.of("a", "b", "a.b", "b.a", "`a`.b", "a@replica", "hash", "lookup",
            "multicol", "reference", "sequence", "managed", "80", "INT64", "1 +", "", "`");

    @Property(tries = 500)
    void json_isReadOrRefused(@ForAll("vschemas") JsonNode json) {
        VSchema vschema = VSchema.read(json.toString(), ReadOptions.DEFAULT.withKeyspace("a")
                .withUnknownKeysAsWarnings());
        if (vschema.findings().stream().anyMatch(Finding::isError)) {
            assertThrows(VSchemaException.class, vschema::json);
        } else {
            boolean all = KnownKeys.VSCHEMA.keys().stream().anyMatch(json::has);
            assertEquals(vschema,
                    all ? VSchema.parse(vschema.json()) : VSchema.parseKeyspace("a", vschema.json("a")));
        }
        for (Keyspace keyspace : vschema.keyspaces().values()) {
            if (keyspace.problem().isEmpty()) {
                keyspace.tables().values().forEach(table -> assertEquals(table,
                        vschema.findTable(Optional.of(keyspace.name()), table.name())));
            }
            vschema.findRoutedView(Optional.of(keyspace.name()), "a", TabletType.REPLICA);
        }
    }

    @Property(tries = 500)
    void text_isReadOrRefused(@ForAll String text) {
        try {
            VSchema.read(text, ReadOptions.DEFAULT);
        } catch (VSchemaException e) {
            assertEquals("$", e.findings().getFirst().path());
        }
    }

    @Property(tries = 500)
    void definitions_areReadOrFindings(@ForAll("definitions") List<String> words) {
        SchemaFacts facts = SchemaFacts.ofDdl("a", String.join(" ", words));
        VSchema.parse("{\"keyspaces\": {\"a\": {}}}").withFacts(facts).findings();
    }

    @Provide
    Arbitrary<List<String>> definitions() {
        return Arbitraries.of("create", "table", "view", "a", "b", "(", ")", "int", ",", "primary key (a)", ";", "drop",
                "rename",
                "to", "like", "as", "select 1", "foreign key (a) references b (a)", "alter", "use", "'", "unique",
                "aggregate function", "returns", "soname", "database", "if not exists", "index", "temporary", "default")
                .list().ofMaxSize(14);
    }

    @Provide
    Arbitrary<JsonNode> vschemas() {
        return object(4);
    }

    private static Arbitrary<JsonNode> value(int depth) {
        Arbitrary<JsonNode> leaf = Arbitraries.of(Stream.concat(
                NAMES.stream().<JsonNode>map(JSON::textNode),
                Stream.of(JSON.numberNode(1), JSON.numberNode(-2.5), JSON.booleanNode(true), JSON.nullNode()))
                .toList());
        if (depth == 0) {
            return leaf;
        }
        Arbitrary<JsonNode> array = value(depth - 1).list().ofMaxSize(3)
                .map(elements -> JSON.arrayNode().addAll(elements));
        return Arbitraries.oneOf(leaf, array, object(depth - 1), object(depth - 1));
    }

    /** Of keys of the VSchema and of names. */
    private static Arbitrary<JsonNode> object(int depth) {
        List<String> keys = Stream.concat(NAMES.stream(), Stream.of(KnownKeys.values())
                .flatMap(known -> known.keys().stream())).toList();
        return Arbitraries.maps(Arbitraries.of(keys), value(depth)).ofMaxSize(4)
                .map(members -> JSON.objectNode().setAll(members));
    }
}
