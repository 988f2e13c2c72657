package dev.shardroute.cli.vindex;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardroute.cli.InputException;
import dev.shardroute.key.KeyspaceId;
import dev.shardroute.type.Type;
import dev.shardroute.type.Value;
import dev.shardroute.vindex.Prefixable;
import dev.shardroute.vindex.Vindex;
import dev.shardroute.vindex.VindexRegistry;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A row of the input, read when it is asked.
 *
 * @param json     the row
 * @param registry the types of vindex
 * @param folder   where relative files are looked for that are not in the working folder
 */
record VindexRow(ObjectNode json, VindexRegistry registry, Path folder) {
    /** The parameters that name files. */
    private static final Set<String> FILES = Set.of("json_path", "region_map");

    String text(String member) {
        JsonNode text = json.path(member);
        if (!text.isTextual()) {
            throw new InputException(member, "a text is needed");
        }
        return text.textValue();
    }

    boolean flag(String member) {
        return json.path(member).booleanValue();
    }

    /** The vindex, for patterns when the row says so. */
    Vindex vindex() {
        Vindex vindex = vindex(params());
        return flag("prefix") ? VindexRows.of(Prefixable.class, vindex).prefix() : vindex;
    }

    /** A vindex of the row's type with other parameters. */
    Vindex vindex(Map<String, String> params) {
        String type = text("vindex");
        return registry.create(type, json.path("name").asText(type), params);
    }

    Map<String, String> params() {
        Map<String, String> params = new LinkedHashMap<>();
        json.path("params").properties().forEach(param -> params.put(param.getKey(), param.getValue().asText()));
        FILES.forEach(param -> params.computeIfPresent(param, (name, file) -> file(file)));
        return params;
    }

    private String file(String file) {
        try {
            Path elsewhere = folder.resolve(file);
            return Files.exists(Path.of(file)) || !Files.exists(elsewhere) ? file : elsewhere.toString();
        } catch (InvalidPathException e) {
            return file;
        }
    }

    List<String> unknownParams() {
        return registry.unknownParameters(text("vindex"), params());
    }

    List<Value> inputs() {
        List<Value> inputs = new ArrayList<>();
        json.path("inputs").forEach(input -> inputs.add(value(input)));
        return inputs;
    }

    Value input(int index) {
        JsonNode input = json.path("inputs").path(index);
        if (input.isMissingNode()) {
            throw new InputException("inputs", "a value number " + (index + 1) + " is needed");
        }
        return value(input);
    }

    KeyspaceId id() {
        return KeyspaceId.parse(text("ksid"));
    }

    private static Value value(JsonNode json) {
        Type type = Type.ofName(json.path("type").asText());
        if (type == null) {
            throw new InputException("inputs", "'" + json.path("type").asText() + "' is not a type");
        }
        return json.has("hex") ? Value.of(type, bytes(json)) : Value.of(type, json.path("value").asText());
    }

    private static byte[] bytes(JsonNode json) {
        try {
            return HexFormat.of().parseHex(json.path("hex").asText());
        } catch (IllegalArgumentException e) {
            throw new InputException("hex", "an even number of hexadecimal digits is needed");
        }
    }
}
