package dev.shardroute.vindex;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shardroute.error.ShardrouteException;
import dev.shardroute.key.Destination;
import dev.shardroute.key.KeyspaceId;
import dev.shardroute.testing.Conformance;
import dev.shardroute.type.Type;
import dev.shardroute.type.Value;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Vitess's vindexes give, byte by byte. */
final class VectorsTest {
    @ParameterizedTest
    @ValueSource(strings = {"binary", "hash", "numeric", "xxhash"})
    void vindex_agreesWithVitess(String type) {
        List<JsonNode> rows = new ArrayList<>();
        Conformance.json("vindex/vectors.json").forEach(rows::add);
        rows.removeIf(row -> !row.path("vindex").textValue().equals(type));
        assertFalse(rows.isEmpty());
        assertAll(type, rows.stream().map(row -> () -> check(row)));
    }

    private static void check(JsonNode row) {
        JsonNode expect = row.path("expect");
        if (expect.path("error").booleanValue()) {
            assertThrows(ShardrouteException.class, () -> run(row), row.toString());
        } else {
            assertEquals(expected(expect), run(row), row.toString());
        }
    }

    private static Object run(JsonNode row) {
        Vindex vindex = Vindexes.of(row.path("vindex").textValue());
        return switch (row.path("op").textValue()) {
            case "map" -> assertInstanceOf(SingleColumnVindex.class, vindex).map(input(row, 0)).toString();
            case "verify" -> assertInstanceOf(SingleColumnVindex.class, vindex).verify(input(row, 0), ksid(row));
            case "reverse_map" -> assertInstanceOf(Reversible.class, vindex).reverseMap(ksid(row));
            case "range_map" -> assertInstanceOf(Sequential.class, vindex)
                    .rangeMap(input(row, 0), input(row, 1))
                    .toString();
            default -> fail("unknown operation: " + row);
        };
    }

    /** Destinations as text, because ids that differ in zeros at the end are equal otherwise. */
    private static Object expected(JsonNode expect) {
        if (expect.isBoolean()) {
            return expect.booleanValue();
        }
        if (expect.has("none")) {
            return new Destination.None().toString();
        }
        if (expect.has("ksid")) {
            return "DestinationKeyspaceID(" + expect.path("ksid").textValue() + ")";
        }
        return expect.has("keyrange")
                ? "DestinationKeyRange(" + expect.path("keyrange").textValue() + ")"
                : value(expect);
    }

    private static Value input(JsonNode row, int index) {
        return value(row.path("inputs").path(index));
    }

    private static Value value(JsonNode json) {
        Type type = Objects.requireNonNull(Type.ofName(json.path("type").textValue()));
        return json.has("hex")
                ? Value.of(type, HexFormat.of().parseHex(json.path("hex").textValue()))
                : Value.of(type, json.path("value").asText());
    }

    private static KeyspaceId ksid(JsonNode row) {
        return KeyspaceId.parse(row.path("ksid").textValue());
    }
}
