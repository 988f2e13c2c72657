package dev.shardroute.planner.tree;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.planner.operator.Operator;
import dev.shardroute.planner.operator.Planning;
import dev.shardroute.planner.operator.QueryTable;
import dev.shardroute.planner.operator.Routing;
import dev.shardroute.planner.semantics.TableInfo;
import dev.shardroute.sql.ast.Query;
import dev.shardroute.sql.ast.SetOperation;
import dev.shardroute.sql.ast.SetOperation.Arm;
import dev.shardroute.sql.ast.TableExpression;
import dev.shardroute.sql.ast.TableName;
import dev.shardroute.vschema.Table;
import java.util.List;
import java.util.Optional;

/** The operators of recursive common table expressions. */
public final class RecursionTree {
    private RecursionTree() {}

    /**
     * The tree of a recursive common table expression that FROM names: the last query of its union is the step.
     *
     * @throws dev.shardroute.error.ShardrouteException {@code VT12001} when it is no UNION
     */
    public static Operator of(TableInfo.Recursive table, Planning planning) {
        SetOperation union = definition(table);
        Arm last = union.arms().getLast();
        if (last.operator() != SetOperation.Operator.UNION) {
            throw UnionTree.unplanned(last.operator());
        }
        return new Operator.RecurseCte(QueryTree.of(seed(union), planning), QueryTree.of(last.query(), planning),
                table, !last.all());
    }

    /** The query of a step, by the columns of the common table expression in its last query. */
    public static Query step(TableInfo.Recursive table) {
        return definition(table).arms().getLast().query();
    }

    /** True when the recursion ends with so many rows. */
    public static boolean isLimited(TableInfo.Recursive table) {
        return definition(table).limit() != null;
    }

    private static SetOperation definition(TableInfo.Recursive table) {
        if (!(table.definition().query() instanceof SetOperation union)) {
            throw ErrorCode.VT13001.error("a recursive common table expression without UNION");
        }
        return union;
    }

    private static Query seed(SetOperation union) {
        List<Arm> arms = union.arms().subList(0, union.arms().size() - 1);
        return arms.isEmpty()
                ? union.first()
                : new SetOperation(null, union.first(), arms, List.of(), null, List.of(), null);
    }

    /**
     * What reads the rows of the step before, in the definition of a recursive common table expression: to a shard that has
     * the whole definition it is a table, to all others nothing.
     */
    public static Operator of(TableInfo.RecursiveTable table, Planning planning) {
        String alias = table.name().equals(table.common()) ? null : table.name();
        TableInfo.Real rows = new TableInfo.Real(table.number(), table.name(),
                new TableExpression.Table(TableName.of(table.common()), alias),
                Table.dual(planning.anyKeyspace().name()), false, Optional.empty(),
                Optional.empty());
        return new Operator.Route(new Operator.Table(new QueryTable(rows, List.of())), new Routing.Dual());
    }
}
