package dev.shardroute.planner;

import dev.shardroute.sql.ast.Query;
import dev.shardroute.sql.normalize.Normalized;
import dev.shardroute.sql.normalize.Normalizer;
import dev.shardroute.sql.normalize.NormalizerOptions;
import dev.shardroute.vschema.Keyspace;
import dev.shardroute.vschema.VSchema;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Takes out of a query what only the session knows: {@code last_insert_id()}, user variables and the like become bind
 * variables, because a shard would answer for its own session. Literals stay; conditions get the form that planning knows.
 */
final class SessionValues {
    private SessionValues() {}

    /** The query, and what the session must add to its bind variables. */
    static Normalized takeOut(Query query, VSchema vschema, PlanningContext context) {
        Set<String> aggregates = vschema.keyspaces().values().stream().map(Keyspace::aggregateFunctions)
                .flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
        NormalizerOptions options = NormalizerOptions.builder().parameterize(false)
                .keyspace(context.keyspace().orElse(null)).aggregateFunctions(aggregates).build();
        return new Normalizer(options).normalize(query);
    }
}
