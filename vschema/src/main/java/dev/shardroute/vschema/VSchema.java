package dev.shardroute.vschema;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.key.TabletType;
import dev.shardroute.sql.ast.AlterVschema;
import dev.shardroute.vindex.VindexRegistry;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is known of all keyspaces: their tables and vindexes, and the rules that send a name elsewhere. Immutable, and asked
 * without locks. Two are equal when their keyspaces and rules are.
 *
 * <p>A VSchema is declared, by JSON or a {@link #builder}; {@link #withFacts} adds what the databases tell. The declared part
 * stays apart, so that it can be written ({@link #json}), altered ({@link #alter}), and get other facts.
 */
public final class VSchema {
    private final Declared declared;
    private final SchemaFacts facts;
    private final List<Finding> findings;
    private final Map<String, Keyspace> keyspaces;
    private final Optional<Keyspace> onlyKeyspace;
    private final GlobalNames globals;
    private final Map<QualifiedName, Map<String, Table>> references;
    private final Set<String> aggregateFunctions;

    VSchema(Declared declared) {
        this(declared, SchemaFacts.NONE, declared.keyspaces().values(), declared.findings());
    }

    VSchema(Declared declared, SchemaFacts facts, Collection<Keyspace> keyspaces, List<Finding> findings) {
        this.declared = declared;
        this.facts = facts;
        this.findings = List.copyOf(findings);
        Map<String, Keyspace> byName = new LinkedHashMap<>();
        keyspaces.forEach(keyspace -> byName.put(keyspace.name(), keyspace));
        this.keyspaces = Collections.unmodifiableMap(byName);
        this.onlyKeyspace = byName.size() == 1 ? byName.values().stream().findFirst() : Optional.empty();
        this.globals = GlobalNames.of(keyspaces, declared::declares);
        this.references = References.bySource(keyspaces, globals);
        this.aggregateFunctions = keyspaces.stream().flatMap(keyspace -> keyspace.aggregateFunctions().stream())
                .map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }

    /** A builder of a VSchema without keyspaces. */
    public static VSchemaBuilder builder() {
        return new VSchemaBuilder();
    }

    /**
     * Reads the JSON of Vitess's {@code SrvVSchema} with the standard types of vindex.
     *
     * @throws VSchemaException with everything that is wrong
     */
    public static VSchema parse(String json) {
        return parse(json, ReadOptions.DEFAULT);
    }

    /**
     * Reads the JSON of Vitess's {@code SrvVSchema} with these types of vindex.
     *
     * @throws VSchemaException with everything that is wrong
     */
    public static VSchema parse(String json, VindexRegistry registry) {
        return parse(json, ReadOptions.DEFAULT.withRegistry(registry));
    }

    /**
     * Reads the JSON of Vitess's {@code SrvVSchema}: {@code {"keyspaces": {…}, "routing_rules": {…}, …}}; or, where the
     * options give its name, that of one keyspace: {@code {"sharded": true, "tables": {…}, …}}, of which references to other
     * keyspaces are not followed. Keys may be in {@code snake_case} or {@code lowerCamelCase}; a key that is not known is an
     * error unless the options say otherwise, and so is a key that is there twice.
     *
     * @throws VSchemaException with everything that is wrong
     */
    public static VSchema parse(String json, ReadOptions options) {
        VSchema vschema = read(json, options);
        VSchemaException.throwIfInvalid(vschema.findings);
        return vschema;
    }

    /**
     * Reads the JSON of one keyspace; references to other keyspaces are not followed.
     *
     * @throws VSchemaException with everything that is wrong
     */
    public static VSchema parseKeyspace(String name, String json) {
        return parse(json, ReadOptions.DEFAULT.withKeyspace(name));
    }

    /**
     * Reads JSON as {@link #parse(String, ReadOptions)} does, and keeps what is right: a keyspace with an error has a {@link
     * Keyspace#problem}, which every use of it gives; the others can be used. {@link #findings} tells what was found.
     *
     * @throws VSchemaException when the text is not JSON
     */
    public static VSchema read(String json, ReadOptions options) {
        return VSchemaReader.read(VSchemaJson.parse(json), options);
    }

    /** What was found when this was read, and with its schema facts: in the whole, in each keyspace, then in the rules. */
    public List<Finding> findings() {
        return Stream.concat(findings.stream(), RoutingTargets.check(this).stream()).toList();
    }

    /**
     * What is declared as JSON in canonical form: keys in {@code snake_case}, names sorted, defaults left out, indented by two
     * blanks. Schema facts are not part of it. It reads as an equal VSchema; one that was read from a text of one keyspace,
     * which may speak of others that are not there, is to be written by {@link #json(String)}.
     *
     * @throws VSchemaException when errors were found in what was read, so that not all of it is here
     */
    public String json() {
        return VSchemaJson.print(VSchemaWriter.write(declared));
    }

    /**
     * One keyspace of what is declared, as {@link #json} writes it.
     *
     * @throws dev.shardroute.error.ShardrouteException {@code VT05003} when there is none of this name; {@link
     *         VSchemaException} as for {@link #json}
     */
    public String json(String keyspace) {
        keyspace(keyspace);
        return VSchemaJson.print(VSchemaWriter.write(declared, keyspace));
    }

    /** This VSchema with these facts, in place of any it had, as Vitess's schema tracker adds them. */
    public VSchema withFacts(SchemaFacts schemaFacts) {
        return SchemaMerge.merge(declared, schemaFacts);
    }

    /**
     * The VSchema after a statement; schema facts stay.
     *
     * @param statement what to change
     * @param keyspace  the keyspace that a name without one is in, or empty when there is none
     * @throws dev.shardroute.error.ShardrouteException {@code VT09005} without keyspace, {@code VT05003} for an unknown one,
     *         {@code SR02008} when the statement does not fit what is there; {@link VSchemaException} when the outcome is not
     *         valid, or errors were found in what was read
     */
    public VSchema alter(AlterVschema statement, Optional<String> keyspace) {
        return VSchemaAlteration.apply(declared, statement, keyspace).withFacts(facts);
    }

    /** The keyspaces by name, in the order of the text. */
    public Map<String, Keyspace> keyspaces() {
        return keyspaces;
    }

    /**
     * The keyspace of this name.
     *
     * @throws dev.shardroute.error.ShardrouteException {@code VT05003} when there is none
     */
    public Keyspace keyspace(String name) {
        Keyspace keyspace = keyspaces.get(name);
        if (keyspace == null) {
            throw ErrorCode.VT05003.error(name);
        }
        return keyspace;
    }

    /**
     * The table that a statement means, routing rules apart. With a keyspace (the one it names, or else the session's) the
     * table is looked for there only. Without one it is the table of that name when there is one such table, keyspaces that
     * require explicit routing and copies of a reference table of the same name left out; or else that of the only keyspace
     * there is. An unsharded keyspace has a table of any name.
     *
     * @throws dev.shardroute.error.ShardrouteException {@code VT05003} for an unknown keyspace, {@code VT05005} when it has
     *         no such table; without a keyspace {@code VT05004} for no table, {@code SR02003} for more than one; and the
     *         error of the keyspace's {@link Keyspace#problem}
     */
    public Table findTable(Optional<String> keyspace, String table) {
        return table(keyspace, table).orElseThrow(() -> keyspace
                .map(name -> ErrorCode.VT05005.error(table, name)).orElseGet(() -> ErrorCode.VT05004.error(table)));
    }

    private Optional<Table> table(Optional<String> keyspace, String table) {
        if (keyspace.isEmpty() && onlyKeyspace.isEmpty()) {
            Optional<Table> global = globals.table(table);
            global.ifPresent(found -> keyspace(found.keyspace()).requireUsable());
            return global;
        }
        Keyspace there = keyspace.isPresent() ? keyspace(keyspace.get()) : onlyKeyspace.orElseThrow();
        there.requireUsable();
        return there.table(table);
    }

    /**
     * The table that a statement means on tablets of a type: {@link #findTable} of what the keyspace routing rules and then
     * the routing rules make of the name. A rule for the tablet type goes before one for all.
     *
     * @throws dev.shardroute.error.ShardrouteException as {@link #findTable}, {@code SR02005} when a rule disables it, and
     *         {@code SR02007} when its rule is wrong
     */
    public Table findRoutedTable(Optional<String> keyspace, String table, TabletType tabletType) {
        QualifiedName name = routedName(keyspace, table, tabletType);
        return findTable(name.keyspace(), name.name());
    }

    /** A rule that sends the name to a view is not for tables. */
    private QualifiedName routedName(Optional<String> keyspace, String table, TabletType tabletType) {
        Optional<String> routed = declared.rules().routedKeyspace(keyspace, tabletType);
        Optional<RoutingRule> rule = declared.rules().routing(routed, table, tabletType);
        if (rule.isEmpty()) {
            return new QualifiedName(routed, table);
        }
        rule.get().problem().ifPresent(why -> {
            throw ErrorCode.SR02007.error(table, why);
        });
        QualifiedName to = rule.get().to().orElseThrow(() -> ErrorCode.SR02005.error(table));
        return findView(to.keyspace(), to.name()).isPresent() ? new QualifiedName(routed, table) : to;
    }

    /**
     * The table or else the vindex that a name in FROM means on tablets of a type.
     *
     * @throws dev.shardroute.error.ShardrouteException as {@link #findRoutedTable}, and {@code SR02006} when several
     *         keyspaces have a vindex of the name and none is given
     */
    public TableOrVindex findTableOrVindex(Optional<String> keyspace, String name, TabletType tabletType) {
        QualifiedName routed = routedName(keyspace, name, tabletType);
        Optional<Table> table = table(routed.keyspace(), routed.name());
        return table.isPresent()
                ? table.get()
                : findVindex(keyspace, name).<TableOrVindex>map(vindex -> vindex)
                        .orElseGet(() -> findTable(routed.keyspace(), routed.name()));
    }

    /**
     * The vindex of this name in the keyspace, or without a keyspace the only one of that name; empty for none.
     *
     * @throws dev.shardroute.error.ShardrouteException {@code VT05003} for an unknown keyspace, {@code SR02006} when several
     *         keyspaces have one and none is given
     */
    public Optional<VindexDefinition> findVindex(Optional<String> keyspace, String vindex) {
        return keyspace.isPresent()
                ? Optional.ofNullable(keyspace(keyspace.get()).vindexes().get(vindex))
                : globals.vindex(vindex);
    }

    /** The view of this name in the keyspace, or without a keyspace when nothing else has the name; empty for none. */
    public Optional<View> findView(Optional<String> keyspace, String view) {
        return keyspace.isPresent()
                ? Optional.ofNullable(keyspaces.get(keyspace.get())).map(there -> there.views().get(view))
                : globals.view(view);
    }

    /**
     * The view that a statement means on tablets of a type: {@link #findView} of what the keyspace routing rules and then the
     * routing rules make of the name. Empty for none.
     */
    public Optional<View> findRoutedView(Optional<String> keyspace, String view, TabletType tabletType) {
        Optional<String> routed = declared.rules().routedKeyspace(keyspace, tabletType);
        Optional<View> target = declared.rules().routing(routed, view, tabletType)
                .filter(rule -> rule.problem().isEmpty())
                .flatMap(RoutingRule::to).flatMap(to -> findView(to.keyspace(), to.name()));
        return target.isPresent() ? target : findView(routed, view);
    }

    /** The reference tables that are copied from this table, by their keyspace. */
    public Map<String, Table> referencesOf(Table table) {
        return references.getOrDefault(table.qualifiedName(), Map.of());
    }

    /** The mirror rule in force for reads of this table on tablets of a type; empty for none. */
    public Optional<MirrorRule> findMirrorRule(Table table, TabletType tabletType) {
        return declared.rules().mirror(table, tabletType);
    }

    /** The keyspace that serves a shard: that of the shard routing rule, or else {@code keyspace}. */
    public String routedKeyspace(String keyspace, String shard) {
        return declared.rules().shardKeyspace(keyspace, shard);
    }

    /** True when a keyspace has a loadable function of this name, in any case, that aggregates. */
    public boolean isAggregateFunction(String function) {
        return aggregateFunctions.contains(function.toLowerCase(Locale.ROOT));
    }

    /** The routing rules in the order of the text. */
    public List<RoutingRule> routingRules() {
        return declared.rules().routing();
    }

    /** The keyspace routing rules in the order of the text. */
    public List<KeyspaceRoutingRule> keyspaceRoutingRules() {
        return declared.rules().keyspaces();
    }

    /** The shard routing rules in the order of the text. */
    public List<ShardRoutingRule> shardRoutingRules() {
        return declared.rules().shards();
    }

    /** The mirror rules in the order of the text, those not in force included. */
    public List<MirrorRule> mirrorRules() {
        return declared.rules().mirrors();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VSchema that && keyspaces.equals(that.keyspaces)
                && declared.rules().equals(that.declared.rules());
    }

    @Override
    public int hashCode() {
        return 31 * keyspaces.hashCode() + declared.rules().hashCode();
    }
}
