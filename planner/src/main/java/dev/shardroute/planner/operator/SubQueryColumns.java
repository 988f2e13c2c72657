package dev.shardroute.planner.operator;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.planner.plan.PulloutOpcode;
import dev.shardroute.planner.semantics.SemanticTable;
import dev.shardroute.planner.semantics.TableSet;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.BoundColumn;
import dev.shardroute.sql.ast.Expression.Variable;
import dev.shardroute.sql.ast.Expressions;
import dev.shardroute.sql.ast.SelectItem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The columns of a query with a subquery beside it: those of the query. */
public final class SubQueryColumns {
    private SubQueryColumns() {}

    static Added add(Operator.SubQuery subquery, SelectItem.Item item, boolean reuse, boolean groupBy,
            Planning planning) {
        SelectItem.Item typed = new SelectItem.Item(typed(item.expression(), subquery, planning), item.alias());
        return over(subquery, Columns.add(subquery.outer().orElseThrow(), typed, reuse, groupBy, planning));
    }

    static Added addWeightString(Operator.SubQuery subquery, int column, boolean underRoute, Planning planning) {
        return over(subquery, Columns.addWeightString(subquery.outer().orElseThrow(), column, underRoute, planning));
    }

    private static Added over(Operator.SubQuery subquery, Added outer) {
        return new Added(subquery.with(Optional.of(outer.operator()), subquery.subquery()), outer.column());
    }

    /** The expression with the type of the subquery's value where it has the variable for it. */
    private static Expression typed(Expression expression, Operator.SubQuery subquery, Planning planning) {
        return subquery.role() == SubQueryRole.VALUE && subquery.use().opcode() == PulloutOpcode.VALUE
                ? Expressions.rewrite(expression, part -> part instanceof Variable(var name, var type)
                        && name.equals(subquery.argument()) ? variable(subquery, planning) : part)
                : expression;
    }

    /** The variable for the value of a subquery, of its type where that is known. */
    public static Variable variable(Operator.SubQuery subquery, Planning planning) {
        return SemanticTable.items(subquery.use().query()).getFirst() instanceof SelectItem.Item item
                ? JoinColumns.variable(subquery.argument(), item.expression(), planning)
                : new Variable(subquery.argument());
    }

    /** The operator with its variables found in the query around the subquery. */
    public static Operator.SubQuery planOffsets(Operator.SubQuery subquery, Planning planning) {
        Operator outer = subquery.outer().orElseThrow();
        Map<String, Integer> variables = new LinkedHashMap<>();
        for (BindVariable variable : variables(subquery, outer, planning)) {
            Added added = Columns.add(outer, Items.of(variable.expression()), true, false, planning);
            outer = added.operator();
            variables.put(variable.name(), added.column());
        }
        return subquery.with(Optional.of(outer), subquery.subquery()).withVariables(variables);
    }

    private static List<BindVariable> variables(Operator.SubQuery subquery, Operator outer, Planning planning) {
        TableSet tables = TableIds.of(outer);
        List<BindVariable> variables = new ArrayList<>();
        for (Expression predicate : subquery.predicates()) {
            variables.addAll(JoinColumns.split(predicate, tables, planning).left());
        }
        variables.addAll(subquery.extra());
        return variables;
    }

    /**
     * The columns of the query around a subquery that the subquery needs.
     *
     * @throws dev.shardroute.error.ShardrouteException {@code VT12001} when it needs something that is no column
     */
    public static List<BoundColumn> outerColumns(Operator.SubQuery subquery, Operator outer, Planning planning) {
        List<BoundColumn> columns = new ArrayList<>();
        for (BindVariable variable : variables(subquery, outer, planning)) {
            if (!(variable.expression() instanceof BoundColumn column)) {
                throw ErrorCode.VT12001.error("an aggregate of the outer query in a subquery");
            }
            columns.add(column);
        }
        return columns;
    }
}
