package dev.shardroute.planner.tree;

import dev.shardroute.planner.operator.Planning;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expressions;
import dev.shardroute.sql.ast.Select;
import java.util.ArrayList;
import java.util.List;

/** Moves conditions of HAVING that need no groups to WHERE, so that they can decide on shards and joins. */
final class HavingConditions {
    private HavingConditions() {}

    /** The query with them moved; itself where that could leave groups that HAVING takes away. */
    static Select moved(Select select, Planning planning) {
        if (select.having() == null || select.groupBy().rollup() || isOneGroup(select, select.having(), planning)) {
            return select;
        }
        List<Expression> where = new ArrayList<>(Expressions.conjuncts(select.where()));
        List<Expression> having = new ArrayList<>();
        for (Expression condition : Expressions.conjuncts(select.having())) {
            (isOfGroups(condition, planning) ? having : where).add(condition);
        }
        return select.withWhere(Expressions.and(where)).withHaving(Expressions.and(having));
    }

    /** All rows, and of no rows too. */
    private static boolean isOneGroup(Select select, Expression having, Planning planning) {
        return select.groupBy().isEmpty() && (planning.containsAggregate(having)
                || select.items().stream().anyMatch(planning::containsAggregate));
    }

    private static boolean isOfGroups(Expression condition, Planning planning) {
        return planning.containsAggregate(condition) || planning.containsWindow(condition);
    }
}
