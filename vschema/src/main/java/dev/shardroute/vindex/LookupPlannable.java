package dev.shardroute.vindex;

import dev.shardroute.key.Destination;
import dev.shardroute.type.Row;
import dev.shardroute.type.Value;
import java.util.List;

/** A lookup vindex whose query can be a part of the plan. */
public interface LookupPlannable extends Lookup {
    /** The query that {@link #map} runs outside of transactions; its list variable has the name of the first argument. */
    String query();

    /** The names of the variables of the query, one for each column; only the first one is used in it. */
    List<String> arguments();

    /** In which transaction the query runs when {@link LookupTable#autocommit} does not say otherwise. */
    CommitOrder commitOrder();

    /**
     * What {@link #map} makes of the rows of its query.
     *
     * @param values  the values that were looked up
     * @param results for each of them its rows, whose first value is that of the column of the keyspace id
     * @throws dev.shardroute.error.ShardrouteException {@code SR05011} when a unique vindex has several keyspace ids for a value
     */
    List<Destination> mapResults(List<Value> values, List<List<Row>> results);
}
