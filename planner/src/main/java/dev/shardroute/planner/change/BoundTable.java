package dev.shardroute.planner.change;

import dev.shardroute.sql.ast.TableExpression;
import dev.shardroute.sql.ast.TableName;
import dev.shardroute.vschema.Table;

/**
 * A table of a statement and what the VSchema knows of it.
 *
 * @param number  its number among the tables of the statement
 * @param written as the statement writes it
 * @param table   what it is
 */
public record BoundTable(int number, TableExpression.Table written, Table table) {
    /** The name that qualifies its columns. */
    public String correlationName() {
        return written.correlationName();
    }

    /** As the shards know it: without keyspace, and under the name that the columns are qualified with. */
    public TableExpression.Table forShards() {
        String correlation = correlationName();
        return new TableExpression.Table(TableName.of(table.name()), written.partitions(),
                correlation.equals(table.name()) ? null : correlation, written.hints());
    }

    /** {@code keyspace.table}. */
    public String fullName() {
        return table.keyspace() + "." + table.name();
    }
}
