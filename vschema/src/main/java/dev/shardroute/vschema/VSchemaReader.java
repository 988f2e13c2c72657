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
    private final ReadOptions options;
    private final boolean alone;
    private final Findings top;
    private final Findings rulesFindings;

    private VSchemaReader(ReadOptions options, boolean alone) {
        this.options = options;
        this.alone = alone;
        this.top = new Findings(options.lenient());
        this.rulesFindings = top.apart();
    }

    /** The VSchema of this tree, with what is wrong left out. */
    static VSchema read(JsonNode json, ReadOptions options) {
        Optional<String> keyspace = options.keyspace().filter(name -> !isOfAllKeyspaces(json));
        VSchemaReader reader = new VSchemaReader(options, keyspace.isPresent());
        JsonPart root = new JsonPart(json, "$", reader.top);
        return new VSchema(keyspace.isPresent() ? reader.keyspace(keyspace.get(), root) : reader.all(root));
    }

    private static boolean isOfAllKeyspaces(JsonNode json) {
        return !json.isObject() || hasKey(json, KnownKeys.VSCHEMA);
    }

    private static boolean hasKey(JsonNode json, KnownKeys known) {
        return known.keys().stream().anyMatch(key -> json.has(key) || json.has(JsonFields.camel(key)));
    }

    /** A text of one keyspace; what it says of others cannot be checked. */
    private Declared keyspace(String name, JsonPart root) {
        KeyspaceDraft draft = new KeyspaceReader(options.registry()).read(name, root.notedApart());
        return declared(List.of(draft), Rules.NONE);
    }

    private Declared all(JsonPart root) {
        if (root.node().isObject() && !hasKey(root.node(), KnownKeys.VSCHEMA)
                && hasKey(root.node(), KnownKeys.KEYSPACE)) {
            root.note("this is of one keyspace, and its name is not given");
            return declared(List.of(), Rules.NONE);
        }
        JsonFields fields = root.fields(KnownKeys.VSCHEMA);
        KeyspaceReader reader = new KeyspaceReader(options.registry());
        List<KeyspaceDraft> drafts = new ArrayList<>();
        fields.get("keyspaces").map(JsonPart::members).orElse(Map.of())
                .forEach((name, part) -> drafts.add(reader.read(name, part.notedApart())));
        List<Keyspace> keyspaces = drafts.stream().map(KeyspaceDraft::keyspace).toList();
        Rules rules = new RulesReader(fields, rulesFindings, keyspaces).read();
        VSchema unchecked = new VSchema(Declared.of(keyspaces, rules, options.registry(), alone, List.of()));
        new ReferenceChecks(unchecked, drafts).check();
        return declared(drafts, rules);
    }

    private Declared declared(List<KeyspaceDraft> drafts, Rules rules) {
        List<Finding> findings = Stream.of(Stream.of(top), drafts.stream().map(KeyspaceDraft::findings),
                Stream.of(rulesFindings)).flatMap(Function.identity()).flatMap(part -> part.list().stream()).toList();
        return Declared.of(drafts.stream().map(KeyspaceDraft::finished).toList(), rules, options.registry(), alone,
                findings);
    }
}
