package dev.shardroute.vindex;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shardroute.key.Destination;
import dev.shardroute.key.KeyspaceId;
import dev.shardroute.testing.Conformance;
import dev.shardroute.type.Row;
import dev.shardroute.type.Type;
import dev.shardroute.type.Value;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** The rows of the conformance data about vindexes. */
final class VindexRows {
    private VindexRows() {}

    static Vindex create(JsonNode row) {
        String type = row.path("vindex").textValue();
        return VindexRegistry.standard().create(type, row.path("name").asText(type), params(row));
    }

    /** A file is named relative to the data. */
    static Map<String, String> params(JsonNode row) {
        Map<String, String> params = new LinkedHashMap<>();
        row.path("params").properties().forEach(param -> params.put(param.getKey(), param.getValue().textValue()));
        params.computeIfPresent("json_path",
                (param, path) -> path.startsWith("/") ? path : Conformance.path("vindex/" + path).toString());
        return params;
    }

    static List<Value> values(JsonNode json) {
        return list(json, VindexRows::value);
    }

    static Value value(JsonNode json) {
        Type type = Objects.requireNonNull(Type.ofName(json.path("type").textValue()));
        return json.has("hex")
                ? Value.of(type, HexFormat.of().parseHex(json.path("hex").textValue()))
                : Value.of(type, json.path("value").asText());
    }

    static Row row(JsonNode json) {
        return new Row(values(json));
    }

    static KeyspaceId id(JsonNode json) {
        return KeyspaceId.parse(json.textValue());
    }

    static <T> List<T> list(JsonNode json, Function<JsonNode, T> reader) {
        List<T> list = new ArrayList<>();
        json.forEach(element -> list.add(reader.apply(element)));
        return list;
    }

    /** What a row expects, in the text of Vitess; ids that differ in zeros at the end are equal otherwise. */
    static String destination(JsonNode expect) {
        if (expect.has("ksid")) {
            return new Destination.Id(id(expect.path("ksid"))).toString();
        }
        if (expect.has("ksids")) {
            return new Destination.Ids(list(expect.path("ksids"), VindexRows::id)).toString();
        }
        if (expect.has("keyrange")) {
            return "DestinationKeyRange(" + expect.path("keyrange").textValue() + ")";
        }
        return expect.has("none") ? new Destination.None().toString() : new Destination.AllShards().toString();
    }
}
