package dev.shardroute.vschema;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Marks the mirror rules that cannot be in force. As in Vitess they do not spoil the VSchema: reads go on without a mirror.
 *
 * @param keyspaces all keyspaces by name
 * @param targets   the keyspaces that some rule mirrors to
 */
record MirrorChecks(Map<String, Keyspace> keyspaces, Set<String> targets) {
    static List<MirrorRule> check(Collection<Keyspace> keyspaces, List<MirrorRule> rules) {
        Map<String, Keyspace> byName =
                keyspaces.stream().collect(Collectors.toMap(Keyspace::name, Function.identity()));
        MirrorChecks checks = new MirrorChecks(byName, Set.of());
        Set<String> targets = rules.stream()
                .filter(rule -> rule.problem().isEmpty() && checks.problem(rule).isEmpty())
                .flatMap(rule -> rule.to().keyspace().stream()).collect(Collectors.toSet());
        return rules.stream().map(new MirrorChecks(byName, targets)::marked).toList();
    }

    private MirrorRule marked(MirrorRule rule) {
        return rule.problem().isPresent() ? rule : rule.withProblem(problem(rule));
    }

    private Optional<String> problem(MirrorRule rule) {
        if (rule.from().keyspace().equals(rule.to().keyspace())) {
            return Optional.of("a table cannot be mirrored to its own keyspace");
        }
        if (rule.from().keyspace().filter(targets::contains).isPresent()) {
            return Optional.of("mirrors cannot be chained");
        }
        if (!exists(rule.from())) {
            return Optional.of("table '" + rule.from() + "' does not exist");
        }
        return exists(rule.to()) ? Optional.empty() : Optional.of("table '" + rule.to() + "' does not exist");
    }

    private boolean exists(QualifiedName table) {
        return table.keyspace().map(keyspaces::get).flatMap(keyspace -> keyspace.table(table.name())).isPresent();
    }
}
