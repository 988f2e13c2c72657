package dev.shardroute.cli.vindex;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardroute.cli.Json;
import dev.shardroute.error.ErrorCode;
import dev.shardroute.key.Destination;
import dev.shardroute.type.Type;
import dev.shardroute.type.Value;
import dev.shardroute.vindex.Capability;
import dev.shardroute.vindex.Vindex;
import java.util.HexFormat;
import java.util.List;

/** What vindexes give, as JSON. */
final class Answers {
    private Answers() {}

    static ObjectNode destination(Destination destination) {
        ObjectNode json = Json.object();
        return switch (destination) {
            case Destination.Id(var id) -> json.put("ksid", id.toString());
            case Destination.Ids(var ids) -> {
                ArrayNode list = json.putArray("ksids");
                ids.forEach(id -> list.add(id.toString()));
                yield json;
            }
            case Destination.Range(var range) -> json.put("keyrange", range.toString());
            case Destination.AllShards all -> json.put("all_shards", true);
            case Destination.None none -> json.put("none", true);
            case Destination.Shard shard -> throw other(shard);
            case Destination.Shards shards -> throw other(shards);
            case Destination.ExactKeyRange range -> throw other(range);
            case Destination.AnyShard any -> throw other(any);
        };
    }

    private static RuntimeException other(Destination destination) {
        return ErrorCode.VT13001.error("a vindex does not map to " + destination);
    }

    static ObjectNode value(Value value) {
        ObjectNode json = Json.object().put("type", value.type().name());
        return value.type().kind() == Type.Kind.BINARY
                ? json.put("hex", HexFormat.of().formatHex(value.bytes()))
                : json.put("value", value.text());
    }

    static ObjectNode traits(Vindex vindex, List<String> unknownParams) {
        ObjectNode json = Json.object()
                .put("ok", true)
                .put("string", vindex.name())
                .put("cost", vindex.cost())
                .put("unique", vindex.isUnique())
                .put("needs_vcursor", vindex.has(Capability.NEEDS_QUERIES));
        ArrayNode unknown = json.putArray("unknown_params");
        unknownParams.forEach(unknown::add);
        return json;
    }
}
