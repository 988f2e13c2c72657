package dev.shardroute.topo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.error.ShardrouteException;
import dev.shardroute.key.Destination;
import dev.shardroute.key.KeyRange;
import dev.shardroute.key.TabletType;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TopologiesTest {
    // what covers

    @ParameterizedTest
    @ValueSource(strings = {"0", "-", "custom", "-80 80-", "80- -40 40-80", "-8000 80-", "0 1"})
    void fixed_ofWholeKeySpaces_isTaken(String shards) {
        assertEquals(shards.split(" ").length, fixed(shards).all().size());
    }

    @Property
    void fixed_ofEvenShardsInAnyOrder_isTaken(
            @ForAll @IntRange(min = 1, max = 1024) int count, @ForAll Random random) {
        List<String> names = evenNames(count);
        Collections.shuffle(names, random);
        Topology topology = Topologies.fixed(Map.of("ks", names));
        List<Shard> shards = topology.snapshot().shards("ks", TabletType.PRIMARY).all();
        assertEquals(evenNames(count), shards.stream().map(shard -> shard.name().name()).toList());
    }

    @Property
    void fixed_withoutOneOfTheEvenShards_isRefused(
            @ForAll @IntRange(min = 2, max = 1024) int count, @ForAll @IntRange(max = 1023) int place) {
        List<String> names = evenNames(count);
        String missing = names.remove(place % count);
        ShardrouteException error = refused(names);
        assertEquals(ErrorCode.SR03002, error.code());
        assertTrue(error.getMessage().endsWith("nothing covers " + missing), error.getMessage());
    }

    private static List<String> evenNames(int count) {
        return IntStream.range(0, count)
                .mapToObj(index -> KeyRange.even(index, count).toString())
                .collect(Collectors.toList());
    }

    @Test
    void everyNumberOfEvenShards_coversTheKeySpace() {
        for (int count = 1; count <= 1024; count++) {
            KeyspaceShards shards = fixed(String.join(" ", evenNames(count)));
            assertEquals(count, shards.all().size());
            for (Shard shard : shards.all()) {
                assertEquals(shard, shards.of(shard.name().keyRange().orElseThrow().start()));
            }
        }
    }

    // what does not

    @ParameterizedTest
    @CsvSource({
        "-40 80-, nothing covers 40-80",
        "40-80 80-, nothing covers -40",
        "-40 40-80, nothing covers 80-",
        "40-80, nothing covers -40",
        "-80 40-c0 c0-, -80 and 40-c0 overlap",
        "-80 -80 80-, -80 and -80 overlap",
        "- 80-, - and 80- overlap",
        "-80 -8000 80-, -80 and -8000 overlap",
        "0 0, 0 and 0 overlap",
    })
    void fixed_ofGapsOrOverlaps_isRefused(String shards, String why) {
        ShardrouteException error = refused(Arrays.asList(shards.split(" ")));
        assertEquals(ErrorCode.SR03002, error.code());
        assertEquals("SR03002: the shards of keyspace 'ks' do not cover the key space: " + why, error.getMessage());
    }

    @Test
    void fixed_ofNamesWithAndWithoutRange_isRefused() {
        ShardrouteException error = refused(List.of("-80", "80-", "0"));
        assertEquals(ErrorCode.SR03002, error.code());
        assertTrue(error.getMessage().endsWith("'0' has no key range, and '-80' has one"), error.getMessage());
    }

    @Test
    void fixed_ofABadName_isRefused() {
        assertEquals(ErrorCode.SR03001, refused(List.of("-80", "80-", "a/b")).code());
    }

    @Test
    void fixed_ofNoShards_isRefused() {
        assertEquals(ErrorCode.SR03006, refused(List.of()).code());
    }

    private static ShardrouteException refused(List<String> shards) {
        return assertThrows(ShardrouteException.class, () -> Topologies.fixed(Map.of("ks", shards)));
    }

    // snapshots

    @Test
    void fixed_servesTheTypesThatServe() {
        TopologySnapshot snapshot = Topologies.fixed(Map.of("ks", List.of("0"))).snapshot();
        Stream.of(TabletType.values()).filter(TabletType::isServing)
                .forEach(type -> assertEquals("ks/0", snapshot.shards("ks", type).all().getFirst().toString()));
        assertCode(ErrorCode.SR03006, () -> snapshot.shards("ks", TabletType.BACKUP));
    }

    @Test
    void fixed_staysTheSame() {
        Topology topology = Topologies.fixed(Map.of("ks", List.of("0")));
        assertEquals(topology.snapshot().version(), topology.snapshot().version());
        assertEquals(Set.of("ks"), topology.snapshot().keyspaces());
    }

    @Test
    void unknownKeyspace_isRefused() {
        TopologySnapshot snapshot = Topologies.fixed(Map.of("ks", List.of("0"))).snapshot();
        assertCode(ErrorCode.SR03004,
                () -> snapshot.resolve("other", TabletType.PRIMARY, new Destination.AllShards()));
        assertEquals(1, snapshot.resolve("ks", TabletType.PRIMARY, new Destination.AllShards()).size());
    }

    private static KeyspaceShards fixed(String shards) {
        Topology topology = Topologies.fixed(Map.of("ks", Arrays.asList(shards.split(" "))));
        return topology.snapshot().shards("ks", TabletType.PRIMARY);
    }

    private static void assertCode(ErrorCode code, Runnable action) {
        assertEquals(code, assertThrows(ShardrouteException.class, action::run).code());
    }
}
