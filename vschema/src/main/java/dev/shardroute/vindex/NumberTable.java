package dev.shardroute.vindex;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A table of texts and unsigned 64-bit numbers, written as a JSON object.
 *
 * @param params the parameters of the vindex
 * @param param  the one that has the table, or names its file
 */
record NumberTable(Params params, String param) {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");

    /** The table in the file that the parameter names. */
    Map<String, Long> read() {
        try {
            return parse(Files.readString(Path.of(params.text(param))));
        } catch (IOException | InvalidPathException e) {
            throw params.bad(param, "a file that can be read is needed");
        }
    }

    Map<String, Long> parse(String json) {
        JsonNode node = node(json);
        if (!node.isObject()) {
            throw params.bad(param, "a JSON object of numbers is needed");
        }
        Map<String, Long> table = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            JsonNode value = member.getValue();
            table.put(member.getKey(), unsigned(value.isTextual() ? "a text" : value.toString()));
        }
        return table;
    }

    private JsonNode node(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw params.bad(param, "JSON is needed");
        }
    }

    /** The number that a text writes. */
    long unsigned(String text) {
        try {
            if (DIGITS.matcher(text).matches()) {
                return Long.parseUnsignedLong(text);
            }
        } catch (NumberFormatException e) {
            // more than 64 bits
        }
        throw params.bad(param, text + " is not an unsigned 64-bit number");
    }
}
