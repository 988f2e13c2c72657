package dev.shardroute.planner.check;

import dev.shardroute.planner.plan.Plan;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Node;
import dev.shardroute.sql.ast.Nodes;
import dev.shardroute.sql.ast.Statement;
import dev.shardroute.sql.normalize.SessionFunction;
import dev.shardroute.sql.normalize.SessionNeeds;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** The bind variables that have values: {@code :name} of one value and {@code ::name} of a list. */
record Variables(Set<String> values, Set<String> lists) {
    /** Copies the sets. */
    Variables {
        values = Set.copyOf(values);
        lists = Set.copyOf(lists);
    }

    /** The statement's own, and those that the session adds. */
    static Variables of(Statement statement, Plan plan) {
        Set<String> values = new HashSet<>();
        Set<String> lists = new HashSet<>();
        Nodes.forEach(statement, node -> collect(node, values, lists));
        plan.needs().functions().stream().map(SessionFunction::variable).forEach(values::add);
        plan.needs().systemVariables().stream().map(SessionNeeds::variable).forEach(values::add);
        values.addAll(plan.needs().userVariables().keySet());
        return new Variables(values, lists);
    }

    private static void collect(Node node, Set<String> values, Set<String> lists) {
        if (node instanceof Expression.Variable(var name, var type)) {
            values.add(name);
        } else if (node instanceof Expression.ListVariable(var name)) {
            lists.add(name);
        }
    }

    Variables withValues(Collection<String> more) {
        Set<String> all = new HashSet<>(values);
        all.addAll(more);
        return new Variables(all, lists);
    }

    Variables withLists(Collection<String> more) {
        Set<String> all = new HashSet<>(lists);
        all.addAll(more);
        return new Variables(values, all);
    }
}
