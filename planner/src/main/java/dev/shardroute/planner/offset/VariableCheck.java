package dev.shardroute.planner.offset;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.planner.plan.GatewayPrimitive;
import dev.shardroute.planner.plan.Opcode;
import dev.shardroute.planner.plan.Primitive;
import dev.shardroute.planner.plan.ValueExpr;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Node;
import dev.shardroute.sql.ast.Nodes;
import dev.shardroute.sql.ast.Query;
import dev.shardroute.sql.printer.SqlTemplate;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * Refuses a plan that sends shards a variable of which no step before has found the value: planning has merged or moved what it
 * should not have. Only variables that planning has made up are looked at.
 *
 * @param own the variables that need no step: those of the statement
 */
record VariableCheck(Set<String> own) {
    /** What routes give values to themselves. */
    private static final String OF_ROUTES = "__v";
    private static final String UPPER_LIMIT = "__upper_limit";

    /**
     * Checks the plan of a query.
     *
     * @throws dev.shardroute.error.ShardrouteException {@code VT12001}
     */
    static void check(Primitive plan, Query query) {
        Set<String> own = new HashSet<>();
        Nodes.forEach(query, node -> collect(node, own));
        new VariableCheck(own).check(plan, Set.of());
    }

    private static void collect(Node node, Set<String> names) {
        if (node instanceof Expression.Variable variable) {
            names.add(variable.name());
        } else if (node instanceof Expression.ListVariable variable) {
            names.add(variable.name());
        }
    }

    private void check(Primitive step, Set<String> given) {
        switch (step) {
            case Primitive.Route route -> check(route, given);
            case GatewayPrimitive.Join join -> {
                check(join.left(), given);
                check(join.right(), with(given, join.variables().keySet()));
            }
            case GatewayPrimitive.SemiJoin join -> {
                check(join.left(), given);
                check(join.right(), with(given, join.variables().keySet()));
            }
            case GatewayPrimitive.RecurseCte recursion -> {
                check(recursion.seed(), given);
                check(recursion.term(), with(given, recursion.variables().keySet()));
            }
            case GatewayPrimitive.UncorrelatedSubquery subquery -> {
                check(subquery.subquery(), given);
                Set<String> found = new HashSet<>(given);
                if (subquery.result() != null) {
                    found.add(subquery.result());
                }
                if (subquery.hasRows() != null) {
                    found.add(subquery.hasRows());
                }
                check(subquery.outer(), found);
            }
            case GatewayPrimitive.Filter filter -> {
                check(filter.predicate(), given);
                check(filter.input(), given);
            }
            case GatewayPrimitive.Projection projection -> {
                projection.columns().forEach(column -> check(column.expression(), given));
                check(projection.input(), given);
            }
            case GatewayPrimitive.VindexLookup lookup -> {
                lookup.routing().values().forEach(value -> check(value, given));
                check(lookup.target(), given);
            }
            default -> step.inputs().forEach(input -> check(input, given));
        }
    }

    private static Set<String> with(Set<String> given, Collection<String> more) {
        Set<String> all = new HashSet<>(given);
        all.addAll(more);
        return all;
    }

    private void check(ValueExpr value, Set<String> given) {
        switch (value) {
            case ValueExpr.Constant constant -> {
                // known
            }
            case ValueExpr.Variable(var name) -> check(name, given);
            case ValueExpr.ListVariable(var name) -> check(name, given);
            case ValueExpr.RowsColumn(var name, var index) -> check(name, given);
            case ValueExpr.Tuple(var members) -> members.forEach(member -> check(member, given));
            case ValueExpr.Computed(var expression) -> check(expression, given);
        }
    }

    private void check(Primitive.Route route, Set<String> given) {
        route.routing().values().forEach(value -> check(value, given));
        route.routing().systemTables().schemas().forEach(schema -> check(schema, given));
        route.routing().systemTables().tables().values().forEach(table -> check(table, given));
        boolean isSent = route.routing().opcode() != Opcode.NONE || route.options().neverEmpty();
        for (SqlTemplate.Site site : isSent ? route.query().sites() : route.fieldQuery().sites()) {
            if (!route.routing().systemTables().tables().containsKey(site.name())) {
                check(site.name(), given);
            }
        }
    }

    private void check(Node node, Set<String> given) {
        switch (node) {
            case Expression.Offset offset -> {
                // what it was is for people
            }
            case Expression.Variable variable -> check(variable.name(), given);
            case Expression.ListVariable variable -> check(variable.name(), given);
            default -> Nodes.forEachPart(node, part -> check(part, given));
        }
    }

    private void check(String name, Set<String> given) {
        if (!own.contains(name) && !given.contains(name) && !name.startsWith(OF_ROUTES)
                && !name.equals(UPPER_LIMIT)) {
            throw ErrorCode.VT12001.error("a query of several shards that needs the value " + name
                    + " where it is not known");
        }
    }
}
