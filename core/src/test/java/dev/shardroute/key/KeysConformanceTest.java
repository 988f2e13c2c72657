package dev.shardroute.key;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shardroute.error.ShardrouteException;
import dev.shardroute.testing.Conformance;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Keys, ranges, shard names and destinations as Vitess has them. */
final class KeysConformanceTest {
    // ids

    @Test
    void normalize_isWithoutZerosAtTheEnd() {
        each("normalize", row -> assertEquals(id(row, "expect"), id(row, "id")));
    }

    @Test
    void compare_agrees() {
        each("compare", row -> assertEquals(row.path("expect").intValue(),
                Integer.signum(id(row, "a").compareTo(id(row, "b")))));
    }

    @Test
    void less_agrees() {
        each("less", row -> assertEquals(expected(row), id(row, "a").compareTo(id(row, "b")) < 0));
    }

    @Test
    void equal_agrees() {
        each("equal", row -> assertEquals(expected(row), id(row, "a").equals(id(row, "b"))));
    }

    @Test
    void uint64Key_agrees() {
        each("uint64_key", row -> {
            long number = Long.parseUnsignedLong(row.path("uint64").textValue());
            assertEquals(row.path("bytes").textValue(), KeyspaceId.ofBigEndian(number).toString());
        });
    }

    // ranges

    @Test
    void evenShards_agree() {
        each("even_shards_key_range", row -> {
            KeyRange even = KeyRange.even(row.path("i").intValue(), row.path("n").intValue());
            assertEquals(row.path("spec").textValue(), even.toString());
            assertEquals(range(row, "key_range"), even);
        });
    }

    @Test
    void evenShards_outOfBounds_areRefused() {
        each("even_shards_key_range_error", row -> {
            int index = row.path("i").intValue();
            int count = row.path("n").intValue();
            assertThrows(ShardrouteException.class, () -> KeyRange.even(index, count));
        });
    }

    @Test
    void rangesOfOneMeaning_areEqual() {
        each("comparisons",
                row -> assertEquals(row.path("equal").booleanValue(), range(row, "a").equals(range(row, "b"))));
    }

    @Test
    void keyRangeEqual_agrees() {
        each("key_range_equal", row -> assertEquals(expected(row), range(row, "a").equals(range(row, "b"))));
    }

    @Test
    void contains_agrees() {
        each("contains",
                row -> assertEquals(expected(row), range(row, "key_range").contains(id(row, "keyspace_id"))));
    }

    @Test
    void intersects_agrees() {
        each("intersect", row -> assertEquals(expected(row), range(row, "a").intersects(range(row, "b"))));
    }

    @Test
    void containsRange_agrees() {
        each("contains_key_range",
                row -> assertEquals(expected(row), range(row, "a").contains(range(row, "b"))));
    }

    // names and destinations

    @Test
    void shardName_agrees() {
        each("validate_shard_name", row -> {
            String name = row.path("name").textValue();
            if (row.path("valid").booleanValue()) {
                String range = ShardName.parse(name).keyRange().map(KeyRange::toString).orElse("null");
                assertEquals(row.path("key_range").asText(), range);
            } else {
                assertThrows(ShardrouteException.class, () -> ShardName.parse(name));
            }
        });
    }

    @Test
    void destination_printsAsInVitess() {
        each("destination_string",
                row -> assertEquals(row.path("expect").textValue(), destination(row.path("destination")).toString()));
    }

    private static Destination destination(JsonNode json) {
        String form = json.fieldNames().next();
        JsonNode value = json.path(form);
        return switch (form) {
            case "shard" -> new Destination.Shard(value.textValue());
            case "shards" -> new Destination.Shards(texts(value));
            case "key_range" -> new Destination.Range(KeyRange.parse(value.textValue()));
            case "exact_key_range" -> new Destination.ExactKeyRange(KeyRange.parse(value.textValue()));
            case "keyspace_id" -> new Destination.Id(KeyspaceId.parse(value.textValue()));
            case "keyspace_ids" -> new Destination.Ids(texts(value).stream().map(KeyspaceId::parse).toList());
            case "any_shard" -> new Destination.AnyShard();
            case "all_shards" -> new Destination.AllShards();
            default -> new Destination.None();
        };
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.textValue()));
        return texts;
    }

    private static void each(String part, Consumer<JsonNode> check) {
        assertAll(part, Conformance.rows("keys/keys.json", part).map(row -> () -> checked(row, check)));
    }

    private static void checked(JsonNode row, Consumer<JsonNode> check) {
        try {
            check.accept(row);
        } catch (AssertionError | ShardrouteException e) {
            throw new AssertionError(row + ": " + e.getMessage(), e);
        }
    }

    private static boolean expected(JsonNode row) {
        assertTrue(row.path("expect").isBoolean());
        return row.path("expect").booleanValue();
    }

    private static KeyspaceId id(JsonNode row, String name) {
        return KeyspaceId.parse(row.path(name).textValue());
    }

    /** No range at all is the whole key space. */
    private static KeyRange range(JsonNode row, String name) {
        return row.path(name).isNull() ? KeyRange.FULL : KeyRange.parse(row.path(name).textValue());
    }
}
