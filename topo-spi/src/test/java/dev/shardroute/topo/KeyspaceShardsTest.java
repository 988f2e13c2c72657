package dev.shardroute.topo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.error.ShardrouteException;
import dev.shardroute.key.Destination;
import dev.shardroute.key.KeyRange;
import dev.shardroute.key.KeyspaceId;
import dev.shardroute.key.ShardName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

final class KeyspaceShardsTest {
    private static final KeyspaceShards FOUR = shards("-40", "40-80", "80-c0", "c0-");
    private static final KeyspaceShards CUSTOM = shards("0", "1");
    private static final KeyspaceShards EMPTY = shards();
    private static final KeyspaceShards EMPTY_BUT_ONE = shards("40-80");

    // laws

    @Property
    void of_agreesWithALinearScan(@ForAll("keyspaces") KeyspaceShards shards, @ForAll("ids") KeyspaceId id) {
        Optional<Shard> scanned = shards.all().stream().filter(shard -> range(shard).contains(id)).findFirst();
        if (scanned.isPresent()) {
            assertEquals(scanned.get(), shards.of(id));
        } else {
            assertCode(ErrorCode.SR03003, () -> shards.of(id));
        }
    }

    @Property
    void of_inUnevenShardings_isTheShardThatContainsTheId(
            @ForAll("unevenBounds") Set<KeyspaceId> bounds, @ForAll("ids") KeyspaceId id, @ForAll long number) {
        KeyspaceShards shards = shards(names(rangesBetween(bounds)));
        assertEquals(bounds.size() + 1, shards.requireFullCoverage().all().size());
        for (KeyspaceId some : List.of(id, KeyspaceId.ofBigEndian(number))) {
            assertTrue(range(shards.of(some)).contains(some));
        }
        for (KeyspaceId bound : bounds) {
            assertEquals(bound, range(shards.of(bound)).start());
        }
    }

    /** Many bounds, some of them close together and some longer than eight bytes. */
    @Provide
    Arbitrary<Set<KeyspaceId>> unevenBounds() {
        Arbitrary<KeyspaceId> near = Arbitraries.longs().between(0, 300).map(KeyspaceId::ofBigEndian);
        Arbitrary<KeyspaceId> anywhere = Arbitraries.longs().map(KeyspaceId::ofBigEndian);
        return Arbitraries.oneOf(near, anywhere, ids()).list().ofMaxSize(200).map(bounds -> {
            Set<KeyspaceId> sorted = new TreeSet<>(bounds);
            sorted.remove(KeyspaceId.EMPTY);
            return sorted;
        });
    }

    private static String[] names(List<KeyRange> ranges) {
        return ranges.stream().map(KeyRange::toString).toArray(String[]::new);
    }

    @Property
    void ids_haveTheShardsOfEach(@ForAll("keyspaces") KeyspaceShards shards, @ForAll List<Long> numbers) {
        List<KeyspaceId> ids = numbers.stream().map(KeyspaceId::ofBigEndian)
                .filter(id -> shards.all().stream().anyMatch(shard -> range(shard).contains(id))).toList();
        assertEquals(ids.stream().map(shards::of).distinct().toList(),
                shards.resolve(new Destination.Ids(ids)));
    }

    @Property
    void range_agreesWithALinearScan(
            @ForAll("keyspaces") KeyspaceShards shards, @ForAll("ids") KeyspaceId start,
            @ForAll("ids") KeyspaceId end) {
        if (end.length() == 0 || start.compareTo(end) < 0) {
            KeyRange wanted = new KeyRange(start, end);
            List<Shard> scanned = shards.all().stream().filter(shard -> range(shard).intersects(wanted)).toList();
            assertEquals(scanned, shards.resolve(new Destination.Range(wanted)));
        }
    }

    @Property
    void exactRange_ofNeighbours_isThose(@ForAll("keyspaces") KeyspaceShards shards, @ForAll Random random) {
        List<Shard> all = shards.all();
        int from = random.nextInt(all.size());
        int to = from;
        while (to + 1 < all.size() && random.nextBoolean() && touch(all.get(to), all.get(to + 1))) {
            to++;
        }
        KeyRange wanted = new KeyRange(range(all.get(from)).start(), range(all.get(to)).end());
        assertEquals(all.subList(from, to + 1), shards.resolve(new Destination.ExactKeyRange(wanted)));
    }

    private static boolean touch(Shard left, Shard right) {
        return range(left).end().equals(range(right).start());
    }

    @Property
    void group_putsEachIdOnItsShard(@ForAll List<Long> numbers) {
        Map<Shard, List<Long>> groups = FOUR.group(numbers, KeyspaceId::ofBigEndian);
        groups.forEach((shard, group) -> group
                .forEach(number -> assertTrue(range(shard).contains(KeyspaceId.ofBigEndian(number)))));
        List<Long> together = new ArrayList<>();
        groups.values().forEach(together::addAll);
        assertEquals(numbers.stream().sorted().toList(), together.stream().sorted().toList());
        groups.forEach((shard, group) -> assertEquals(
                numbers.stream().filter(number -> FOUR.of(KeyspaceId.ofBigEndian(number)).equals(shard)).toList(),
                group));
    }

    /** Shards between random bounds, some of them left out. */
    @Provide
    Arbitrary<KeyspaceShards> keyspaces() {
        return ids().list().ofMinSize(1).ofMaxSize(12).flatMap(bounds -> {
            List<KeyRange> ranges = rangesBetween(bounds);
            return Arbitraries.subsetOf(ranges).ofMinSize(1).map(kept -> shards(
                    names(kept.stream().toList())));
        });
    }

    private static List<KeyRange> rangesBetween(Collection<KeyspaceId> bounds) {
        List<KeyRange> ranges = new ArrayList<>();
        KeyspaceId start = KeyspaceId.EMPTY;
        for (KeyspaceId bound : new TreeSet<>(bounds).tailSet(KeyspaceId.EMPTY, false)) {
            ranges.add(new KeyRange(start, bound));
            start = bound;
        }
        ranges.add(new KeyRange(start, KeyspaceId.EMPTY));
        return ranges;
    }

    /** Short ones, and some that differ after their eighth byte only. */
    @Provide
    Arbitrary<KeyspaceId> ids() {
        Arbitrary<String> tails = Arbitraries.bytes().array(byte[].class).ofMaxSize(2).map(HexFormat.of()::formatHex);
        return Arbitraries.oneOf(tails, tails.map("8000000000000042"::concat)).map(KeyspaceId::parse);
    }

    // destinations

    @Test
    void names_areLookedUp() {
        assertEquals(List.of("80-c0"), resolve(FOUR, new Destination.Shard("80-c0")));
        assertEquals(List.of("c0-", "-40"), resolve(FOUR, new Destination.Shards(List.of("c0-", "-40", "c0-"))));
        assertCode(ErrorCode.SR03005, () -> FOUR.resolve(new Destination.Shard("-80")));
        assertCode(ErrorCode.SR03005, () -> FOUR.resolve(new Destination.Shards(List.of("-40", "0"))));
    }

    @Test
    void ids_giveEachShardOnce_inTheirOrder() {
        List<KeyspaceId> ids = Stream.of("ff", "00", "c0", "").map(KeyspaceId::parse).toList();
        assertEquals(List.of("c0-", "-40"), resolve(FOUR, new Destination.Ids(ids)));
        assertEquals(List.of(), resolve(FOUR, new Destination.Ids(List.of())));
    }

    @Test
    void exactRange_thatNoShardsMake_isRefused() {
        for (String range : List.of("-20", "-50", "20-80", "30-", "40-90", "-c1")) {
            assertCode(ErrorCode.SR03007, () -> FOUR.resolve(new Destination.ExactKeyRange(KeyRange.parse(range))));
        }
        KeyspaceShards gap = shards("-40", "80-");
        assertCode(ErrorCode.SR03007, () -> EMPTY_BUT_ONE.resolve(new Destination.ExactKeyRange(KeyRange.FULL)));
        assertCode(ErrorCode.SR03007, () -> gap.resolve(new Destination.ExactKeyRange(KeyRange.FULL)));
    }

    @Test
    void anyShard_isTheFirst_orThePickers() {
        assertEquals(List.of("-40"), resolve(FOUR, new Destination.AnyShard()));
        assertEquals(List.of(FOUR.named("c0-")), FOUR.resolve(new Destination.AnyShard(), List::getLast));
        Shard random = ShardPicker.random(new Random(1)).pick(FOUR.all());
        assertTrue(FOUR.all().contains(random));
    }

    @Test
    void allAndNone_areWhatTheySay() {
        assertEquals(List.of("-40", "40-80", "80-c0", "c0-"), resolve(FOUR, new Destination.AllShards()));
        assertEquals(List.of(), resolve(FOUR, new Destination.None()));
    }

    // without ranges, without shards

    @Test
    void oneShardWithoutRange_hasAllIds() {
        KeyspaceShards unsharded = shards("0");
        assertEquals("0", unsharded.of(KeyspaceId.parse("ff")).name().name());
        assertEquals(List.of("0"), resolve(unsharded, new Destination.Range(KeyRange.parse("40-80"))));
        assertEquals(List.of("0"), resolve(unsharded, new Destination.ExactKeyRange(KeyRange.FULL)));
    }

    @Test
    void severalShardsWithoutRange_haveNoIds() {
        assertCode(ErrorCode.SR03003, () -> CUSTOM.of(KeyspaceId.EMPTY));
        assertEquals(List.of("0", "1"), resolve(CUSTOM, new Destination.Range(KeyRange.FULL)));
        assertEquals(List.of("0"), resolve(CUSTOM, new Destination.ExactKeyRange(KeyRange.FULL)));
        assertCode(ErrorCode.SR03007, () -> CUSTOM.resolve(new Destination.ExactKeyRange(KeyRange.parse("-80"))));
    }

    @Test
    void noShard_isAnErrorOfEveryUse() {
        assertCode(ErrorCode.SR03006, () -> EMPTY.of(KeyspaceId.EMPTY));
        assertCode(ErrorCode.SR03006, () -> EMPTY.resolve(new Destination.AnyShard()));
        assertCode(ErrorCode.SR03006, () -> EMPTY.resolve(new Destination.AllShards()));
        assertCode(ErrorCode.SR03006, EMPTY::requireFullCoverage);
        assertEquals(List.of(), EMPTY.resolve(new Destination.None()));
    }

    @Test
    void shards_areEqual_whenTheirNamesAre() {
        assertEquals(FOUR, shards("c0-", "-40", "80-c0", "40-80"));
        assertEquals(FOUR.hashCode(), shards("c0-", "-40", "80-c0", "40-80").hashCode());
        assertNotEquals(FOUR, CUSTOM);
        assertEquals("ks[0, 1]", CUSTOM.toString());
    }

    private static KeyspaceShards shards(String... names) {
        return KeyspaceShards.of("ks", Stream.of(names).map(ShardName::parse).toList());
    }

    private static List<String> resolve(KeyspaceShards shards, Destination destination) {
        return shards.resolve(destination).stream().map(shard -> shard.name().name()).collect(Collectors.toList());
    }

    private static KeyRange range(Shard shard) {
        return shard.name().keyRange().orElse(KeyRange.FULL);
    }

    private static void assertCode(ErrorCode code, Runnable action) {
        assertEquals(code, assertThrows(ShardrouteException.class, action::run).code());
    }
}
