package dev.shardroute.vschema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads the JSON of a VSchema: each keyspace, then the rules, then what tables of one keyspace say of those of another. */
final class VSchemaReader {
    private static final List<String> KEYS = List.of("keyspaces", "routing_rules", "shard_routing_rules",
            "keyspace_routing_rules", "mirror_rules");

    private final ReadOptions options;
    private final Findings top;
    private final Findings rulesFindings;

    private VSchemaReader(ReadOptions options) {
        this.options = options;
        this.top = new Findings(options.lenient());
        this.rulesFindings = top.apart();
    }

    /** The VSchema of this tree, with what is wrong left out. */
    static VSchema read(JsonNode json, ReadOptions options) {
        VSchemaReader reader = new VSchemaReader(options);
        JsonPart root = new JsonPart(json, "$", reader.top);
        Optional<String> keyspace = options.keyspace().filter(name -> !isOfAllKeyspaces(json));
        return new VSchema(keyspace.isPresent() ? reader.keyspace(keyspace.get(), root) : reader.all(root));
    }

    private static boolean isOfAllKeyspaces(JsonNode json) {
        return !json.isObject() || hasKey(json, KEYS);
    }

    private static boolean hasKey(JsonNode json, List<String> keys) {
        return keys.stream().anyMatch(key -> json.has(key) || json.has(JsonFields.camel(key)));
    }

    /** A text of one keyspace; what it says of others cannot be checked. */
    private Declared keyspace(String name, JsonPart root) {
        KeyspaceDraft draft = new KeyspaceReader(options.registry()).read(name, root.notedApart());
        return declared(List.of(draft), Rules.NONE);
    }

    private Declared all(JsonPart root) {
        if (root.node().isObject() && !hasKey(root.node(), KEYS) && hasKey(root.node(), KeyspaceReader.KEYS)) {
            root.note("this is of one keyspace, and its name is not given");
            return declared(List.of(), Rules.NONE);
        }
        JsonFields fields = root.fields(KEYS);
        KeyspaceReader reader = new KeyspaceReader(options.registry());
        List<KeyspaceDraft> drafts = new ArrayList<>();
        fields.get("keyspaces").map(JsonPart::members).orElse(Map.of())
                .forEach((name, part) -> drafts.add(reader.read(name, part.notedApart())));
        List<Keyspace> keyspaces = drafts.stream().map(KeyspaceDraft::keyspace).toList();
        Rules rules = new RulesReader(fields, rulesFindings, keyspaces).read();
        VSchema unchecked = new VSchema(Declared.of(keyspaces, rules, options.registry(), List.of()));
        new ReferenceChecks(unchecked, drafts).check();
        return declared(drafts, rules);
    }

    private Declared declared(List<KeyspaceDraft> drafts, Rules rules) {
        List<Finding> findings = Stream.of(Stream.of(top), drafts.stream().map(KeyspaceDraft::findings),
                Stream.of(rulesFindings)).flatMap(Function.identity()).flatMap(part -> part.list().stream()).toList();
        return Declared.of(drafts.stream().map(KeyspaceDraft::finished).toList(), rules, options.registry(), findings);
    }
}
