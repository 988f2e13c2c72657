package dev.shardroute.planner.routing;

import dev.shardroute.planner.operator.Planning;
import dev.shardroute.planner.operator.Predicate;
import dev.shardroute.planner.operator.Routing.InfoSchema;
import dev.shardroute.planner.plan.RoutingParameters.SystemTables;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.BoundColumn;
import dev.shardroute.sql.ast.Expression.Call;
import dev.shardroute.sql.ast.Expression.Comparison;
import dev.shardroute.sql.ast.Expression.ComparisonOperator;
import dev.shardroute.sql.ast.Expression.Variable;
import dev.shardroute.sql.ast.VariableType;
import dev.shardroute.type.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Predicates on system tables that name a schema or a table. Names are not the same on the shards, so that in what is sent to
 * them variables stand for the names.
 */
final class SystemTablePredicates {
    private static final Set<String> SCHEMA_COLUMNS = Set.of("constraint_schema", "event_object_schema", "event_schema",
            "referenced_table_schema", "routine_schema", "schema_name", "specific_schema", "table_schema",
            "trigger_schema", "unique_constraint_schema", "view_schema");
    private static final Set<String> TABLE_COLUMNS = Set.of("table_name", "referenced_table_name");
    /** What the shard itself tells. */
    private static final Set<String> OWN_SCHEMA = Set.of("database", "schema");

    private SystemTablePredicates() {}

    /** The routing for rows for which a predicate holds too. */
    static Routings.Step add(Predicate predicate, InfoSchema routing, Planning planning) {
        // half a join predicate is made whole again when the sides become one route
        return predicate.join() != 0
                ? new Routings.Step(routing, predicate)
                : comparison(predicate.expression()).map(named -> add(named, routing, planning))
                        .orElseGet(() -> new Routings.Step(routing, predicate));
    }

    /** A comparison of a column that holds names with something. */
    private record Named(BoundColumn column, Expression value) {
        boolean isSchema() {
            return SCHEMA_COLUMNS.contains(column.name().toLowerCase(Locale.ROOT));
        }

        Predicate with(Expression other) {
            return Predicate.of(new Comparison(ComparisonOperator.EQUAL, column, other));
        }
    }

    private static Optional<Named> comparison(Expression predicate) {
        if (!(predicate instanceof Comparison(var operator, var left, var right))
                || operator != ComparisonOperator.EQUAL) {
            return Optional.empty();
        }
        if (left instanceof BoundColumn column && isName(column)) {
            return Optional.of(new Named(column, right));
        }
        return right instanceof BoundColumn column && isName(column)
                ? Optional.of(new Named(column, left))
                : Optional.empty();
    }

    private static boolean isName(BoundColumn column) {
        String name = column.name().toLowerCase(Locale.ROOT);
        return SCHEMA_COLUMNS.contains(name) || TABLE_COLUMNS.contains(name);
    }

    private static Routings.Step add(Named named, InfoSchema routing, Planning planning) {
        if (!Values.isComputable(named.value) || asksShard(named.value)) {
            return new Routings.Step(routing, named.with(named.value));
        }
        if (named.isSchema()) {
            return new Routings.Step(withSchema(routing, named.value),
                    named.with(variable(SystemTables.SCHEMA_VARIABLE)));
        }
        String name = planning.argumentFor(named.column);
        Expression known = routing.tables().get(name);
        // a variable has one value
        return known != null && !known.equals(named.value)
                ? new Routings.Step(routing, named.with(named.value))
                : new Routings.Step(withTable(routing, name, named.value), named.with(variable(name)));
    }

    private static boolean asksShard(Expression value) {
        return value instanceof Call call && OWN_SCHEMA.contains(call.name().toLowerCase(Locale.ROOT));
    }

    private static Variable variable(String name) {
        return new Variable(name, VariableType.of(Type.VARCHAR));
    }

    private static InfoSchema withSchema(InfoSchema routing, Expression schema) {
        if (routing.schemas().contains(schema)) {
            return routing;
        }
        List<Expression> schemas = new ArrayList<>(routing.schemas());
        schemas.add(schema);
        return new InfoSchema(schemas, routing.tables());
    }

    private static InfoSchema withTable(InfoSchema routing, String variable, Expression table) {
        Map<String, Expression> tables = new LinkedHashMap<>(routing.tables());
        tables.put(variable, table);
        return new InfoSchema(routing.schemas(), tables);
    }

    /** The routing of two queries of system tables that become one; empty when they may ask for different schemas. */
    static Optional<InfoSchema> merged(InfoSchema first, InfoSchema second) {
        if (first.equals(InfoSchema.ANY)) {
            return Optional.of(second);
        }
        if (second.equals(InfoSchema.ANY)) {
            return Optional.of(first);
        }
        boolean contradicts = second.tables().entrySet().stream().anyMatch(table -> !first.tables()
                .getOrDefault(table.getKey(), table.getValue()).equals(table.getValue()));
        if (contradicts || !first.schemas().equals(second.schemas())) {
            return Optional.empty();
        }
        InfoSchema both = first;
        for (Map.Entry<String, Expression> table : second.tables().entrySet()) {
            both = withTable(both, table.getKey(), table.getValue());
        }
        return Optional.of(both);
    }
}
