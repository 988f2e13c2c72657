package dev.shardroute.planner.route;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shardroute.error.ShardrouteException;
import dev.shardroute.key.Destination;
import dev.shardroute.testing.Conformance;
import dev.shardroute.topo.Topologies;
import dev.shardroute.vschema.VSchema;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Which targets a session can choose, and in which keyspace its statements then are, as in Vitess. */
final class TargetConformanceTest {
    @Test
    void targetDestinations_agree() {
        each("target_destination", row -> {
            RouterView view = view(row);
            Session session = view.session(row.path("target").textValue());
            Optional<String> qualifier = Optional.of(row.path("qualifier").textValue()).filter(name -> !name.isEmpty());
            assertEquals(row.path("keyspace").textValue(), view.keyspace(qualifier, session).name());
            assertEquals(row.path("tablet_type").textValue(), session.target().tabletType().map(Enum::name)
                    .orElse(row.path("default_tablet_type").textValue()));
            JsonNode shard = row.path("destination").path("shard");
            assertEquals(shard.isTextual() ? Optional.of(new Destination.Shard(shard.textValue())) : Optional.empty(),
                    session.target().destination());
        });
    }

    @Test
    void targets_ofASession_agree() {
        each("set_target_in_transaction", row -> {
            String target = row.path("target").textValue();
            Session session = view(row).session(target);
            assertTrue(row.path("ok").booleanValue());
            assertEquals(target, session.withTransaction(true).keyspace().orElse(""));
        });
    }

    /** A view of unsharded keyspaces. */
    private static RouterView view(JsonNode row) {
        List<String> names = StreamSupport.stream(row.path("keyspaces").spliterator(), false)
                .map(JsonNode::textValue).toList();
        String keyspaces = names.stream().map(name -> "\"" + name + "\": {}").collect(Collectors.joining(", "));
        Map<String, List<String>> shards = names.stream().collect(Collectors.toMap(name -> name, name -> List.of("0")));
        return Router.builder().vschema(VSchema.parse("{\"keyspaces\": {" + keyspaces + "}}"))
                .topology(Topologies.fixed(shards)).build().view();
    }

    private static void each(String part, Consumer<JsonNode> check) {
        assertAll(part, Conformance.rows("keys/keys.json", part).map(row -> () -> checked(row, check)));
    }

    /** Of an error the code must be the same; the rest of a message is in our own words. */
    private static void checked(JsonNode row, Consumer<JsonNode> check) {
        if (row.has("error")) {
            ShardrouteException error =
                    assertThrows(ShardrouteException.class, () -> check.accept(row), row::toString);
            assertTrue(row.path("error").textValue().startsWith(error.code().name() + ":"), row::toString);
        } else {
            check.accept(row);
        }
    }
}
