package dev.shardroute.topo;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shardroute.error.ShardrouteException;
import dev.shardroute.key.Destination;
import dev.shardroute.key.KeyRange;
import dev.shardroute.key.KeyspaceId;
import dev.shardroute.key.ShardName;
import dev.shardroute.testing.Conformance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which shards a destination has, as in Vitess. */
final class ResolveConformanceTest {
    @Test
    void exactKeyRanges_agree() {
        each("resolve_exact_key_range", row -> check(row, new Destination.ExactKeyRange(range(row))));
    }

    @Test
    void keyRanges_agree() {
        each("resolve_key_range", row -> check(row, new Destination.Range(range(row))));
    }

    @Test
    void keyspaceIds_agree() {
        each("resolve_keyspace_id",
                row -> check(row, new Destination.Id(KeyspaceId.parse(row.path("keyspace_id").textValue()))));
    }

    /** Vitess takes any name for a shard, and gives a shard once for each id; here names are checked, and shards distinct. */
    @Test
    void otherDestinations_agree() {
        each("resolve_other", row -> {
            JsonNode destination = row.path("destination");
            if (destination.has("shard")) {
                Destination shard = new Destination.Shard(destination.path("shard").textValue());
                assertThrows(ShardrouteException.class, () -> shards(row).resolve(shard));
            } else {
                check(row, destination(destination));
            }
        });
    }

    private static void check(JsonNode row, Destination destination) {
        if (row.has("error_contains")) {
            assertThrows(ShardrouteException.class, () -> shards(row).resolve(destination));
            return;
        }
        List<String> found = shards(row).resolve(destination).stream().map(shard -> shard.name().name()).toList();
        if (row.has("one_of")) {
            assertTrue(texts(row.path("one_of")).containsAll(found) && found.size() == 1);
        } else {
            List<String> expected =
                    row.has("shard") ? List.of(row.path("shard").textValue()) : texts(row.path("shards"));
            assertEquals(expected.stream().distinct().toList(), found);
        }
    }

    private static Destination destination(JsonNode json) {
        return switch (json.fieldNames().next()) {
            case "keyspace_ids" ->
                    new Destination.Ids(texts(json.path("keyspace_ids")).stream()
                            .map(KeyspaceId::parse)
                            .toList());
            case "all_shards" -> new Destination.AllShards();
            case "any_shard" -> new Destination.AnyShard();
            default -> new Destination.None();
        };
    }

    /** A keyspace is written as its bounds: {@code 60-80-90} is two shards. */
    private static KeyspaceShards shards(JsonNode row) {
        String spec = row.path("keyspace").isTextual() ? row.path("keyspace").textValue() : "";
        List<String> names = switch (spec) {
            case "" -> List.of();
            case "unsharded" -> List.of("0");
            case "custom" -> List.of("0", "1");
            default -> between(Arrays.asList(spec.split("-", -1)));
        };
        return KeyspaceShards.of("ks", names.stream().map(ShardName::parse).toList());
    }

    private static List<String> between(List<String> bounds) {
        return IntStream.range(1, bounds.size())
                .mapToObj(i -> bounds.get(i - 1) + "-" + bounds.get(i))
                .toList();
    }

    private static KeyRange range(JsonNode row) {
        return row.path("key_range").isNull() ? KeyRange.FULL : KeyRange.parse(row.path("key_range").textValue());
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.textValue()));
        return texts;
    }

    private static void each(String part, Consumer<JsonNode> check) {
        Stream<JsonNode> rows = Conformance.rows("keys/keys.json", part);
        assertAll(part, rows.map(row -> () -> assertChecked(row, check)));
    }

    private static void assertChecked(JsonNode row, Consumer<JsonNode> check) {
        try {
            check.accept(row);
        } catch (AssertionError | ShardrouteException e) {
            throw new AssertionError(row + ": " + e.getMessage(), e);
        }
    }
}
