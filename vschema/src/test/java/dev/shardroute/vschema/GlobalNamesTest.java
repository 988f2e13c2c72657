package dev.shardroute.vschema;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shardroute.error.ErrorCode;
import dev.shardroute.error.ShardrouteException;
import dev.shardroute.testing.Conformance;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which names are found without a keyspace, as in Vitess. */
final class GlobalNamesTest {
    @Test
    void names_areGlobalAsInVitess() {
        assertAll(Conformance.rows("vschema/cases.json", "cases")
                .filter(row -> row.path("name").textValue().equals("TestAutoGlobalRoutingExtended"))
                .map(row -> () -> check(row)));
    }

    private static void check(JsonNode row) {
        VSchema vschema = VSchema.parse(row.path("vschema").toString());
        JsonNode expect = row.path("expect").path("after_additional_global_tables");
        expect.path("global").forEach(
                name -> assertEquals(name.textValue(), vschema.findTable(Optional.empty(), name.textValue()).name()));
        expect.path("ambiguous").forEach(name -> assertCode(ErrorCode.SR02003, vschema, name.textValue()));
        expect.path("not_found").forEach(name -> assertCode(ErrorCode.VT05004, vschema, name.textValue()));
    }

    private static void assertCode(ErrorCode code, VSchema vschema, String table) {
        ShardrouteException error =
                assertThrows(ShardrouteException.class, () -> vschema.findTable(Optional.empty(), table));
        assertEquals(code, error.code());
    }
}
