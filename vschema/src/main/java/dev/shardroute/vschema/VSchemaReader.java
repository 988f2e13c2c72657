package dev.shardroute.vschema;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.shardroute.vindex.VindexRegistry;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads the JSON of a VSchema: the text, then each keyspace, then the rules, which name tables of the keyspaces. */
final class VSchemaReader {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** Where Jackson begins to speak of its own source and classes. */
    private static final Pattern JACKSON_DETAIL =
            Pattern.compile("(?s)\\s*(\\(start marker )?at \\[Source.*|\\s*\\(for .*");

    private VSchemaReader() {}

    static VSchema read(String json, VindexRegistry registry) {
        Findings findings = new Findings();
        JsonFields fields = new JsonPart(parse(json, findings), "$", findings).fields("keyspaces", "routing_rules",
                "shard_routing_rules", "keyspace_routing_rules", "mirror_rules");
        KeyspaceReader reader = new KeyspaceReader(registry);
        List<Keyspace> keyspaces = fields.get("keyspaces").map(JsonPart::members).orElse(Map.of()).entrySet().stream()
                .map(member -> reader.read(member.getKey(), member.getValue())).toList();
        Rules rules = RulesReader.read(fields, keyspaces);
        findings.throwIfAny();
        return new VSchema(keyspaces, rules);
    }

    private static JsonNode parse(String json, Findings findings) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            String where = at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
            String why = JACKSON_DETAIL.matcher(e.getOriginalMessage()).replaceFirst("");
            findings.add("$", "not JSON" + where + ": " + why);
            findings.throwIfAny();
            return MAPPER.nullNode();
        }
    }
}
