package dev.shardroute.planner.semantics;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shardroute.key.TabletType;
import dev.shardroute.planner.PlanningContext;
import dev.shardroute.planner.PlanningContext.Servers;
import dev.shardroute.sql.SqlParser;
import dev.shardroute.sql.ast.Query;
import dev.shardroute.testing.Conformance;
import dev.shardroute.vschema.ReadOptions;
import dev.shardroute.vschema.SchemaFacts;
import dev.shardroute.vschema.VSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The case files of plans among the conformance data, each with the VSchema and the session that it is for. */
final class CaseFiles {
    private final JsonNode contexts = Conformance.json("plans/contexts.json");
    private final Map<String, VSchema> vschemas = new HashMap<>();

    /** The names of the files. */
    Stream<String> names() {
        return Conformance.path("plans/cases").toFile().exists()
                ? Stream.of(Conformance.path("plans/cases").toFile().list()).sorted()
                : Stream.empty();
    }

    /** The cases of a file. */
    Stream<JsonNode> cases(String file) {
        return StreamSupport.stream(Conformance.json("plans/cases/" + file).spliterator(), false);
    }

    /** The text of a case. */
    static String query(JsonNode planCase) {
        JsonNode query = planCase.path("query");
        return query.isTextual()
                ? query.textValue()
                : String.join(" ", StreamSupport.stream(query.spliterator(), false).map(JsonNode::textValue).toList());
    }

    /** The session of a file. */
    PlanningContext session(String file) {
        JsonNode context = context(file);
        Servers servers = new Servers(context.path("mysqlVersion").asText(),
                context.path("connectionCollation").asText(),
                Optional.ofNullable(context.path("defaultTextCollation").textValue()));
        return new PlanningContext(Optional.ofNullable(context.path("defaultKeyspace").textValue()),
                TabletType.PRIMARY).with(servers);
    }

    /** The VSchema of a file. */
    VSchema vschema(String file) {
        return vschemas.computeIfAbsent(contextName(file), name -> read(contexts.path("contexts").path(name)));
    }

    private String contextName(String file) {
        return contexts.path("files").path(file).asText("default");
    }

    private JsonNode context(String file) {
        return contexts.path("contexts").path(contextName(file));
    }

    private static VSchema read(JsonNode context) {
        try {
            String json = Files.readString(
                    Conformance.path("plans/vschemas/" + context.path("vschema").textValue()));
            return VSchema.read(json, ReadOptions.DEFAULT.withUnknownKeysAsWarnings()).withFacts(facts(context));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SchemaFacts facts(JsonNode context) {
        SchemaFacts.Builder facts = SchemaFacts.builder();
        SqlParser parser = new SqlParser();
        context.path("views").forEach(view -> facts.view(view.path("keyspace").textValue(),
                view.path("name").textValue(), (Query) parser.parse(view.path("definition").textValue())));
        context.path("aggregateFunctions").forEach(function -> facts
                .aggregateFunction(function.path("keyspace").textValue(), function.path("name").textValue()));
        return facts.build();
    }
}
