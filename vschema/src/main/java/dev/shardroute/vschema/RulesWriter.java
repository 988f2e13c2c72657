package dev.shardroute.vschema;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardroute.key.TabletType;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Writes rules, in their order. */
final class RulesWriter {
    private RulesWriter() {}

    static void write(ObjectNode vschema, Rules rules) {
        put(vschema, "routing_rules", rules.routing(), rule -> routing(
                rule.from().written() + suffix(rule.tabletType()), rule.to().map(QualifiedName::written)));
        put(vschema, "shard_routing_rules", rules.shards(), rule -> shard(rule.from(), rule.to(), rule.shard()));
        put(vschema, "keyspace_routing_rules", rules.keyspaces(),
                rule -> keyspace(rule.from() + suffix(rule.tabletType()), rule.to()));
        put(vschema, "mirror_rules", rules.mirrors(), rule -> mirror(
                rule.from().written() + suffix(rule.tabletType()), rule.to().written(), rule.percent()));
    }

    private static <R> void put(ObjectNode vschema, String kind, List<R> rules, Function<R, ObjectNode> write) {
        if (!rules.isEmpty()) {
            ArrayNode array = vschema.putObject(kind).putArray("rules");
            rules.forEach(rule -> array.add(write.apply(rule)));
        }
    }

    /** A routing rule; without a target the name is disabled. */
    static ObjectNode routing(String from, Optional<String> to) {
        ObjectNode json = VSchemaJson.object().put("from_table", from);
        to.ifPresent(target -> json.putArray("to_tables").add(target));
        return json;
    }

    static ObjectNode shard(String from, String to, String shard) {
        return VSchemaJson.object().put("from_keyspace", from).put("to_keyspace", to).put("shard", shard);
    }

    static ObjectNode keyspace(String from, String to) {
        return VSchemaJson.object().put("from_keyspace", from).put("to_keyspace", to);
    }

    /** A mirror rule; a percentage of 0 is left out. */
    static ObjectNode mirror(String from, String to, double percent) {
        ObjectNode json = VSchemaJson.object().put("from_table", from).put("to_table", to);
        boolean whole = percent == Math.rint(percent);
        if (whole && percent != 0) {
            json.put("percent", (long) percent);
        } else if (!whole) {
            json.put("percent", percent);
        }
        return json;
    }

    private static String suffix(Optional<TabletType> tabletType) {
        return tabletType.map(type -> "@" + type).orElse("");
    }
}
