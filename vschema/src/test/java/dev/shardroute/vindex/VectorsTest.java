package dev.shardroute.vindex;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shardroute.error.ShardrouteException;
import dev.shardroute.key.Destination;
import dev.shardroute.key.KeyspaceId;
import dev.shardroute.testing.Conformance;
import dev.shardroute.type.Value;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What Vitess's vindexes give, byte by byte. */
final class VectorsTest {
    @Test
    void vindexes_agreeWithVitess() {
        List<JsonNode> rows = new ArrayList<>();
        Conformance.json("vindex/vectors.json").forEach(rows::add);
        assertAll(rows.stream().map(row -> () -> check(row)));
    }

    /** The golden hashes: {@code Input}, {@code XXHash} and {@code MD5} in base 64. */
    @Test
    void unicodeLooseVindexes_agreeWithVitessOnLongTexts() throws Exception {
        Hashing md5 = assertInstanceOf(Hashing.class, Vindexes.of("unicode_loose_md5"));
        Hashing xxHash = assertInstanceOf(Hashing.class, Vindexes.of("unicode_loose_xxhash"));
        for (JsonNode row : Conformance.json("vindex/testdata/unicode_hash_golden.json")) {
            Value text = Value.of(row.path("Input").binaryValue());
            assertEquals(KeyspaceId.of(row.path("MD5").binaryValue()).toString(), md5.hash(text).toString());
            assertEquals(KeyspaceId.of(row.path("XXHash").binaryValue()).toString(), xxHash.hash(text).toString());
        }
    }

    private static void check(JsonNode row) {
        JsonNode expect = row.path("expect");
        if (expect.path("error").booleanValue()) {
            assertThrows(ShardrouteException.class, () -> run(row), row.toString());
        } else {
            assertEquals(expected(expect), run(row), row.toString());
        }
        if (row.has("collation_key_hex")) {
            LooseKey key = LooseKey.of(VindexRows.values(row.path("inputs")).getFirst());
            assertEquals(row.path("collation_key_hex").textValue(),
                    HexFormat.of().formatHex(key.bytes(), 0, key.length()), row.toString());
        }
    }

    private static Object expected(JsonNode expect) {
        if (expect.isBoolean()) {
            return expect.booleanValue();
        }
        for (String bytes : List.of("prefix_hex", "bytes_hex", "length")) {
            if (expect.has(bytes)) {
                return expect.path(bytes).asText();
            }
        }
        return expect.has("type") ? VindexRows.value(expect) : VindexRows.destination(expect);
    }

    private static Object run(JsonNode row) {
        List<Value> inputs = VindexRows.values(row.path("inputs"));
        return switch (row.path("op").textValue()) {
            case "map" -> map(vindex(row), inputs).toString();
            case "verify" -> verify(vindex(row), inputs, VindexRows.id(row.path("ksid")));
            case "reverse_map" -> assertInstanceOf(Reversible.class, vindex(row))
                    .reverseMap(VindexRows.id(row.path("ksid")));
            case "range_map" -> assertInstanceOf(Sequential.class, vindex(row))
                    .rangeMap(inputs.getFirst(), inputs.getLast())
                    .toString();
            default -> cfc(row, inputs.getFirst().bytes());
        };
    }

    private static Vindex vindex(JsonNode row) {
        Vindex vindex = VindexRows.create(row);
        return row.path("prefix").booleanValue() ? assertInstanceOf(Prefixable.class, vindex).prefix() : vindex;
    }

    private static Destination map(Vindex vindex, List<Value> inputs) {
        return switch (vindex) {
            case SingleColumnVindex single -> single.map(inputs.getFirst());
            case MultiColumnVindex multi -> multi.map(inputs);
            case Lookup lookup -> lookup.map(inputs, LookupSession.none()).getFirst();
            default -> fail("cannot map by " + vindex);
        };
    }

    private static boolean verify(Vindex vindex, List<Value> inputs, KeyspaceId id) {
        return switch (vindex) {
            case SingleColumnVindex single -> single.verify(inputs.getFirst(), id);
            case MultiColumnVindex multi -> multi.verify(inputs, id);
            case Lookup lookup -> lookup.verify(inputs, List.of(id), LookupSession.none()).getFirst();
            default -> fail("cannot verify by " + vindex);
        };
    }

    /** What {@code cfc} is made of. */
    private static Object cfc(JsonNode row, byte[] input) {
        return switch (row.path("op").textValue()) {
            case "find_prefix" -> HexFormat.of().formatHex(LikePattern.parse(input).prefix());
            case "keyrange_from_prefix" -> PrefixRange.of(input).toString();
            case "add_one" -> {
                KeyspaceId next = PrefixRange.next(input);
                yield next.length() == 0 ? new Destination.None().toString() : next.toString();
            }
            case "component_hash_length" -> {
                Map<String, String> params =
                        Map.of("hash", row.at("/params/hash").textValue(), "offsets", "[" + input.length + "]");
                yield "" + ((CfcVindex) Vindexes.of("cfc", params)).cfc().id(input).length;
            }
            case "compute_ksid" -> {
                Cfc cfc = ((CfcVindex) VindexRows.create(row)).cfc();
                boolean isPrefix = row.path("prefix_mode").booleanValue();
                KeyspaceId id = KeyspaceId.of(isPrefix ? cfc.prefix(input, true) : cfc.id(input));
                yield new Destination.Id(id).toString();
            }
            default -> fail("unknown operation: " + row);
        };
    }
}
