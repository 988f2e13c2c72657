package dev.shardroute.vschema;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.shardroute.vindex.VindexRegistry;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the JSON of a VSchema: the text, then each keyspace, then the rules, which name tables of the keyspaces. */
final class VSchemaReader {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** Where Jackson begins to speak of its own source and classes. */
    private static final Pattern JACKSON_DETAIL =
            Pattern.compile("(?s)\\s*(\\(start marker )?at \\[Source.*|\\s*\\(for .*|, from `.*`");

    private VSchemaReader() {}

    static VSchema read(String json, VindexRegistry registry) {
        Findings findings = new Findings();
        JsonFields fields = new JsonPart(parse(json), "$", findings).fields("keyspaces", "routing_rules",
                "shard_routing_rules", "keyspace_routing_rules", "mirror_rules");
        KeyspaceReader reader = new KeyspaceReader(registry);
        List<Keyspace> keyspaces = fields.get("keyspaces").map(JsonPart::members).orElse(Map.of()).entrySet().stream()
                .map(member -> reader.read(member.getKey(), member.getValue())).toList();
        Rules rules = RulesReader.read(fields, keyspaces);
        findings.throwIfAny();
        return new VSchema(keyspaces, rules);
    }

    private static JsonNode parse(String json) {
        try (JsonParser parser = MAPPER.createParser(json)) {
            JsonNode node = MAPPER.readTree(parser);
            if (node == null) {
                throw notJson(": there is no text");
            }
            if (parser.nextToken() != null) {
                throw notJson(": there is more after its end");
            }
            return node;
        } catch (JsonProcessingException e) {
            throw notJson(place(e.getLocation()) + ": " + withoutDetail(e.getOriginalMessage()));
        } catch (IOException e) {
            // a text in memory can always be read
            throw notJson(": " + e.getMessage());
        }
    }

    private static VSchemaException notJson(String why) {
        return new VSchemaException(List.of(new Finding("$", "not JSON" + why)));
    }

    private static String place(@Nullable JsonLocation location) {
        return location == null ? "" : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    private static String withoutDetail(@Nullable String message) {
        return JACKSON_DETAIL.matcher(String.valueOf(message)).replaceFirst("");
    }
}
