package dev.shardroute.vschema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.error.ShardrouteException;
import dev.shardroute.key.TabletType;
import dev.shardroute.vschema.Finding.Severity;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is kept of a VSchema that is not all right. */
final class KeyspaceProblemTest {
    private static final String JSON = """
            {"keyspaces": {
              "good": {"tables": {"t": {}, "seq": {"type": "sequence"}}},
              "bad": {
                "sharded": true,
                "vindexes": {"hash": {"type": "hash"}},
                "tables": {
                  "right": {"column_vindexes": [{"column": "id", "name": "hash"}]},
                  "wrong": {},
                  "lost": {"column_vindexes": [{"column": "id", "name": "hash"}],
                           "auto_increment": {"column": "id", "sequence": "none"}}}}},
             "routing_rules": {"rules": [
               {"from_table": "twice", "to_tables": ["good.t"]},
               {"from_table": "twice", "to_tables": ["good.t"]},
               {"from_table": "fine", "to_tables": ["good.t"]},
               {"from_table": "nowhere", "to_tables": ["bad.none"]}]}}
            """;

    private final VSchema vschema = VSchema.read(JSON, ReadOptions.DEFAULT);

    @Test
    void keyspace_withoutErrors_canBeUsed() {
        assertEquals("good", vschema.findTable(Optional.empty(), "t").keyspace());
        assertEquals(Optional.empty(), vschema.keyspace("good").problem());
    }

    @Test
    void keyspace_withErrors_givesThemWhenItIsUsed() {
        for (String table : List.of("right", "wrong", "lost", "none")) {
            ShardrouteException error = assertCode(ErrorCode.SR02001, () -> find(Optional.of("bad"), table));
            assertTrue(error.getMessage().contains("tables.wrong: "), error.getMessage());
            assertTrue(error.getMessage().contains("tables.lost.auto_increment: "), error.getMessage());
        }
        assertCode(ErrorCode.SR02001, () -> find(Optional.empty(), "right"));
    }

    @Test
    void tables_thatAreRight_areKept() {
        assertEquals(Set.of("right"), vschema.keyspace("bad").tables().keySet());
    }

    @Test
    void rule_thatIsWrong_isAnErrorOfItsUse() {
        assertCode(ErrorCode.SR02007, () -> find(Optional.empty(), "twice"));
        assertEquals("t", find(Optional.empty(), "fine").name());
        assertEquals(4, vschema.routingRules().size());
    }

    @Test
    void findings_haveTheirSeverity() {
        assertEquals(
                List.of(Severity.ERROR, Severity.ERROR, Severity.ERROR, Severity.UNUSED),
                vschema.findings().stream().map(Finding::severity).toList());
        assertEquals("$.routing_rules.rules[3]: table 'bad.none' does not exist",
                vschema.findings().getLast().toString());
    }

    @Test
    void whatIsNotAllHere_isNotWritten() {
        assertThrows(VSchemaException.class, vschema::json);
        assertThrows(VSchemaException.class, () -> vschema.json("good"));
        assertThrows(VSchemaException.class, () -> VSchema.parse(JSON));
    }

    // unknown keys

    @Test
    void unknownKeys_areWarnings_whenReadingIsLenient() {
        String json = "{\"x\": 1, \"keyspaces\": {\"a\": {\"shraded\": true, \"tables\": {\"t\": {\"y\": {}}}}}}";
        VSchema lenient = VSchema.parse(json, ReadOptions.DEFAULT.withUnknownKeysAsWarnings());
        assertEquals(
                List.of(
                        new Finding("$.x", "this key is not known", Severity.WARNING),
                        new Finding("$.keyspaces.a.shraded", "this key is not known; did you mean 'sharded'?",
                                Severity.WARNING),
                        new Finding("$.keyspaces.a.tables.t.y", "this key is not known", Severity.WARNING)),
                lenient.findings());
        assertEquals(Optional.empty(), lenient.keyspace("a").problem());
        assertEquals("t", lenient.findTable(Optional.of("a"), "t").name());
    }

    @Test
    void otherErrors_stayErrors_whenReadingIsLenient() {
        assertThrows(VSchemaException.class, () -> VSchema.parse("{\"keyspaces\": {\"a\": {\"sharded\": 1}}}",
                ReadOptions.DEFAULT.withUnknownKeysAsWarnings()));
    }

    // one keyspace

    @Test
    void textOfOneKeyspace_isReadWithItsName_andReferencesAreNotFollowed() {
        VSchema one = VSchema.parseKeyspace("ks", """
                {"sharded": true, "vindexes": {"hash": {"type": "hash"}}, "tables": {
                  "t": {"column_vindexes": [{"column": "id", "name": "hash"}],
                        "auto_increment": {"column": "id", "sequence": "elsewhere.seq"}},
                  "r": {"type": "reference", "source": "elsewhere.r"}}}
                """);
        assertEquals(Set.of("t", "r"), one.keyspace("ks").tables().keySet());
        assertEquals(Set.of("ks"), VSchema.parseKeyspace("ks", "{}").keyspaces().keySet());
    }

    @Test
    void findings_ofOneKeyspace_haveShortPaths() {
        VSchemaException error =
                assertThrows(VSchemaException.class, () -> VSchema.parseKeyspace("ks", "{\"tables\": {\"t\": 1}}"));
        assertEquals(List.of(new Finding("$.tables.t", "must be an object")), error.findings());
    }

    @Test
    void textOfAllKeyspaces_isReadAsWhatItIs_whereOneIsExpected() {
        VSchema all = VSchema.parse("{\"keyspaces\": {\"a\": {}}}", ReadOptions.DEFAULT.withKeyspace("ks"));
        assertEquals(Set.of("a"), all.keyspaces().keySet());
    }

    private Table find(Optional<String> keyspace, String table) {
        return vschema.findRoutedTable(keyspace, table, TabletType.PRIMARY);
    }

    private static ShardrouteException assertCode(ErrorCode code, Runnable action) {
        ShardrouteException error = assertThrows(ShardrouteException.class, action::run);
        assertEquals(code, error.code());
        return error;
    }
}
