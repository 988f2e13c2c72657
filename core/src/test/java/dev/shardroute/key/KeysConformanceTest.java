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
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Keys, ranges, shard names and destinations as Vitess has them. */
final class KeysConformanceTest {
    private static final Set<String> HERE = Set.of("normalize", "compare", "less", "equal", "empty", "uint64_key",
            "even_shards_key_range", "even_shards_key_range_error", "add", "end_equal", "start_equal",
            "key_range_equal", "contiguous", "parse_sharding_spec", "comparisons", "contains", "intersect",
            "contains_key_range", "is_valid_key_range", "generate_shard_ranges", "is_partial", "destination_string",
            "parse_destination", "parse_tablet_alias", "parse_keyspace_shard", "validate_shard_name");

    /** What needs a topology is checked there, and what needs a VSchema in the planner. */
    private static final Set<String> ELSEWHERE = Set.of("resolve_exact_key_range", "resolve_key_range",
            "resolve_keyspace_id", "resolve_other", "target_destination", "set_target_in_transaction");

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
    void empty_agrees() {
        each("empty", row -> assertEquals(expected(row), id(row, "id").equals(KeyspaceId.EMPTY)));
    }

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

    @Test
    void order_agrees() {
        each("comparisons", row -> {
            KeyRange a = range(row, "a");
            KeyRange b = range(row, "b");
            assertEquals(row.path("compare").intValue(), Integer.signum(a.compareTo(b)));
            assertEquals(row.path("start_compare").intValue(), Integer.signum(a.start().compareTo(b.start())));
            assertEquals(row.path("end_compare").intValue(), Integer.signum(a.compareEnd(b)));
            assertEquals(row.path("start_equal").booleanValue(), a.start().equals(b.start()));
            assertEquals(row.path("end_equal").booleanValue(), a.end().equals(b.end()));
        });
    }

    @Test
    void starts_agree() {
        each("start_equal",
                row -> assertEquals(expected(row), range(row, "a").start().equals(range(row, "b").start())));
    }

    @Test
    void ends_agree() {
        each("end_equal", row -> assertEquals(expected(row), range(row, "a").compareEnd(range(row, "b")) == 0));
    }

    @Test
    void join_agrees() {
        each("add", row -> {
            Optional<KeyRange> expected =
                    row.path("ok").booleanValue() ? Optional.of(range(row, "expect")) : Optional.empty();
            assertEquals(expected, range(row, "a").join(range(row, "b")));
        });
    }

    @Test
    void contiguous_agrees() {
        each("contiguous", row -> assertEquals(expected(row), range(row, "a").isFollowedBy(range(row, "b"))));
    }

    @Test
    void partial_agrees() {
        each("is_partial", row -> assertEquals(expected(row), !range(row, "key_range").isFull()));
    }

    @Test
    void bounds_agree() {
        each("parse_sharding_spec", row -> {
            String spec = row.path("spec").textValue();
            if (row.path("error").booleanValue()) {
                assertThrows(ShardrouteException.class, () -> KeyRange.parseBounds(spec));
            } else {
                assertEquals(texts(row.path("key_ranges")),
                        KeyRange.parseBounds(spec).stream().map(KeyRange::toString).toList());
            }
        });
    }

    @Test
    void oneRange_agrees() {
        each("is_valid_key_range", row -> assertEquals(expected(row), isOneRange(row.path("spec").textValue())));
    }

    private static boolean isOneRange(String spec) {
        try {
            return KeyRange.parseBounds(spec).size() == 1;
        } catch (ShardrouteException e) {
            return false;
        }
    }

    @Test
    void evenNames_agree() {
        each("generate_shard_ranges", row -> {
            int count = row.path("shards").intValue();
            int digits = row.path("hex_chars").intValue();
            int chosen = digits > 0 ? digits : count <= 256 ? 2 : 4;
            if (row.path("error").booleanValue()) {
                assertThrows(ShardrouteException.class, () -> KeyRange.evenNames(count, chosen));
            } else {
                assertEquals(texts(row.path("expect")), KeyRange.evenNames(count, chosen));
            }
        });
    }

    // names, targets and destinations

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
    void tabletAlias_agrees() {
        each("parse_tablet_alias", row -> {
            String alias = row.path("alias").textValue();
            if (row.has("error")) {
                assertThrows(ShardrouteException.class, () -> TabletAlias.parse(alias));
            } else {
                assertEquals(new TabletAlias(row.path("cell").textValue(), row.path("uid").longValue()),
                        TabletAlias.parse(alias));
            }
        });
    }

    @Test
    void target_agrees() {
        each("parse_destination", row -> {
            String text = row.path("target").textValue();
            if (row.has("error")) {
                assertThrows(ShardrouteException.class, () -> Target.parse(text));
                return;
            }
            Target target = Target.parse(text);
            assertEquals(row.path("keyspace").textValue(), target.keyspace().orElse(""));
            assertEquals(row.path("tablet_type").textValue(), target.tabletType()
                    .map(Enum::name)
                    .orElse(row.path("default_tablet_type").textValue()));
            JsonNode alias = row.path("tablet_alias");
            assertEquals(optional(alias, () -> new TabletAlias(alias.path("cell").textValue(),
                    alias.path("uid").longValue())), target.tablet());
            assertEquals(optional(row.path("destination"), () -> destination(row.path("destination"))),
                    target.destination());
        });
    }

    private static <T> Optional<T> optional(JsonNode json, Supplier<T> value) {
        return json.isNull() ? Optional.empty() : Optional.of(value.get());
    }

    @Test
    void keyspaceAndShard_agree() {
        each("parse_keyspace_shard", row -> {
            String text = row.path("input").textValue();
            if (row.path("error").booleanValue()) {
                assertThrows(ShardrouteException.class, () -> Target.parse(text));
            } else {
                Destination shard = new Destination.Shard(row.path("shard").textValue());
                assertEquals(new Target(Optional.of(row.path("keyspace").textValue()), Optional.of(shard),
                        Optional.empty(), Optional.empty()), Target.parse(text));
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

    // all of it

    @Test
    void everyPart_isCheckedHereOrElsewhere() {
        Set<String> parts = new TreeSet<>();
        Conformance.json("keys/keys.json").fieldNames().forEachRemaining(parts::add);
        parts.removeAll(ELSEWHERE);
        assertEquals(new TreeSet<>(HERE), parts);
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
