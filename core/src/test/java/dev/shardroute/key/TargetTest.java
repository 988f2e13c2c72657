package dev.shardroute.key;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.error.ShardrouteException;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TargetTest {
    // forms

    @ParameterizedTest
    @ValueSource(strings = {"", "ks", "ks:-80", "ks:0", "ks[40-80]", "ks[-]", "ks[d2fd]", "@replica", ":-80", "[-80]",
        "ks@rdonly", "ks[-]@primary", "ks:-80@replica|zone1-0000000101", "my ks:custom@spare"})
    void parse_isTheInverseOfToString(String text) {
        assertEquals(text, Target.parse(text).toString());
    }

    @ParameterizedTest
    @CsvSource({"ks/-80, ks:-80", "ks@REPLICA, ks@replica", "ks@batch, ks@rdonly", "ks[C0-D0], ks[c0-d0]",
        "ks:0@replica|z-7, ks:0@replica|z-0000000007"})
    void parse_takesOtherSpellings(String text, String canonical) {
        assertEquals(canonical, Target.parse(text).toString());
    }

    @Test
    void nothing_isNoTarget() {
        assertEquals(Target.NONE, Target.parse(""));
    }

    @Property
    void toString_isReadAsTheSame(@ForAll("targets") Target target) {
        assertEquals(target, Target.parse(target.toString()));
    }

    @Provide
    Arbitrary<Target> targets() {
        Arbitrary<Destination> destinations = Arbitraries.of(new Destination.Shard("-80"),
                new Destination.Shard("custom"), new Destination.ExactKeyRange(KeyRange.parse("40-80")),
                new Destination.ExactKeyRange(KeyRange.FULL), new Destination.Id(KeyspaceId.parse("d2fd")));
        Arbitrary<String> keyspaces = Arbitraries.of("ks", "a-b", "customer_1");
        Arbitrary<Integer> uids = Arbitraries.integers().between(0, Integer.MAX_VALUE);
        return Combinators.combine(keyspaces.optional(), destinations.optional(),
                Arbitraries.of(TabletType.class).optional(), uids.optional())
                .as((keyspace, destination, type, uid) -> new Target(keyspace, destination, type,
                        uid.filter(number -> destination.isPresent() && type.isPresent())
                                .map(number -> new TabletAlias("zone-1", number))));
    }

    // refusals

    @ParameterizedTest
    @ValueSource(strings = {"ks@", "@", "ks@stone", "ks@unknown", "ks:", "ks/", "a/b/c", "ks:a b", "ks:80-40", "ks[",
        "ks[80", "ks[80]x", "ks[8]", "ks[8-]", "ks[xy]", "ks[-]:0", "ks:0[-]", "ks]", "ks[20-40-60]", "ks[--60]",
        "ks[80-40]", "ks|zone1-1", "ks@replica|zone1-1", "ks:0@replica|", "ks:0@replica|zone1", "ks:0@|zone1-1",
        "ks:0@replica|zone1-4294967296", "ks:0@replica|zone1-99999999999999999999", "a@b@replica"})
    void parse_ofAnythingElse_isRefused(String text) {
        ShardrouteException error = assertThrows(ShardrouteException.class, () -> Target.parse(text));
        assertEquals(ErrorCode.SR03001, error.code());
    }

    @Test
    void destinationWithoutATargetString_isRefused() {
        for (Destination destination : List.of(new Destination.Shards(List.of("0")), new Destination.AllShards(),
                new Destination.AnyShard(), new Destination.None(), new Destination.Ids(List.of()),
                new Destination.Range(KeyRange.FULL))) {
            assertThrows(ShardrouteException.class, () -> new Target(Optional.of("ks"), Optional.of(destination),
                    Optional.empty(), Optional.empty()));
        }
    }

    @Test
    void tabletAlias_isOrderedByCellAndNumber() {
        List<TabletAlias> sorted = List.of("a-2", "a-10", "b-1").stream().map(TabletAlias::parse).toList();
        assertEquals(sorted, sorted.reversed().stream().sorted().toList());
    }
}
