package dev.shardroute.vschema;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.core.util.Separators.Spacing;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The text of JSON and its tree. */
final class VSchemaJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** Where Jackson begins to speak of its own source and classes. */
    private static final Pattern JACKSON_DETAIL =
            Pattern.compile("(?s)\\s*(\\(start marker )?at \\[Source.*|\\s*\\(for .*|, from `.*`");

    private VSchemaJson() {}

    /**
     * The tree of a text.
     *
     * @throws VSchemaException when it is not JSON
     */
    static JsonNode parse(String json) {
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

    /** An object without members. */
    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** Several lines, indented by two blanks, the last one ending in a newline. */
    static String print(JsonNode node) {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        Separators separators = Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Spacing.AFTER)
                .withArrayEmptySeparator("")
                .withObjectEmptySeparator("");
        DefaultPrettyPrinter printer =
                new DefaultPrettyPrinter(separators).withArrayIndenter(indenter).withObjectIndenter(indenter);
        try {
            return MAPPER.writer(printer).writeValueAsString(node) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of JSON can always be written", e);
        }
    }
}
