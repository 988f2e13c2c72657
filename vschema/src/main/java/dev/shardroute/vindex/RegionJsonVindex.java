package dev.shardroute.vindex;

import dev.shardroute.key.Destination;
import dev.shardroute.key.KeyspaceId;
import dev.shardroute.type.Value;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * {@code region_json}: like {@code region_experimental}, but the first column is the unsigned integer that is hashed, and the
 * second a text, a country for example, whose region a table says. A text that is not in the table belongs nowhere, and so does
 * any other number of values than two. Vitess's definition.
 *
 * @param regions     the table
 * @param regionBytes how many bytes the region has
 */
record RegionJsonVindex(String name, VindexTraits traits, Map<String, Long> regions, int regionBytes)
        implements MultiColumnVindex {
    /** Copies the map. */
    RegionJsonVindex {
        regions = Map.copyOf(regions);
    }

    @Override
    public Destination map(List<Value> values) {
        if (values.size() != 2) {
            return new Destination.None();
        }
        OptionalLong number = UnsignedInteger.find(values.getFirst());
        Long region = regions.get(values.get(1).text());
        return number.isEmpty() || region == null
                ? new Destination.None()
                : new Destination.Id(RegionId.of(region, regionBytes, number.getAsLong()));
    }

    @Override
    public boolean verify(List<Value> values, KeyspaceId id) {
        return map(values) instanceof Destination.Id(var mapped) && mapped.sameBytes(id);
    }
}
