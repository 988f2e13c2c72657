package dev.shardroute.planner.semantics;

import dev.shardroute.sql.ast.CommonTable;
import dev.shardroute.sql.ast.Node;
import dev.shardroute.sql.ast.Nodes;
import dev.shardroute.sql.ast.Query;
import dev.shardroute.sql.ast.TableExpression;
import dev.shardroute.sql.ast.TableExpression.Table;
import dev.shardroute.sql.ast.With;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;

/** Goes over the tables that a query reads, which are not common table expressions of it. */
final class TableReferences {
    private final Function<Table, TableExpression> map;

    private TableReferences(Function<Table, TableExpression> map) {
        this.map = map;
    }

    /** The query with each of its tables replaced, those of the queries in it among them. */
    static Query rewrite(Query query, Function<Table, TableExpression> map) {
        return (Query) new TableReferences(map).rewrite(query, Set.of());
    }

    private Node rewrite(Node node, Set<String> common) {
        return switch (node) {
            case Table table -> isCommon(table, common) ? table : map.apply(table);
            case Query query when query.with() != null -> withCommon(query, common);
            default -> Nodes.mapParts(node, part -> rewrite(part, common));
        };
    }

    private static boolean isCommon(Table table, Set<String> common) {
        return table.name().qualifier() == null && common.contains(table.name().name());
    }

    private Node withCommon(Query query, Set<String> outside) {
        Set<String> common = new HashSet<>(outside);
        return Nodes.mapParts(query,
                part -> part instanceof With with ? rewrite(with, common) : rewrite(part, common));
    }

    /** A common table expression may read those before it, and itself where it is recursive; adds the names. */
    private Node rewrite(With with, Set<String> common) {
        return Nodes.mapParts(with, part -> {
            String name = ((CommonTable) part).name();
            Set<String> visible = new HashSet<>(common);
            common.add(name);
            if (with.recursive()) {
                visible.add(name);
            }
            return rewrite(part, visible);
        });
    }
}
