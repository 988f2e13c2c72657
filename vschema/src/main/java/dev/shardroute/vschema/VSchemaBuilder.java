package dev.shardroute.vschema;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardroute.vindex.VindexRegistry;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Declares a VSchema step by step. It is checked as a whole by {@link #build}, as JSON is, and findings have the same paths.
 * Not thread-safe.
 */
public final class VSchemaBuilder {
    private final ObjectNode json = VSchemaJson.object();

    VSchemaBuilder() {}

    /** A keyspace, which {@code declare} describes; what was declared of it before stays. */
    public VSchemaBuilder keyspace(String name, Consumer<KeyspaceDeclaration> declare) {
        declare.accept(new KeyspaceDeclaration(json.withObjectProperty("keyspaces").withObjectProperty(name)));
        return this;
    }

    /**
     * A routing rule.
     *
     * @param from the name that statements use, {@code table} or {@code keyspace.table}, with {@code @replica} or another
     *             tablet type behind it when the rule is for that type only
     * @param to   the table that is meant, {@code keyspace.table}
     */
    public VSchemaBuilder routingRule(String from, String to) {
        return rule("routing_rules", RulesWriter.routing(from, Optional.of(to)));
    }

    /** A routing rule without a target: statements that use the name {@code from} are refused. */
    public VSchemaBuilder disabledTable(String from) {
        return rule("routing_rules", RulesWriter.routing(from, Optional.empty()));
    }

    /** Tables of keyspace {@code from}, which may have a tablet type behind it, are looked for in keyspace {@code to}. */
    public VSchemaBuilder keyspaceRoutingRule(String from, String to) {
        return rule("keyspace_routing_rules", RulesWriter.keyspace(from, to));
    }

    /** A shard of keyspace {@code from} is served by keyspace {@code to}. */
    public VSchemaBuilder shardRoutingRule(String from, String to, String shard) {
        return rule("shard_routing_rules", RulesWriter.shard(from, to, shard));
    }

    /** A share of the reads of a table, in percent, is sent to another table too; both have their keyspace. */
    public VSchemaBuilder mirrorRule(String from, String to, double percent) {
        return rule("mirror_rules", RulesWriter.mirror(from, to, percent));
    }

    private VSchemaBuilder rule(String kind, ObjectNode rule) {
        json.withObjectProperty(kind).withArrayProperty("rules").add(rule);
        return this;
    }

    /**
     * The VSchema, with the standard types of vindex.
     *
     * @throws VSchemaException with everything that is wrong
     */
    public VSchema build() {
        return build(VindexRegistry.standard());
    }

    /**
     * The VSchema, with these types of vindex.
     *
     * @throws VSchemaException with everything that is wrong
     */
    public VSchema build(VindexRegistry registry) {
        VSchema vschema = VSchemaReader.read(json, ReadOptions.DEFAULT.withRegistry(registry));
        VSchemaException.throwIfInvalid(vschema.findings());
        return vschema;
    }
}
