package dev.shardroute.vindex;

import dev.shardroute.key.Destination;
import dev.shardroute.key.KeyspaceId;
import dev.shardroute.type.Value;
import java.util.List;
import java.util.OptionalLong;

/**
 * {@code region_experimental}: the keyspace id is the region, a number of which the last one or two bytes are used, and behind
 * it that of {@code hash} for the second column, both unsigned integers. The region alone says a range. What is no such integer
 * belongs nowhere, and so do more than two values. Vitess's definition.
 *
 * @param regionBytes how many bytes the region has
 */
record RegionVindex(String name, VindexTraits traits, int regionBytes) implements MultiColumnVindex {
    @Override
    public Destination map(List<Value> values) {
        if (values.isEmpty()) {
            return new Destination.AllShards();
        }
        OptionalLong region = UnsignedInteger.find(values.getFirst());
        if (values.size() > 2 || region.isEmpty()) {
            return new Destination.None();
        }
        if (values.size() == 1) {
            return PrefixRange.of(RegionId.prefix(region.getAsLong(), regionBytes));
        }
        OptionalLong number = UnsignedInteger.find(values.get(1));
        return number.isEmpty()
                ? new Destination.None()
                : new Destination.Id(RegionId.of(region.getAsLong(), regionBytes, number.getAsLong()));
    }

    @Override
    public boolean verify(List<Value> values, KeyspaceId id) {
        return map(values) instanceof Destination.Id(var mapped) && mapped.sameBytes(id);
    }
}
