package dev.shardroute.vschema;

import dev.shardroute.key.TabletType;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads the rules of a VSchema. */
final class RulesReader {
    private RulesReader() {}

    static Rules read(JsonFields vschema, Collection<Keyspace> keyspaces) {
        return new Rules(
                rules(vschema, "routing_rules", RulesReader::routing, rule -> List.of(rule.from(), rule.tabletType())),
                rules(vschema, "keyspace_routing_rules", RulesReader::keyspace,
                        rule -> List.of(rule.from(), rule.tabletType())),
                rules(vschema, "shard_routing_rules", RulesReader::shard, rule -> List.of(rule.from(), rule.shard())),
                MirrorChecks.check(keyspaces, rules(vschema, "mirror_rules", RulesReader::mirror,
                        rule -> List.of(rule.from(), rule.tabletType()))));
    }

    /** The rules of one kind; {@code key} is what there may be one rule for. */
    private static <R> List<R> rules(JsonFields vschema, String name, Function<JsonPart, Optional<R>> read,
            Function<R, Object> key) {
        Set<Object> seen = new HashSet<>();
        return vschema.get(name).map(part -> part.fields("rules").list("rules", element -> {
            Optional<R> rule = read.apply(element);
            rule.filter(found -> !seen.add(key.apply(found)))
                    .ifPresent(found -> element.note("there is a rule for this name already"));
            return rule;
        })).orElse(List.of());
    }

    private static Optional<RoutingRule> routing(JsonPart json) {
        JsonFields fields = json.fields("from_table", "to_tables");
        List<QualifiedName> to = fields.list("to_tables", RulesReader::qualified);
        if (to.size() > 1) {
            json.note("a routing rule has one target, or none to disable the table; this one has " + to.size());
        }
        return typed(fields, "from_table").flatMap(from -> from.table()
                .map(table -> new RoutingRule(table, from.tabletType(), to.stream().findFirst())));
    }

    private static Optional<KeyspaceRoutingRule> keyspace(JsonPart json) {
        JsonFields fields = json.fields("from_keyspace", "to_keyspace");
        Optional<String> to = fields.requiredText("to_keyspace");
        return typed(fields, "from_keyspace")
                .flatMap(from -> to.map(target -> new KeyspaceRoutingRule(from.name(), from.tabletType(), target)));
    }

    private static Optional<ShardRoutingRule> shard(JsonPart json) {
        JsonFields fields = json.fields("from_keyspace", "to_keyspace", "shard");
        Optional<String> from = fields.requiredText("from_keyspace");
        Optional<String> to = fields.requiredText("to_keyspace");
        return fields.requiredText("shard").flatMap(
                shard -> from.flatMap(source -> to.map(target -> new ShardRoutingRule(source, shard, target))));
    }

    private static Optional<MirrorRule> mirror(JsonPart json) {
        JsonFields fields = json.fields("from_table", "to_table", "percent");
        double percent = fields.get("percent").flatMap(JsonPart::number).orElse(0.0);
        if (percent < 0 || percent > 100) {
            json.note("'percent' must be from 0 to 100");
        }
        Optional<QualifiedName> to = fields.requiredText("to_table").isEmpty()
                ? Optional.empty()
                : fields.get("to_table").flatMap(RulesReader::qualified);
        return typed(fields, "from_table").flatMap(from -> from.qualifiedTable().flatMap(source -> to
                .map(target -> new MirrorRule(source, from.tabletType(), target, percent, Optional.empty()))));
    }

    /** The name of a table with its keyspace. */
    private static Optional<QualifiedName> qualified(JsonPart json) {
        return json.text().flatMap(text -> new TypedName(text, Optional.empty(), json).qualifiedTable());
    }

    /** A name that may end in {@code @} and a tablet type. */
    private static Optional<TypedName> typed(JsonFields fields, String key) {
        Optional<String> text = fields.requiredText(key);
        Optional<JsonPart> part = fields.get(key);
        return text.isEmpty() ? Optional.empty() : part.flatMap(json -> TypedName.parse(text.get(), json));
    }

    /** A name, and the tablet type that it is for. */
    private record TypedName(String name, Optional<TabletType> tabletType, JsonPart json) {
        static Optional<TypedName> parse(String text, JsonPart json) {
            int at = text.lastIndexOf('@');
            if (at < 0) {
                return Optional.of(new TypedName(text, Optional.empty(), json));
            }
            Optional<TabletType> type = TabletType.ofName(text.substring(at + 1));
            if (type.isEmpty()) {
                json.note("'" + text.substring(at + 1) + "' is not a tablet type");
            }
            return type.map(known -> new TypedName(text.substring(0, at), type, json));
        }

        Optional<QualifiedName> table() {
            Optional<QualifiedName> table = QualifiedName.parse(name);
            if (table.isEmpty() || name.indexOf('@') >= 0) {
                json.note("'" + name + "' is not of the form table or keyspace.table");
                return Optional.empty();
            }
            return table;
        }

        Optional<QualifiedName> qualifiedTable() {
            Optional<QualifiedName> table = QualifiedName.parse(name).filter(parsed -> parsed.keyspace().isPresent());
            if (table.isEmpty() || name.indexOf('@') >= 0) {
                json.note("'" + name + "' is not of the form keyspace.table");
                return Optional.empty();
            }
            return table;
        }
    }
}
