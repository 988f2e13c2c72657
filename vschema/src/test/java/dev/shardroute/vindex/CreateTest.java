package dev.shardroute.vindex;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shardroute.error.ShardrouteException;
import dev.shardroute.testing.Conformance;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How vindexes are made of their parameters, as in Vitess. */
final class CreateTest {
    @Test
    void vindex_isMadeOfGoodParametersOnly() {
        List<JsonNode> rows = new ArrayList<>();
        Conformance.json("vindex/create.json").forEach(rows::add);
        assertAll(rows.stream().map(row -> () -> check(row)));
    }

    private static void check(JsonNode row) {
        if (row.path("expect").has("error")) {
            assertThrows(ShardrouteException.class, () -> VindexRows.create(row), row.toString());
        } else {
            checkTraits(row);
        }
    }

    private static void checkTraits(JsonNode row) {
        Vindex vindex = VindexRows.create(row);
        JsonNode expect = row.path("expect");
        List<String> unknown = new ArrayList<>();
        expect.path("unknown_params").forEach(param -> unknown.add(param.textValue()));
        assertAll(row.toString(),
                () -> assertEquals(expect.path("string").textValue(), vindex.name()),
                () -> assertEquals(expect.path("cost").intValue(), vindex.cost()),
                () -> assertEquals(expect.path("unique").booleanValue(), vindex.isUnique()),
                () -> assertEquals(expect.path("needs_vcursor").booleanValue(), vindex.has(Capability.NEEDS_QUERIES)),
                () -> assertEquals(unknown, VindexRegistry.standard()
                        .unknownParameters(row.path("vindex").textValue(), VindexRows.params(row))));
    }
}
