package dev.shardroute.vschema;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.key.TabletType;
import dev.shardroute.vindex.VindexRegistry;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is known of all keyspaces: their tables and vindexes, and the rules that send a name elsewhere. Immutable. */
public final class VSchema {
    private final Map<String, Keyspace> keyspaces;
    private final Rules rules;
    private final GlobalNames globals;

    VSchema(Collection<Keyspace> keyspaces, Rules rules) {
        Map<String, Keyspace> byName = new LinkedHashMap<>();
        keyspaces.forEach(keyspace -> byName.put(keyspace.name(), keyspace));
        this.keyspaces = Collections.unmodifiableMap(byName);
        this.rules = rules;
        this.globals = GlobalNames.of(keyspaces);
    }

    /** A VSchema of these keyspaces and no rules. */
    public static VSchema of(Collection<Keyspace> keyspaces) {
        return new VSchema(keyspaces, Rules.NONE);
    }

    /**
     * Reads the JSON of Vitess's {@code SrvVSchema} with the standard types of vindex.
     *
     * @throws VSchemaException with everything that is wrong
     */
    public static VSchema parse(String json) {
        return parse(json, VindexRegistry.standard());
    }

    /**
     * Reads the JSON of Vitess's {@code SrvVSchema}: {@code {"keyspaces": {…}, "routing_rules": {…}, …}}. Keys may be in
     * {@code snake_case} or {@code lowerCamelCase}; a key that is not known is an error, and so is a key that is there
     * twice.
     *
     * @throws VSchemaException with everything that is wrong
     */
    public static VSchema parse(String json, VindexRegistry registry) {
        return VSchemaReader.read(json, registry);
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
     *         no such table; without a keyspace {@code VT05004} for no table, {@code SR02003} for more than one
     */
    public Table findTable(Optional<String> keyspace, String table) {
        if (keyspace.isPresent()) {
            return keyspace(keyspace.get()).table(table)
                    .orElseThrow(() -> ErrorCode.VT05005.error(table, keyspace.get()));
        }
        return globals.table(table)
                .or(() -> onlyKeyspace().flatMap(only -> only.table(table)))
                .orElseThrow(() -> ErrorCode.VT05004.error(table));
    }

    private Optional<Keyspace> onlyKeyspace() {
        return keyspaces.size() == 1 ? keyspaces.values().stream().findFirst() : Optional.empty();
    }

    /**
     * The table that a statement means on tablets of a type: {@link #findTable} of what the keyspace routing rules and then
     * the routing rules make of the name. A rule for the tablet type goes before one for all.
     *
     * @throws dev.shardroute.error.ShardrouteException as {@link #findTable}, and {@code SR02005} when a rule disables it
     */
    public Table findRoutedTable(Optional<String> keyspace, String table, TabletType tabletType) {
        Optional<String> routed = keyspace.map(name -> rules.routedKeyspace(name, tabletType));
        Optional<RoutingRule> rule = rules.routing(new QualifiedName(routed, table), tabletType);
        if (rule.isEmpty()) {
            return findTable(routed, table);
        }
        QualifiedName to = rule.get().to().orElseThrow(() -> ErrorCode.SR02005.error(table));
        return findTable(to.keyspace(), to.name());
    }

    /**
     * The vindex of this name in the keyspace, or without a keyspace the only one of that name; empty for none.
     *
     * @throws dev.shardroute.error.ShardrouteException {@code VT05003} for an unknown keyspace, {@code SR02003} when several
     *         keyspaces have one and none is given
     */
    public Optional<VindexDefinition> findVindex(Optional<String> keyspace, String vindex) {
        return keyspace.isPresent()
                ? Optional.ofNullable(keyspace(keyspace.get()).vindexes().get(vindex))
                : globals.vindex(vindex);
    }

    /** The reference tables that are copied from this table, by their keyspace. */
    public Map<String, Table> referencesOf(Table table) {
        return keyspaces.values().stream().flatMap(keyspace -> keyspace.tables().values().stream())
                .filter(copy -> copy.source().filter(source -> isSource(source, table)).isPresent())
                .collect(Collectors.toMap(Table::keyspace, copy -> copy, (first, second) -> first, LinkedHashMap::new));
    }

    private boolean isSource(QualifiedName source, Table table) {
        return source.keyspace().isPresent()
                ? source.equals(table.qualifiedName())
                : source.name().equals(table.name()) && table.source().isEmpty();
    }

    /** The mirror rule in force for reads of this table on tablets of a type; empty for none. */
    public Optional<MirrorRule> findMirrorRule(Table table, TabletType tabletType) {
        return rules.mirror(table.qualifiedName(), tabletType);
    }

    /** The keyspace that serves a shard: that of the shard routing rule, or else {@code keyspace}. */
    public String routedKeyspace(String keyspace, String shard) {
        return rules.shardKeyspace(keyspace, shard);
    }

    /** The routing rules in the order of the text. */
    public List<RoutingRule> routingRules() {
        return rules.routing();
    }

    /** The keyspace routing rules in the order of the text. */
    public List<KeyspaceRoutingRule> keyspaceRoutingRules() {
        return rules.keyspaces();
    }

    /** The shard routing rules in the order of the text. */
    public List<ShardRoutingRule> shardRoutingRules() {
        return rules.shards();
    }

    /** The mirror rules in the order of the text, those not in force included. */
    public List<MirrorRule> mirrorRules() {
        return rules.mirrors();
    }
}
