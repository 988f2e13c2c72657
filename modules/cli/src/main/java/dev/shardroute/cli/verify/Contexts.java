package dev.shardroute.cli.verify;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shardroute.cli.InputException;
import dev.shardroute.cli.InputFiles;
import dev.shardroute.cli.Json;
import dev.shardroute.key.TabletType;
import dev.shardroute.planner.Planner;
import dev.shardroute.planner.PlanningContext;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How the planner is set up for each file of cases: {@code {"contexts": {name: context}, "files": {file: name}}}. A context
 * names a VSchema in the folder {@code vschemas} beside the file, and what else there is to know. Not thread-safe.
 */
public final class Contexts {
    /** What a context may say and no part of the planner asks for yet. */
    private static final Set<String> NOT_ASKED_FOR = Set.of("mysqlVersion", "connectionCollation",
            "defaultTextCollation", "parameterizeLiterals", "views", "aggregateFunctions", "primaryKeys", "uniqueKeys",
            "foreignKeys", "foreignKeyChecks", "setSystemVariables", "viewsEnabled", "preparedStatements",
            "userVariables", "target");

    private static final String VSCHEMA = "vschema";
    private static final String KEYSPACE = "defaultKeyspace";
    private static final String TABLET_TYPE = "tabletType";

    private final Path file;
    private final JsonNode contexts;
    private final JsonNode files;
    private final Map<Path, Planner> planners = new HashMap<>();

    private Contexts(Path file, JsonNode json) {
        this.file = file;
        this.contexts = json.path("contexts");
        this.files = json.path("files");
    }

    /**
     * Reads a file of contexts.
     *
     * @throws InputException when it is not of that form, or says what is not known
     */
    public static Contexts read(Path file) {
        JsonNode json = Json.read(file);
        for (String part : Set.of("contexts", "files")) {
            if (!json.path(part).isObject()) {
                throw new InputException(file.toString(), "'" + part + "' must be an object");
            }
        }
        Contexts contexts = new Contexts(file, json);
        contexts.checkKeys("", json, Set.of("contexts", "files"));
        contexts.contexts.properties().forEach(context -> contexts.checkContext(context.getKey(), context.getValue()));
        return contexts;
    }

    private void checkContext(String name, JsonNode context) {
        String path = "contexts." + name + ".";
        if (!context.isObject()) {
            throw new InputException(file.toString(), "contexts." + name + ": must be an object");
        }
        Set<String> known = new HashSet<>(NOT_ASKED_FOR);
        known.addAll(Set.of(VSCHEMA, KEYSPACE, TABLET_TYPE));
        checkKeys(path, context, known);
        if (!context.path(VSCHEMA).isTextual()) {
            throw new InputException(file.toString(), path + VSCHEMA + ": the name of a file is needed");
        }
    }

    private void checkKeys(String path, JsonNode object, Set<String> known) {
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            if (!known.contains(member.getKey())) {
                throw new InputException(file.toString(), path + member.getKey() + ": this key is not known");
            }
        }
    }

    /**
     * The setup for the file of cases of this name.
     *
     * @throws InputException when there is no context for it, or its VSchema is not right
     */
    public PlanningSetup setup(String caseFile) {
        JsonNode name = files.path(caseFile);
        if (!name.isTextual()) {
            throw new InputException(file.toString(), "'files' has no context for " + caseFile);
        }
        JsonNode context = contexts.path(name.textValue());
        if (context.isMissingNode()) {
            throw new InputException(file.toString(),
                    "files." + caseFile + ": there is no context '" + name.textValue() + "'");
        }
        Path vschema = file.resolveSibling("vschemas").resolve(context.path(VSCHEMA).textValue());
        Planner planner = planners.computeIfAbsent(vschema, path -> new Planner(InputFiles.vschema(path)));
        Optional<String> keyspace = Optional.ofNullable(context.path(KEYSPACE).textValue());
        return PlanningSetup.of(planner, new PlanningContext(keyspace, tabletType(context)));
    }

    private TabletType tabletType(JsonNode context) {
        String name = context.path(TABLET_TYPE).asText(TabletType.PRIMARY.name());
        return TabletType.ofName(name).orElseThrow(
                () -> new InputException(file.toString(), TABLET_TYPE + ": '" + name + "' is no type of tablet"));
    }
}
