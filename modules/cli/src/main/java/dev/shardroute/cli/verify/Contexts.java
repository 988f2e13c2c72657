package dev.shardroute.cli.verify;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shardroute.cli.InputException;
import dev.shardroute.cli.InputFiles;
import dev.shardroute.cli.Json;
import dev.shardroute.key.TabletType;
import dev.shardroute.key.Target;
import dev.shardroute.planner.Planner;
import dev.shardroute.planner.PlanningContext;
import dev.shardroute.planner.PlanningContext.Servers;
import dev.shardroute.planner.plan.Plan;
import dev.shardroute.vschema.SchemaFacts;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * How the planner is set up for each file of cases: {@code {"contexts": {name: context}, "files": {file: name}}}. A context
 * names a VSchema in the folder {@code vschemas} beside the file, and what else there is to know. Not thread-safe.
 */
public final class Contexts {
    private static final String VSCHEMA = "vschema";
    private static final String KEYSPACE = "defaultKeyspace";
    private static final String TARGET = "target";
    private static final String TABLET_TYPE = "tabletType";
    private static final String VERSION = "mysqlVersion";
    private static final String COLLATION = "connectionCollation";
    private static final String TEXT_COLLATION = "defaultTextCollation";
    /** What the planning of queries asks for. */
    private static final Set<String> ASKED_FOR =
            Set.of(VSCHEMA, KEYSPACE, TARGET, TABLET_TYPE, VERSION, COLLATION, TEXT_COLLATION);
    /** What a context may say and no part of the planner asks for yet; literals always stay in plans. */
    private static final Set<String> NOT_ASKED_FOR = Set.of("parameterizeLiterals", "foreignKeyChecks",
            "setSystemVariables", "viewsEnabled", "preparedStatements", "userVariables");

    private final Path file;
    private final JsonNode contexts;
    private final JsonNode files;
    private final Map<String, Planner> planners = new HashMap<>();

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
        known.addAll(ASKED_FOR);
        known.addAll(ContextFacts.KEYS);
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
        return PlanningSetup.of(plans(caseFile));
    }

    /** What plans the statements of the file of cases of this name; fails as {@link #setup} does. */
    Function<String, Plan> plans(String caseFile) {
        Planner planner = planner(caseFile);
        PlanningContext session = session(caseFile);
        return query -> planner.plan(query, session);
    }

    /** The planner for the file of cases of this name; fails as {@link #setup} does. */
    public Planner planner(String caseFile) {
        String name = nameOf(caseFile);
        return planners.computeIfAbsent(name, key -> planner(key, contexts.path(key)));
    }

    /** The session for the file of cases of this name; fails as {@link #setup} does. */
    public PlanningContext session(String caseFile) {
        return session(contexts.path(nameOf(caseFile)));
    }

    private String nameOf(String caseFile) {
        JsonNode name = files.path(caseFile);
        if (!name.isTextual()) {
            throw new InputException(file.toString(), "'files' has no context for " + caseFile);
        }
        if (contexts.path(name.textValue()).isMissingNode()) {
            throw new InputException(file.toString(),
                    "files." + caseFile + ": there is no context '" + name.textValue() + "'");
        }
        return name.textValue();
    }

    private Planner planner(String name, JsonNode context) {
        Path vschema = file.resolveSibling("vschemas").resolve(context.path(VSCHEMA).textValue());
        SchemaFacts facts = ContextFacts.read(file + ": contexts." + name, context);
        return new Planner(InputFiles.vschema(vschema).withFacts(facts));
    }

    private PlanningContext session(JsonNode context) {
        Target target = Target.parse(context.path(TARGET).asText(""));
        Optional<String> keyspace = target.keyspace().or(() -> text(context, KEYSPACE));
        Servers servers = new Servers(text(context, VERSION).orElse(Servers.DEFAULT.version()),
                text(context, COLLATION).orElse(Servers.DEFAULT.collation()), text(context, TEXT_COLLATION));
        return new PlanningContext(keyspace, tabletType(context), target.destination(), servers);
    }

    private static Optional<String> text(JsonNode context, String key) {
        return Optional.ofNullable(context.path(key).textValue());
    }

    private TabletType tabletType(JsonNode context) {
        String name = context.path(TABLET_TYPE).asText(TabletType.PRIMARY.name());
        return TabletType.ofName(name).orElseThrow(
                () -> new InputException(file.toString(), TABLET_TYPE + ": '" + name + "' is no type of tablet"));
    }
}
