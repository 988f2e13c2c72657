package dev.shardroute.vindex;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.error.ShardrouteException;
import dev.shardroute.key.Destination;
import dev.shardroute.key.KeyspaceId;
import dev.shardroute.type.Value;
import java.util.Arrays;
import java.util.List;

/**
 * {@code multicol}: the keyspace id is the first bytes of each column's own keyspace id, one behind the other; an id that is too
 * short is filled up with zeros, but not at the end. The first columns alone say a range. A value that its column's vindex
 * cannot map belongs nowhere, and so do too many values. Vitess's definition.
 *
 * @param columns the columns
 */
record MultiColVindex(String name, VindexTraits traits, List<Column> columns) implements MultiColumnVindex {
    /** Copies the list. */
    MultiColVindex {
        columns = List.copyOf(columns);
    }

    /**
     * How a column is mapped.
     *
     * @param vindex gives its keyspace id
     * @param bytes  so many bytes of that are used
     */
    record Column(Hashing vindex, int bytes) {}

    @Override
    public Destination map(List<Value> values) {
        if (values.size() > columns.size()) {
            return new Destination.None();
        }
        try {
            byte[] id = id(values);
            return values.size() < columns.size() ? PrefixRange.of(id) : new Destination.Id(KeyspaceId.of(id));
        } catch (ShardrouteException e) {
            return new Destination.None();
        }
    }

    @Override
    public boolean verify(List<Value> values, KeyspaceId id) {
        if (values.size() > columns.size()) {
            throw ErrorCode.SR04003.error(name, columns.size(), values.size());
        }
        KeyspaceId mapped = KeyspaceId.of(id(values));
        return values.size() == columns.size() && mapped.sameBytes(id);
    }

    private byte[] id(List<Value> values) {
        byte[] id = new byte[columns.stream().mapToInt(Column::bytes).sum()];
        int start = 0;
        int end = 0;
        for (int i = 0; i < values.size(); i++) {
            Column column = columns.get(i);
            byte[] part = column.vindex.hash(values.get(i)).bytes();
            int used = Math.min(part.length, column.bytes);
            System.arraycopy(part, 0, id, start, used);
            end = start + used;
            start += column.bytes;
        }
        return Arrays.copyOf(id, end);
    }
}
