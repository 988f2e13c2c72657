package dev.shardroute.vschema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.error.ShardrouteException;
import dev.shardroute.key.TabletType;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How rules send a name elsewhere. */
final class RulesTest {
    private static final VSchema VSCHEMA = VSchema.parse("""
            {"keyspaces": {"a": {}, "b": {}, "c": {}, "d": {}, "s": {"sharded": true}},
             "routing_rules": {"rules": [
               {"from_table": "t", "to_tables": ["a.t1"]},
               {"from_table": "t@replica", "toTables": ["b.t2"]},
               {"fromTable": "old.t", "to_tables": ["a.`weird``name`"]},
               {"from_table": "only@primary", "to_tables": ["a.only"]},
               {"from_table": "gone", "to_tables": []},
               {"from_table": "nowhere", "to_tables": ["none.t"]},
               {"from_table": "missing", "to_tables": ["s.t"]},
               {"from_table": "b.moved", "to_tables": ["a.moved"]}]},
             "keyspace_routing_rules": {"rules": [
               {"from_keyspace": "away", "to_keyspace": "b"},
               {"from_keyspace": "away@rdonly", "to_keyspace": "c"}]},
             "shard_routing_rules": {"rules": [{"from_keyspace": "a", "to_keyspace": "b", "shard": "-80"}]},
             "mirror_rules": {"rules": [
               {"from_table": "a.t", "to_table": "b.t", "percent": 12.5},
               {"from_table": "a.r@replica", "to_table": "b.r", "percent": 1},
               {"from_table": "b.t", "to_table": "c.t", "percent": 1},
               {"from_table": "d.t", "to_table": "d.t", "percent": 1},
               {"from_table": "d.u", "to_table": "s.u", "percent": 1},
               {"from_table": "s.u", "to_table": "d.u", "percent": 1}]}}
            """);

    // routing rules

    @Test
    void routingRule_forTheTabletType_goesFirst() {
        assertEquals("a.t1", routed(Optional.empty(), "t", TabletType.PRIMARY));
        assertEquals("b.t2", routed(Optional.empty(), "t", TabletType.REPLICA));
        assertEquals("a.t1", routed(Optional.empty(), "t", TabletType.RDONLY));
    }

    @Test
    void routingRule_forPrimaries_isForThemOnly() {
        assertEquals("a.only", routed(Optional.empty(), "only", TabletType.PRIMARY));
        assertCode(ErrorCode.VT05004, () -> routed(Optional.empty(), "only", TabletType.REPLICA));
    }

    @Test
    void routingRule_ofAQualifiedName_needsNoSuchKeyspace() {
        assertEquals("a.weird`name", routed(Optional.of("old"), "t", TabletType.PRIMARY));
        assertCode(ErrorCode.VT05003, () -> routed(Optional.of("old"), "u", TabletType.PRIMARY));
    }

    @Test
    void routingRule_withoutTarget_disables() {
        assertCode(ErrorCode.SR02005, () -> routed(Optional.empty(), "gone", TabletType.PRIMARY));
        assertEquals("a.gone", routed(Optional.of("a"), "gone", TabletType.PRIMARY));
    }

    @Test
    void routingRule_toWhatIsNotThere_isAnErrorOfItsUse() {
        assertCode(ErrorCode.VT05003, () -> routed(Optional.empty(), "nowhere", TabletType.PRIMARY));
        assertCode(ErrorCode.VT05005, () -> routed(Optional.empty(), "missing", TabletType.PRIMARY));
    }

    @Test
    void routingRule_isNotAppliedToItsTarget() {
        assertEquals("a.t", routed(Optional.of("a"), "t", TabletType.PRIMARY));
    }

    // keyspaces and shards

    @Test
    void keyspaceRoutingRule_goesBeforeRoutingRules() {
        assertEquals("b.t", routed(Optional.of("away"), "t", TabletType.PRIMARY));
        assertEquals("c.t", routed(Optional.of("away"), "t", TabletType.RDONLY));
        assertEquals("a.moved", routed(Optional.of("away"), "moved", TabletType.PRIMARY));
    }

    @Test
    void shardRoutingRule_isForItsShard() {
        assertEquals("b", VSCHEMA.routedKeyspace("a", "-80"));
        assertEquals("a", VSCHEMA.routedKeyspace("a", "80-"));
        assertEquals(List.of(new ShardRoutingRule("a", "-80", "b")), VSCHEMA.shardRoutingRules());
    }

    // mirrors

    @Test
    void mirrorRule_isFoundForItsTable() {
        assertEquals(Optional.of(12.5), mirror("a", "t", TabletType.REPLICA));
        assertEquals(Optional.of(1.0), mirror("a", "r", TabletType.REPLICA));
        assertEquals(Optional.empty(), mirror("a", "r", TabletType.PRIMARY));
        assertEquals(Optional.empty(), mirror("a", "u", TabletType.PRIMARY));
    }

    @Test
    void mirrorRule_thatCannotBe_isNotInForce() {
        List<String> problems = VSCHEMA.mirrorRules().stream()
                .map(rule -> rule.problem().orElse("fine"))
                .toList();
        assertEquals(
                List.of(
                        "fine", "fine", "mirrors cannot be chained", "a table cannot be mirrored to its own keyspace",
                        "table 's.u' does not exist", "table 's.u' does not exist"),
                problems);
        assertEquals(Optional.empty(), mirror("b", "t", TabletType.PRIMARY));
    }

    private static Optional<Double> mirror(String keyspace, String table, TabletType type) {
        return VSCHEMA.findMirrorRule(Table.bare(keyspace, table), type).map(MirrorRule::percent);
    }

    private static String routed(Optional<String> keyspace, String table, TabletType type) {
        return VSCHEMA.findRoutedTable(keyspace, table, type).qualifiedName().toString();
    }

    private static void assertCode(ErrorCode code, Runnable action) {
        assertEquals(code, assertThrows(ShardrouteException.class, action::run).code());
    }
}
