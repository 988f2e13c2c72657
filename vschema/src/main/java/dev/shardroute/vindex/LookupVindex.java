package dev.shardroute.vindex;

import dev.shardroute.key.Destination;
import dev.shardroute.type.Row;
import dev.shardroute.type.Value;
import java.util.List;

/**
 * {@code lookup}, {@code lookup_unique}, {@code lookup_cost}, {@code lookup_hash} and {@code lookup_hash_unique}: the keyspace id
 * is in a table, beside the value. The last two write it there as the number that {@code hash} maps to it. Vitess's definition.
 *
 * @param reader reads the table
 * @param writer writes it
 */
record LookupVindex(String name, VindexTraits traits, LookupReader reader, LookupWriter writer)
        implements LookupTableVindex, LookupPlannable {
    @Override
    public String query() {
        return reader.sql().select();
    }

    @Override
    public List<String> arguments() {
        return reader.sql().variables();
    }

    @Override
    public CommitOrder commitOrder() {
        return CommitOrder.NORMAL;
    }

    @Override
    public List<Destination> mapResults(List<Value> values, List<List<Row>> results) {
        return reader.mapResults(values, results);
    }
}
