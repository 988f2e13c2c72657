package dev.shardroute.vschema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.shardroute.vschema.Finding.Severity;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is found wrong with vindexes and their use by tables. */
final class ColumnVindexFindingsTest {
    private static final String TABLE = "$.keyspaces.a.tables.t";

    @Test
    void type_thatIsNotKnown_isRefused_onceForAllItsUses() {
        assertFindings(
                "\"vindexes\": {\"h\": {\"type\": \"hsah\"}}, " + uses("{\"column\": \"id\", \"name\": \"h\"}"),
                "$.keyspaces.a.vindexes.h: SR02002: vindex type 'hsah' is not known; did you mean 'hash'?");
    }

    @Test
    void parameter_thatIsBad_isRefused() {
        assertFindings(
                "\"vindexes\": {\"m\": {\"type\": \"multicol\", \"params\": {\"column_count\": \"9\"}}}",
                "$.keyspaces.a.vindexes.m: SR02004: vindex 'm': parameter 'column_count' is '9'; 1 to 8 is needed");
        assertFindings(
                "\"vindexes\": {\"l\": {\"type\": \"lookup\", \"params\": {\"write_only\": true}}}",
                "$.keyspaces.a.vindexes.l.params.write_only: must be a string");
    }

    @Test
    void parameterAndOwner_thatHaveNoEffect_areWarnings() {
        List<Finding> findings = VSchema.parseKeyspace("a", """
                {"vindexes": {
                  "l": {"type": "lookup", "params": {"tabel": "l", "from": "f", "xyz": "1"}, "owner": "user"},
                  "h": {"type": "hash", "params": {"a": "b"}, "owner": "users"},
                  "m": {"type": "multicol", "params": {"column_count": "1", "for_a_part": "1"}},
                  "fine": {"type": "lookup_unique", "params": {"table": "l"}, "owner": "users"}},
                 "tables": {"users": {}}}
                """).findings();
        assertEquals(
                List.of(
                        "$.vindexes.l.params.tabel: type 'lookup' does not know this parameter; did you mean 'table'?",
                        "$.vindexes.l.params.xyz: type 'lookup' does not know this parameter",
                        "$.vindexes.l.owner: 'user' is not a table of the keyspace; did you mean 'users'?",
                        "$.vindexes.h.params.a: type 'hash' does not know this parameter",
                        "$.vindexes.h.owner: type 'hash' has no lookup table that could be owned"),
                findings.stream().map(Finding::toString).toList());
        assertEquals(Set.of(Severity.WARNING),
                findings.stream().map(Finding::severity).collect(Collectors.toSet()));
    }

    @Test
    void vindex_thatIsNotDeclared_isRefused() {
        assertFindings(
                vindexes() + uses("{\"column\": \"id\", \"name\": \"hahs\"}"),
                TABLE + ".column_vindexes[0]: vindex 'hahs' is not declared in keyspace 'a'; did you mean 'hash'?");
    }

    @Test
    void primaryVindex_thatIsNotUnique_isRefused() {
        assertFindings(
                vindexes() + uses("{\"column\": \"id\", \"name\": \"many\"}"),
                TABLE + ".column_vindexes[0]: the primary vindex 'many' must be of a unique type, and 'lookup' is not");
    }

    @Test
    void primaryVindex_thatIsOwned_isRefused() {
        assertFindings(
                vindexes() + uses("{\"column\": \"id\", \"name\": \"owned\"}"),
                TABLE + ".column_vindexes[0]: the primary vindex 'owned' cannot be owned by the table");
    }

    @Test
    void multiColumnVindex_thatIsNotPrimary_isRefused() {
        assertFindings(
                vindexes() + uses(
                        "{\"column\": \"id\", \"name\": \"hash\"}, {\"columns\": [\"a\", \"b\"], \"name\": \"multi\"}"),
                TABLE + ".column_vindexes[1]: vindex 'multi' of type 'region_experimental' must be the primary vindex");
    }

    @Test
    void columns_thatAreBothOrNeither_areRefused() {
        assertFindings(
                vindexes() + uses("{\"column\": \"id\", \"columns\": [\"id\"], \"name\": \"hash\"}"),
                TABLE + ".column_vindexes[0]: 'column' and 'columns' cannot both be given");
        assertFindings(
                vindexes() + uses("{\"name\": \"hash\"}"),
                TABLE + ".column_vindexes[0]: 'column' or 'columns' must name at least one column");
    }

    @Test
    void columnWithoutName_isRefused() {
        assertFindings(
                vindexes() + uses("{\"columns\": [\"id\", \"\"], \"name\": \"hash\"}"),
                TABLE + ".column_vindexes[0].columns[1]: this name is empty");
    }

    @Test
    void consistentLookup_withAnotherNumberOfColumns_isRefused_forItsOwnerOnly() {
        String lookups = """
                "vindexes": {
                  "hash": {"type": "hash"},
                  "mine": {"type": "consistent_lookup", "params": {"table": "x", "from": "a,b", "to": "k"}, "owner": "t"},
                  "other": {"type": "consistent_lookup", "params": {"table": "y", "from": "a,b", "to": "k"}, "owner": "u"}},
                """;
        assertFindings(
                lookups + uses("{\"column\": \"id\", \"name\": \"hash\"}, {\"column\": \"a\", \"name\": \"mine\"}, "
                        + "{\"column\": \"a\", \"name\": \"other\"}"),
                TABLE + ".column_vindexes[1]: vindex 'mine' needs as many columns of its owner as 'from' has: 'a,b'");
    }

    @Test
    void allThatIsWrong_isReported_ofOneTableToo() {
        assertFindings(
                vindexes() + "\"tables\": {\"t\": {\"colums\": [], \"pinned\": \"8\", \"column_vindexes\": ["
                        + "{\"column\": \"id\", \"name\": \"many\"}, {\"column\": \"id\", \"name\": \"hahs\"}]}}",
                TABLE + ".colums: this key is not known; did you mean 'columns'?",
                TABLE + ".column_vindexes[1]: vindex 'hahs' is not declared in keyspace 'a'; did you mean 'hash'?",
                TABLE + ".pinned: SR03001: '8' is not a valid keyspace id: an even number of hexadecimal digits is needed",
                TABLE + ".column_vindexes[0]: the primary vindex 'many' must be of a unique type, and 'lookup' is not");
    }

    private static String vindexes() {
        return """
                "vindexes": {
                  "hash": {"type": "hash", "owner": "t"},
                  "many": {"type": "lookup"},
                  "owned": {"type": "lookup_unique", "owner": "t"},
                  "multi": {"type": "region_experimental", "params": {"region_bytes": "1"}}},
                """;
    }

    private static String uses(String columnVindexes) {
        return "\"tables\": {\"t\": {\"column_vindexes\": [" + columnVindexes + "]}}";
    }

    private static void assertFindings(String keyspace, String... expected) {
        String json = "{\"keyspaces\": {\"a\": {\"sharded\": true, " + keyspace + "}}}";
        VSchemaException error = assertThrows(VSchemaException.class, () -> VSchema.parse(json));
        assertEquals(List.of(expected), error.findings().stream().map(Finding::toString).toList());
    }
}
