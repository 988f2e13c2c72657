package dev.shardroute.vschema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.shardroute.vschema.Finding.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is found wrong with rules. */
final class RuleFindingsTest {
    @Test
    void routingRule_ofSeveralTargets_isRefused() {
        assertFindings(
                "routing_rules", "{\"from_table\": \"t\", \"to_tables\": [\"a.t\", \"b.t\"]}",
                "$.routing_rules.rules[0]: a routing rule has one target, or none to disable the table; this one has 2");
    }

    @Test
    void routingRule_thatIsThereTwice_isRefused() {
        assertFindings(
                "routing_rules", "{\"from_table\": \"t@replica\"}, {\"from_table\": \"t\"}, {\"from_table\": \"`t`\"}",
                "$.routing_rules.rules[2]: there is a rule for this name already");
    }

    @ParameterizedTest
    @CsvSource({"t@stone, 'stone' is not a tablet type",
        "t@replcia, 'replcia' is not a tablet type; did you mean 'replica'?",
        "a.b.c, 'a.b.c' is not of the form table or keyspace.table"})
    void routingRule_fromNoName_isRefused(String from, String message) {
        assertFindings(
                "routing_rules", "{\"from_table\": \"" + from + "\"}",
                "$.routing_rules.rules[0].from_table: " + message);
    }

    @ParameterizedTest
    @CsvSource({"t", "a.t@replica", "a.b.c"})
    void routingRule_toNoQualifiedName_isRefused(String to) {
        assertFindings(
                "routing_rules", "{\"from_table\": \"t\", \"to_tables\": [\"" + to + "\"]}",
                "$.routing_rules.rules[0].to_tables[0]: '" + to + "' is not of the form keyspace.table");
    }

    @ParameterizedTest
    @CsvSource({
        "a, b.t, .from_table: 'a' is not of the form keyspace.table",
        "a.t, b, .to_table: 'b' is not of the form keyspace.table",
        "a.t, b.t@replica, .to_table: 'b.t@replica' is not of the form keyspace.table",
        "a.t@stone, b.t, .from_table: 'stone' is not a tablet type",
        "'', b.t, : 'from_table' is empty",
    })
    void mirrorRule_ofNoNames_isRefused(String from, String to, String expected) {
        assertFindings(
                "mirror_rules", "{\"from_table\": \"" + from + "\", \"to_table\": \"" + to + "\"}",
                "$.mirror_rules.rules[0]" + expected);
    }

    @Test
    void mirrorRule_ofAnImpossibleShare_isRefused() {
        assertFindings(
                "mirror_rules", "{\"from_table\": \"a.t\", \"to_table\": \"b.t\", \"percent\": 101}",
                "$.mirror_rules.rules[0]: 'percent' must be from 0 to 100");
    }

    @Test
    void otherRules_needTheirNames() {
        assertFindings(
                "shard_routing_rules", "{\"from_keyspace\": \"a\", \"to_keyspace\": \"b\"}",
                "$.shard_routing_rules.rules[0]: 'shard' is missing");
        assertFindings(
                "keyspace_routing_rules", "{\"from_keyspace\": \"a\"}",
                "$.keyspace_routing_rules.rules[0]: 'to_keyspace' is missing");
    }

    @Test
    void keyspaceThatARuleLeadsTo_andIsNotThere_isAFinding_andTheVSchemaIsValid() {
        List<Finding> findings = VSchema.parse("""
                {"keyspaces": {"main": {}},
                 "keyspaceRoutingRules": {"rules": [{"fromKeyspace": "old", "toKeyspace": "mian"}]},
                 "shard_routing_rules": {"rules": [{"from_keyspace": "main", "to_keyspace": "none", "shard": "-80"}]},
                 "mirrorRules": {"rules": [{"fromTable": "main.t", "toTable": "none.t"}]}}
                """).findings();
        assertEquals(
                List.of(
                        new Finding("$.keyspaceRoutingRules.rules[0].toKeyspace",
                                "keyspace 'mian' does not exist; did you mean 'main'?", Severity.UNUSED),
                        new Finding("$.shard_routing_rules.rules[0].to_keyspace", "keyspace 'none' does not exist",
                                Severity.UNUSED),
                        new Finding("$.mirrorRules.rules[0]", "table 'none.t' does not exist", Severity.UNUSED)),
                findings);
    }

    private static void assertFindings(String kind, String rules, String... expected) {
        String json = "{\"keyspaces\": {\"a\": {}, \"b\": {}}, \"" + kind + "\": {\"rules\": [" + rules + "]}}";
        VSchemaException error = assertThrows(VSchemaException.class, () -> VSchema.parse(json));
        assertEquals(List.of(expected), error.findings().stream().map(Finding::toString).toList());
    }
}
