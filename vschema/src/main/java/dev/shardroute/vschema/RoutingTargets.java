package dev.shardroute.vschema;

import dev.shardroute.vschema.Finding.Severity;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Finds the routing rules whose target is not there. As in Vitess they do not spoil the VSchema: only a statement that uses
 * the name is refused. With other schema facts the target may be there.
 */
final class RoutingTargets {
    private RoutingTargets() {}

    static List<Finding> check(VSchema vschema) {
        List<RoutingRule> rules = vschema.routingRules();
        return IntStream.range(0, rules.size()).boxed()
                .flatMap(i -> problem(vschema, rules.get(i)).map(message -> new Finding(
                        "$.routing_rules.rules[" + i + "]", message, Severity.UNUSED)).stream())
                .toList();
    }

    private static Optional<String> problem(VSchema vschema, RoutingRule rule) {
        if (rule.problem().isPresent()) {
            // the reader has reported it
            return Optional.empty();
        }
        return rule.to().filter(to -> !exists(vschema, to)).map(to -> "table '" + to + "' does not exist");
    }

    private static boolean exists(VSchema vschema, QualifiedName table) {
        return vschema.findView(table.keyspace(), table.name()).isPresent()
                || table.keyspace().map(vschema.keyspaces()::get).flatMap(there -> there.table(table.name()))
                        .isPresent();
    }
}
