package dev.shardroute.vschema;

import dev.shardroute.sql.ast.CommonTable;
import dev.shardroute.sql.ast.Nodes;
import dev.shardroute.sql.ast.Query;
import dev.shardroute.sql.ast.TableExpression;
import dev.shardroute.sql.ast.TableName;
import java.util.HashSet;
import java.util.Set;

/** Gives the tables of a view their keyspace: a view means the same wherever it is used. */
final class ViewTables {
    private static final String DUAL = "dual";

    private ViewTables() {}

    /** The query with this keyspace for tables without one; names of common table expressions stay as they are. */
    static Query qualified(Query query, String keyspace) {
        Set<String> common = new HashSet<>();
        Nodes.forEach(query, node -> {
            if (node instanceof CommonTable table) {
                common.add(table.name());
            }
        });
        return Nodes.rewrite(query, node -> node instanceof TableExpression.Table table && isOfKeyspace(table, common)
                ? new TableExpression.Table(new TableName(keyspace, table.name().name()), table.partitions(),
                        table.alias(), table.hints())
                : node);
    }

    private static boolean isOfKeyspace(TableExpression.Table table, Set<String> common) {
        String name = table.name().name();
        return table.name().qualifier() == null && !common.contains(name) && !name.equalsIgnoreCase(DUAL);
    }
}
