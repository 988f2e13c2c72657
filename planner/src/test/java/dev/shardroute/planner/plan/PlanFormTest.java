package dev.shardroute.planner.plan;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shardroute.testing.Conformance;
import dev.shardroute.vindex.Vindex;
import dev.shardroute.vindex.VindexRegistry;
import dev.shardroute.vindex.VindexTraits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** The plans of Vitess can be made of our steps, and these are then described as Vitess describes them. */
class PlanFormTest {
    /** Plans of the conformance data that consist of known steps; more may come with it. */
    private static final int KNOWN_PLANS = 1000;

    @Test
    void plansOfVitess_areDescribedAsTheyWere() throws IOException {
        List<Executable> checks = new ArrayList<>();
        try (Stream<Path> files = Files.list(Conformance.path("plans/cases"))) {
            files.map(file -> file.getFileName().toString()).sorted().forEach(file -> checks.addAll(checks(file)));
        }
        assertTrue(checks.size() >= KNOWN_PLANS, () -> "only " + checks.size() + " plans are of known steps");
        assertAll(checks);
    }

    private static List<Executable> checks(String file) {
        JsonNode contexts = Conformance.json("plans/contexts.json");
        String context = contexts.path("files").path(file).asText();
        PlanReader reader = new PlanReader(vindexes(contexts.path("contexts").path(context).path("vschema").asText()));
        List<Executable> checks = new ArrayList<>();
        for (JsonNode row : Conformance.json("plans/cases/" + file)) {
            JsonNode plan = row.path("plan");
            if (PlanReader.knows(plan.path("Instructions"))) {
                checks.add(() -> assertDescribed(reader, plan));
            }
        }
        return checks;
    }

    private static void assertDescribed(PlanReader reader, JsonNode plan) throws JsonProcessingException {
        Primitive root = reader.read(plan.path("Instructions"));
        assertEquals(plan.path("Instructions"), new ObjectMapper().readTree(PlanJson.describe(root, "").toString()));
        assertEquals(plan.path("Type").asText(), PlanType.of(root).label(), () -> plan.path("Original").asText());
    }

    /** By name; those of all keyspaces together, which are alike where they have the same name. */
    private static Map<String, Vindex> vindexes(String vschema) {
        Map<String, Vindex> vindexes = new HashMap<>();
        for (JsonNode keyspace : Conformance.json("plans/vschemas/" + vschema).path("keyspaces")) {
            keyspace.path("vindexes").properties().forEach(vindex -> vindexes.put(vindex.getKey(),
                    new NamedVindex(vindex.getKey(), traits(vindex.getValue().path("type").asText()))));
        }
        return vindexes;
    }

    private static VindexTraits traits(String type) {
        return VindexRegistry.standard().traits(type).orElseThrow();
    }

    private record NamedVindex(String name, VindexTraits traits) implements Vindex {}
}
