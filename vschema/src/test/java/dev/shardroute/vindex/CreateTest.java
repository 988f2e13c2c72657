package dev.shardroute.vindex;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shardroute.error.ShardrouteException;
import dev.shardroute.testing.Conformance;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How vindexes are made of their parameters, as in Vitess. */
final class CreateTest {
    @Test
    void vindex_ofGoodParameters_hasTheTraitsOfVitess() {
        assertAll(rows().filter(row -> row.path("expect").has("ok")).map(row -> () -> checkTraits(row)));
    }

    /** The other types check their parameters when they are implemented. */
    @Test
    void lookup_ofBadParameters_isRefused() {
        assertAll(rows().filter(row -> row.path("expect").has("error"))
                .filter(row -> row.path("vindex").textValue().contains("lookup"))
                .map(row -> () -> assertThrows(ShardrouteException.class, () -> create(row), row.toString())));
    }

    private static void checkTraits(JsonNode row) {
        Vindex vindex = create(row);
        JsonNode expect = row.path("expect");
        assertEquals(expect.path("cost").intValue(), vindex.cost(), row.toString());
        assertEquals(expect.path("unique").booleanValue(), vindex.isUnique(), row.toString());
        assertEquals(
                expect.path("needs_vcursor").booleanValue(), vindex.has(Capability.NEEDS_QUERIES), row.toString());
    }

    private static Vindex create(JsonNode row) {
        Map<String, String> params = new LinkedHashMap<>();
        row.path("params").properties().forEach(param -> params.put(param.getKey(), param.getValue().textValue()));
        return VindexRegistry.standard().create(row.path("vindex").textValue(), row.path("name").textValue(), params);
    }

    private static Stream<JsonNode> rows() {
        List<JsonNode> rows = new ArrayList<>();
        Conformance.json("vindex/create.json").forEach(rows::add);
        return rows.stream().filter(row -> row.path("op").textValue().equals("create"));
    }
}
