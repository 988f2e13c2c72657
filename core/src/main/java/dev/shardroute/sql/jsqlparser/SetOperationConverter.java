package dev.shardroute.sql.jsqlparser;

import dev.shardroute.sql.ast.Into;
import dev.shardroute.sql.ast.Query;
import dev.shardroute.sql.ast.Select;
import dev.shardroute.sql.ast.SetOperation;
import dev.shardroute.sql.ast.SetOperation.Arm;
import dev.shardroute.sql.ast.SetOperation.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.sf.jsqlparser.statement.select.ExceptOp;
import net.sf.jsqlparser.statement.select.IntersectOp;
import net.sf.jsqlparser.statement.select.ParenthesedSelect;
import net.sf.jsqlparser.statement.select.SetOperationList;
import net.sf.jsqlparser.statement.select.UnionOp;
import org.jspecify.annotations.Nullable;

/**
 * Converts UNION, EXCEPT and INTERSECT, which JSqlParser lists without saying which binds more tightly. For one list.
 */
final class SetOperationConverter {
    private final QueryConverter queries;
    private Surroundings around;
    private @Nullable Into into;

    SetOperationConverter(QueryConverter queries, Surroundings around) {
        this.queries = queries;
        this.around = around;
    }

    Query convert(SetOperationList list) {
        List<net.sf.jsqlparser.statement.select.SetOperation> operations = list.getOperations();
        int last = list.getSelects().size() - 1;
        Refusal.when(last != operations.size() || last < 1, "a set operation of other than two queries");
        List<Arm> intersections = new ArrayList<>();
        List<Arm> arms = new ArrayList<>();
        Arm term = new Arm(Operator.UNION, false, operand(list.getSelect(0), false));
        for (int i = 0; i < last; i++) {
            Arm arm = arm(operations.get(i), operand(list.getSelect(i + 1), i + 1 == last));
            if (arm.operator() == Operator.INTERSECT) {
                intersections.add(arm);
            } else {
                arms.add(intersected(term, intersections));
                intersections.clear();
                term = arm;
            }
        }
        arms.add(intersected(term, intersections));
        return ofArms(arms);
    }

    private Query operand(net.sf.jsqlparser.statement.select.Select select, boolean last) {
        Query query = queries.convert(select);
        return select instanceof ParenthesedSelect ? query : bare(query, last);
    }

    /** What stands behind the last query belongs to the operation, if there are no parentheses; JSqlParser leaves some of it. */
    private Query bare(Query query, boolean last) {
        Into own = query instanceof Select select ? select.into() : null;
        if (Surroundings.of(query).isEmpty() && own == null) {
            return query;
        }
        Refusal.when(!last || query.with() != null || !(query instanceof Select),
                "ORDER BY and the like in a set operation before its end");
        around = around.with(Surroundings.of(query));
        into = own;
        return Surroundings.NONE.replacing((Select) query, null);
    }

    private static Arm arm(net.sf.jsqlparser.statement.select.SetOperation operation, Query query) {
        String modifier = operation.getModifier() == null ? "" : operation.getModifier().strip();
        boolean all = modifier.toLowerCase(Locale.ROOT).equals("all");
        Refusal.when(!all && !modifier.isEmpty() && !modifier.equalsIgnoreCase("distinct"),
                "a set operation " + modifier);
        Operator operator = switch (operation) {
            case UnionOp union -> Operator.UNION;
            case ExceptOp except -> Operator.EXCEPT;
            case IntersectOp intersect -> Operator.INTERSECT;
            default -> throw Refusal.ofNode(operation);
        };
        return new Arm(operator, all, query);
    }

    /** The operand with the intersections that follow it, which bind more tightly than the operator before it. */
    private static Arm intersected(Arm operand, List<Arm> intersections) {
        if (intersections.isEmpty()) {
            return operand;
        }
        return new Arm(operand.operator(), operand.all(),
                operation(operand.query(), intersections, Surroundings.NONE, null));
    }

    /** The first arm is the first operand. */
    private Query ofArms(List<Arm> arms) {
        Query first = arms.getFirst().query();
        if (arms.size() > 1) {
            return operation(first, arms.subList(1, arms.size()), around, into);
        }
        SetOperation only = (SetOperation) first;
        return new SetOperation(around.with(), only.first(), only.arms(), around.orderBy(), around.limit(),
                around.locks(), into);
    }

    /** Operations on the left do not need the parentheses that they are in: their operands are the first of this one. */
    private static SetOperation operation(Query first, List<Arm> arms, Surroundings around, @Nullable Into into) {
        Query start = first;
        List<Arm> all = new ArrayList<>();
        if (first instanceof SetOperation left && Surroundings.of(left).isEmpty()
                && isIntersection(left.arms()) == isIntersection(arms)) {
            start = left.first();
            all.addAll(left.arms());
        }
        all.addAll(arms);
        return new SetOperation(around.with(), start, all, around.orderBy(), around.limit(), around.locks(), into);
    }

    private static boolean isIntersection(List<Arm> arms) {
        return arms.getFirst().operator() == Operator.INTERSECT;
    }
}
