package dev.shardroute.vschema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shardroute.error.ErrorCode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is found wrong with a VSchema, and where. */
final class FindingsTest {
    // the whole

    @Test
    void findings_areReportedTogether() {
        VSchemaException error = assertThrows(VSchemaException.class, () -> VSchema.parse("""
                {"keyspaces": {
                  "a": {"shraded": true},
                  "b": {"sharded": true, "tables": {"t": {}, "u": {"type": "refrence"}}}},
                 "routing_rule": {}}
                """));
        assertEquals(ErrorCode.SR02001, error.code());
        assertEquals(
                List.of(
                        "$.routing_rule: this key is not known; did you mean 'routing_rules'?",
                        "$.keyspaces.a.shraded: this key is not known; did you mean 'sharded'?",
                        "$.keyspaces.b.tables.t: a table of a sharded keyspace needs a primary vindex: the first of "
                                + "'column_vindexes'",
                        "$.keyspaces.b.tables.u.type: 'refrence' is not a type of table; there are '', 'sequence' and "
                                + "'reference'; did you mean 'reference'?"),
                error.findings().stream().map(Finding::toString).toList());
        error.findings().forEach(finding -> assertTrue(error.getMessage().contains(finding.toString())));
    }

    // the text

    @Test
    void textThatIsNotJson_isReportedWithItsPlace() {
        Finding finding = findings("{\"keyspaces\": {\n  \"a\": {\"sharded\": tru}}}").getFirst();
        assertEquals("$", finding.path());
        assertTrue(finding.message().startsWith("not JSON at line 2, column "), finding.message());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "{", "{\"keyspaces\": ", "{} {}", "{\"keyspaces\": {},}", "{'a': 1}", "nope", "\u0000"})
    void textThatIsNotJson_isRefusedWithoutTheParsersWords(String json) {
        List<Finding> findings = findings(json);
        assertEquals(1, findings.size());
        String message = findings.getFirst().message();
        assertTrue(message.startsWith("not JSON"), message);
        assertTrue(!message.contains("Source") && !message.contains("jackson"), message);
    }

    @Test
    void textThatNestsTooDeep_isRefused() {
        assertTrue(findings("[".repeat(100_000)).getFirst().message().startsWith("not JSON"));
    }

    @Test
    void keyThatIsThereTwice_isRefused() {
        assertEquals(1, findings("{\"keyspaces\": {\"a\": {}, \"a\": {}}}").size());
        assertFinding(
                "$.keyspaces.a.requireExplicitRouting: the same key is there in another spelling",
                keyspace("\"require_explicit_routing\": true, \"requireExplicitRouting\": true"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "1", "\"x\"", "true", "null"})
    void textThatIsNoObject_isRefused(String json) {
        assertEquals(List.of(new Finding("$", "must be an object")), findings(json));
    }

    // forms

    @Test
    void valueOfAnotherForm_isRefused() {
        assertFinding("$.keyspaces.a.sharded: must be true or false", keyspace("\"sharded\": \"true\""));
        assertFinding("$.keyspaces.a.tables: must be an object", keyspace("\"tables\": []"));
        assertFinding("$.keyspaces.a.tables.t.columns: must be an array", table("\"columns\": {}"));
        assertFinding("$.keyspaces.a.tables.t.columns[0].name: must be a string",
                table("\"columns\": [{\"name\": 1}]"));
        assertFinding(
                "$.keyspaces.a.tables.t.columns[0].size: must be a whole number",
                table("\"columns\": [{\"name\": \"c\", \"size\": 1.5}]"));
    }

    @Test
    void pathOfAStrangeName_isQuoted() {
        assertFinding(
                "$.keyspaces.a.tables['b`c'].x: this key is not known",
                keyspace("\"tables\": {\"b`c\": {\"x\": 1}}"));
    }

    @Test
    void nameThatIsMissingOrEmpty_isRefused() {
        assertFinding("$.keyspaces.a.tables.t.columns[0]: 'name' is missing", table("\"columns\": [{}]"));
        assertFinding("$.keyspaces.a.tables.t.columns[0]: 'name' is empty", table("\"columns\": [{\"name\": \"\"}]"));
        assertFinding("$.keyspaces.a.vindexes.v: 'type' is missing", keyspace("\"vindexes\": {\"v\": {}}"));
    }

    @Test
    void foreignKeyMode_thatIsNotKnown_isRefused() {
        assertFinding(
                "$.keyspaces.a.foreign_key_mode: 'manged' is none of 'unspecified', 'unmanaged', 'managed' and 'disallow'",
                keyspace("\"foreign_key_mode\": \"manged\""));
    }

    // columns and tables

    @Test
    void typeOfAColumn_thatIsNotKnown_isRefused() {
        assertFinding(
                "$.keyspaces.a.tables.t.columns[0].type: 'VARCHR' is not a type; did you mean 'VARCHAR'?",
                table("\"columns\": [{\"name\": \"c\", \"type\": \"VARCHR\"}]"));
    }

    @Test
    void columnThatIsThereTwice_isRefused_inAnyCase() {
        assertFinding(
                "$.keyspaces.a.tables.t.columns[1]: column 'C' is there twice",
                table("\"columns\": [{\"name\": \"c\"}, {\"name\": \"C\"}]"));
    }

    @Test
    void pinned_thatIsNoKeyspaceId_isRefused() {
        String json = table("\"pinned\": \"8\"");
        assertEquals("$.keyspaces.a.tables.t.pinned", findings(json).getFirst().path());
    }

    @Test
    void sequence_ofAShardedKeyspace_mustBePinned() {
        assertFinding(
                "$.keyspaces.a.tables.t: a sequence must be in an unsharded keyspace, or be pinned",
                keyspace("\"sharded\": true, \"tables\": {\"t\": {\"type\": \"sequence\"}}"));
    }

    @Test
    void default_thatIsNoExpression_isRefused() {
        String start = "$.keyspaces.a.tables.t.columns[0].default: this is not an expression of SQL: SR01001: ";
        String finding =
                findings(table("\"columns\": [{\"name\": \"c\", \"default\": \"1 +\"}]")).getFirst().toString();
        assertTrue(finding.startsWith(start), finding);
    }

    @Test
    void source_ofATableThatIsNoCopy_isRefused() {
        assertTrue(findings(table("\"source\": \"b.t\"")).contains(new Finding(
                "$.keyspaces.a.tables.t.source", "only a table of type 'reference' has a source")));
    }

    @Test
    void textOfOneKeyspace_withoutItsName_isRefused() {
        assertFinding("$: this is of one keyspace, and its name is not given", "{\"sharded\": true}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.b.c", ".b", "a.", "``.b"})
    void source_thatIsNoName_isRefused(String source) {
        assertFinding(
                "$.keyspaces.a.tables.t.source: '" + source + "' is not of the form table or keyspace.table",
                table("\"type\": \"reference\", \"source\": \"" + source + "\""));
    }

    private static String table(String members) {
        return keyspace("\"tables\": {\"t\": {" + members + "}}");
    }

    private static String keyspace(String members) {
        return "{\"keyspaces\": {\"a\": {" + members + "}}}";
    }

    private static void assertFinding(String expected, String json) {
        assertEquals(List.of(expected), findings(json).stream().map(Finding::toString).toList());
    }

    private static List<Finding> findings(String json) {
        return assertThrows(VSchemaException.class, () -> VSchema.parse(json)).findings();
    }
}
