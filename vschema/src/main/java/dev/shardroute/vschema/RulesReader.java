package dev.shardroute.vschema;

import dev.shardroute.vschema.Finding.Severity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Reads the rules of a VSchema. A routing or mirror rule that is wrong keeps its place, and says why it cannot be used.
 *
 * @param vschema   the members of the VSchema
 * @param findings  takes what is wrong
 * @param keyspaces all keyspaces
 */
record RulesReader(JsonFields vschema, Findings findings, Collection<Keyspace> keyspaces) {
    Rules read() {
        return new Rules(
                rules("routing_rules", RulesReader::routing, rule -> List.of(rule.from(), rule.tabletType()),
                        (rule, why) -> new RoutingRule(rule.from(), rule.tabletType(), rule.to(), why)),
                present(rules("keyspace_routing_rules", this::keyspace,
                        rule -> rule.map(known -> List.of(known.from(), known.tabletType())), (rule, why) -> rule)),
                present(rules("shard_routing_rules", this::shard,
                        rule -> rule.map(known -> List.of(known.from(), known.shard())), (rule, why) -> rule)),
                mirrors(rules("mirror_rules", RulesReader::mirror, rule -> List.of(rule.from(), rule.tabletType()),
                        MirrorRule::withProblem)));
    }

    /** The rules of one kind; {@code key} is what there may be one rule for. */
    private <R> List<R> rules(String kind, Function<JsonPart, R> read, Function<R, Object> key,
            BiFunction<R, Optional<String>, R> withProblem) {
        Set<Object> seen = new HashSet<>();
        List<R> rules = new ArrayList<>();
        for (JsonPart written : elements(kind)) {
            JsonPart part = written.notedApart();
            R rule = read.apply(part);
            Object name = key.apply(rule);
            if (!name.equals(Optional.empty()) && !seen.add(name)) {
                part.note("there is a rule for this name already");
            }
            findings.addAll(part.findings());
            Optional<String> problem = problem(part.findings());
            rules.add(problem.isPresent() ? withProblem.apply(rule, problem) : rule);
        }
        return rules;
    }

    private List<JsonPart> elements(String kind) {
        return vschema.get(kind).map(part -> new JsonPart(part.node(), part.path(), findings))
                .map(part -> part.fields(KnownKeys.RULES).elements("rules")).orElse(List.of());
    }

    private static Optional<String> problem(Findings found) {
        String problem = found.list().stream().filter(Finding::isError).map(Finding::message)
                .collect(Collectors.joining("; "));
        return Optional.of(problem).filter(text -> !text.isEmpty());
    }

    private static <R> List<R> present(List<Optional<R>> rules) {
        return rules.stream().flatMap(Optional::stream).toList();
    }

    private List<MirrorRule> mirrors(List<MirrorRule> read) {
        List<MirrorRule> rules = MirrorChecks.check(keyspaces, read);
        String path = vschema.get("mirror_rules").map(JsonPart::path).orElse("");
        for (int i = 0; i < rules.size(); i++) {
            Optional<String> problem = rules.get(i).problem();
            if (problem.isPresent() && read.get(i).problem().isEmpty()) {
                findings.add(new Finding(path + ".rules[" + i + "]", problem.get(), Severity.UNUSED));
            }
        }
        return rules;
    }

    private static RoutingRule routing(JsonPart json) {
        JsonFields fields = json.fields(KnownKeys.ROUTING_RULE);
        List<QualifiedName> to = fields.list("to_tables", part -> part.text()
                .flatMap(text -> new RuleName(text, Optional.empty()).qualifiedTable(part)));
        if (to.size() > 1) {
            json.note("a routing rule has one target, or none to disable the table; this one has " + to.size());
        }
        RuleName from = RuleName.required(fields, "from_table");
        return new RoutingRule(
                fields.get("from_table").flatMap(from::table).orElse(from.unread()), from.tabletType(),
                to.stream().findFirst());
    }

    private Optional<KeyspaceRoutingRule> keyspace(JsonPart json) {
        JsonFields fields = json.fields(KnownKeys.KEYSPACE_ROUTING_RULE);
        Optional<String> to = targetKeyspace(fields);
        RuleName from = RuleName.required(fields, "from_keyspace");
        return to.filter(target -> !from.name().isEmpty())
                .map(target -> new KeyspaceRoutingRule(from.name(), from.tabletType(), target));
    }

    /** One that is not there is an error of its use only, as in Vitess. */
    private Optional<String> targetKeyspace(JsonFields fields) {
        Optional<String> to = fields.requiredText("to_keyspace");
        List<String> known = keyspaces.stream().map(Keyspace::name).toList();
        to.filter(name -> !known.contains(name)).flatMap(name -> fields.get("to_keyspace")).ifPresent(part -> part.note(
                "keyspace '" + to.orElse("") + "' does not exist" + Suggestion.of(to.orElse(""), known),
                Severity.UNUSED));
        return to;
    }

    private Optional<ShardRoutingRule> shard(JsonPart json) {
        JsonFields fields = json.fields(KnownKeys.SHARD_ROUTING_RULE);
        Optional<String> from = fields.requiredText("from_keyspace");
        Optional<String> to = targetKeyspace(fields);
        return fields.requiredText("shard").flatMap(
                shard -> from.flatMap(source -> to.map(target -> new ShardRoutingRule(source, shard, target))));
    }

    private static MirrorRule mirror(JsonPart json) {
        JsonFields fields = json.fields(KnownKeys.MIRROR_RULE);
        // the sum makes zero of a negative zero
        double percent = fields.get("percent").flatMap(JsonPart::number).orElse(0.0) + 0.0;
        if (percent < 0 || percent > 100) {
            json.note("'percent' must be from 0 to 100");
        }
        RuleName from = RuleName.required(fields, "from_table");
        RuleName to = new RuleName(fields.requiredText("to_table").orElse(""), Optional.empty());
        return new MirrorRule(
                fields.get("from_table").flatMap(from::qualifiedTable).orElse(from.unread()), from.tabletType(),
                fields.get("to_table").flatMap(to::qualifiedTable).orElse(to.unread()), percent, Optional.empty());
    }
}
