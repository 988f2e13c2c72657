package dev.shardroute.vschema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is found wrong with what tables of one keyspace say of those of another. */
final class ReferenceFindingsTest {
    private static final String REFERENCE = "\"%s\": {\"type\": \"reference\", \"source\": \"%s\"}";

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "sharded.own | is in the keyspace of the table itself",
        "mian.src    | is in a keyspace that does not exist; did you mean 'main'?",
        "main.none   | is not declared in keyspace 'main'",
        "none        | is not declared in any keyspace",
        "main.seq    | is a sequence",
        "main.copy   | is a copy itself, of 'other.src'",
        "src         | cannot be found: SR02003: table reference 'src' is ambiguous: it is in keyspaces main, other",
    })
    void source_thatIsNone_isRefused(String source, String message) {
        assertEquals(
                List.of("$.keyspaces.sharded.tables.ref.source: source '" + source + "' " + message),
                findings(REFERENCE.formatted("ref", source)));
    }

    @ParameterizedTest
    @CsvSource({"main.src", "main.plain_reference", "only_one"})
    void source_thatIsAnOrdinaryTable_orAReferenceWithoutSource_isRight(String source) {
        assertEquals(List.of(), findings(REFERENCE.formatted("ref", source)));
    }

    @Test
    void source_ofTwoTablesOfAKeyspace_isRefused() {
        assertEquals(
                List.of("$.keyspaces.sharded.tables.two.source: source 'main.src' is the source of 'one' too: a keyspace "
                        + "has one copy of a table"),
                findings(REFERENCE.formatted("one", "main.src") + ", " + REFERENCE.formatted("two", "main.src")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "nowhere.seq | VT05003: unknown database 'nowhere' in the VSchema",
        "none        | VT05004: table 'none' does not exist",
        "src         | SR02003: table reference 'src' is ambiguous: it is in keyspaces main, other",
        "gone        | SR02005: table 'gone' has been disabled by a routing rule",
    })
    void sequence_thatIsNotThere_isRefused(String sequence, String why) {
        assertEquals(
                List.of("$.keyspaces.sharded.tables.t.auto_increment: sequence '" + sequence + "' cannot be found: "
                        + why),
                findings(table(sequence)));
    }

    @ParameterizedTest
    @CsvSource({"main.seq", "seq", "`main`.`seq`", "moved", "main.anything"})
    void sequence_thatIsThere_isRight_andObeysRoutingRules(String sequence) {
        assertEquals(List.of(), findings(table(sequence)));
    }

    @Test
    void sequence_whoseNameIsNone_isRefused() {
        assertEquals(
                List.of("$.keyspaces.sharded.tables.t.auto_increment.sequence: 'a.b.seq' is not of the form table or "
                        + "keyspace.table"),
                findings(table("a.b.seq")));
    }

    private static String table(String sequence) {
        return "\"t\": {\"pinned\": \"80\", \"auto_increment\": {\"column\": \"id\", \"sequence\": \"" + sequence
                + "\"}}";
    }

    private static List<String> findings(String tables) {
        String json = """
                {"keyspaces": {
                  "main": {"tables": {
                    "src": {}, "seq": {"type": "sequence"}, "only_one": {},
                    "plain_reference": {"type": "reference"},
                    "copy": {"type": "reference", "source": "other.src"}}},
                  "other": {"tables": {"src": {}}},
                  "sharded": {"sharded": true, "tables": {"own": {"pinned": "00"}, %s}}},
                 "routing_rules": {"rules": [
                   {"from_table": "moved", "to_tables": ["main.seq"]}, {"from_table": "gone", "to_tables": []}]}}
                """.formatted(tables);
        VSchema vschema = VSchema.read(json, ReadOptions.DEFAULT);
        if (!vschema.findings().isEmpty()) {
            assertThrows(VSchemaException.class, () -> VSchema.parse(json));
        }
        return vschema.findings().stream().map(Finding::toString).toList();
    }
}
