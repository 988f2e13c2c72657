package dev.shardroute.planner.rule;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.planner.operator.BindVariable;
import dev.shardroute.planner.operator.Operator;
import dev.shardroute.planner.operator.Operator.RecurseCte;
import dev.shardroute.planner.operator.Planning;
import dev.shardroute.planner.operator.Rewrite;
import dev.shardroute.planner.operator.Trees;
import dev.shardroute.planner.semantics.TableInfo;
import dev.shardroute.planner.tree.HorizonExpansion;
import dev.shardroute.planner.tree.QueryTree;
import dev.shardroute.planner.tree.RecursionTree;
import dev.shardroute.sql.ast.Expression.BoundColumn;
import dev.shardroute.sql.ast.Expression.Variable;
import dev.shardroute.sql.ast.Node;
import dev.shardroute.sql.ast.Nodes;
import dev.shardroute.sql.ast.Query;
import dev.shardroute.sql.ast.Select;
import dev.shardroute.sql.ast.SetOperation;
import dev.shardroute.sql.ast.TableExpression;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Takes recursions apart that the shards cannot do: the gateway runs the step for each row of the step before, and the step is
 * planned anew with variables for what it needs of that row.
 *
 * <pre>
 * RecurseCte              =>   RecurseCte(cte_id)
 *   seed                         seed
 *   e.manager_id = cte.id        e.manager_id = :cte_id
 * </pre>
 */
public final class ExpandRecursion {
    private final RecurseCte recursion;
    private final Planning planning;
    private final Map<String, BoundColumn> needed = new LinkedHashMap<>();

    private ExpandRecursion(RecurseCte recursion, Planning planning) {
        this.recursion = recursion;
        this.planning = planning;
    }

    /**
     * The tree after it.
     *
     * @throws dev.shardroute.error.ShardrouteException {@code VT12001} when the gateway cannot run the steps
     */
    public static Operator apply(Operator root, Planning planning) {
        return Trees.topDown(root, operator -> operator instanceof RecurseCte recursion && !recursion.apart()
                ? new ExpandRecursion(recursion, planning).expanded()
                : operator);
    }

    private Operator expanded() {
        String name = recursion.table().definition().name();
        if (RecursionTree.isLimited(recursion.table())) {
            throw ErrorCode.VT12001.error("LIMIT of the recursive common table expression '" + name + "'");
        }
        if (recursion.distinct()) {
            throw ErrorCode.VT12001.error("UNION of distinct rows over several shards in the recursive common table"
                    + " expression '" + name + "'");
        }
        Query step = Nodes.rewrite(RecursionTree.step(recursion.table()), this::withVariables);
        if (Nodes.anyMatch(step, this::needsOtherPhases)) {
            throw ErrorCode.VT12001
                    .error("UNION, HAVING or recursion in a step of the recursive common table expression '"
                            + name + "' over several shards");
        }
        Operator tree = QueryTree.of(step, planning);
        if (!(tree instanceof Operator.Horizon horizon)) {
            throw ErrorCode.VT13001.error("a step that is no query");
        }
        List<BindVariable> variables = needed.entrySet().stream()
                .map(entry -> new BindVariable(entry.getKey(), entry.getValue())).toList();
        return HorizonExpansion.expand(horizon, planning) instanceof Rewrite.To(var rows, var what)
                ? recursion.takeApart(rows, variables)
                : recursion;
    }

    private Node withVariables(Node node) {
        if (node instanceof BoundColumn column && column.source() == recursion.table().inner()) {
            String name = planning.argumentFor(column);
            needed.put(name, column);
            return new Variable(name, null);
        }
        return node;
    }

    /** True for what phases are for that are over. */
    private boolean needsOtherPhases(Node node) {
        return switch (node) {
            case SetOperation union -> true;
            case Select select -> select.having() != null;
            case TableExpression.Bound bound ->
                    planning.semantics().info(bound.number()) instanceof TableInfo.Recursive;
            default -> false;
        };
    }
}
