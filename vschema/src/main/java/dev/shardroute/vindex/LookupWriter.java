package dev.shardroute.vindex;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.key.KeyspaceId;
import dev.shardroute.type.BindValue;
import dev.shardroute.type.Binds;
import dev.shardroute.type.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes a lookup table.
 *
 * @param upsert a pair that is there is replaced
 * @param lookup the table
 * @param codec  how it is written
 * @param sql    its queries
 */
record LookupWriter(boolean upsert, LookupTable lookup, LookupCodec codec, LookupSql sql) {
    /** Everybody locks rows in this order, and so nobody waits for each other. */
    private static final Comparator<Pair> ORDER = LookupWriter::compare;

    /** A row of the table. */
    private record Pair(List<Value> from, Value to) {}

    private static int compare(Pair left, Pair right) {
        for (int i = 0; i < left.from.size(); i++) {
            int order = LookupValues.BY_BYTES.compare(left.from.get(i), right.from.get(i));
            if (order != 0) {
                return order;
            }
        }
        return LookupValues.BY_BYTES.compare(left.to, right.to);
    }

    void create(List<List<Value>> rows, List<KeyspaceId> ids, boolean ignore, CommitOrder order,
            LookupSession session) {
        List<Pair> pairs = pairs(rows, ids);
        if (pairs.isEmpty()) {
            return;
        }
        pairs.sort(ORDER);
        Map<String, BindValue> binds = new LinkedHashMap<>();
        for (int row = 0; row < pairs.size(); row++) {
            put(binds, pairs.get(row), LookupSql.suffix(row));
        }
        String insert = sql.insert(pairs.size(), ignore, upsert, lookup.multiShardAutocommit());
        session.execute(LookupQuery.write(LookupQuery.Purpose.CREATE, insert, new Binds(binds), order));
    }

    private List<Pair> pairs(List<List<Value>> rows, List<KeyspaceId> ids) {
        List<Value> targets = ids.stream().map(codec::to).toList();
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            List<Value> from = rows.get(i).stream().map(codec::from).toList();
            if (isKept(from)) {
                checkCount(from);
                pairs.add(new Pair(from, targets.get(i)));
            }
        }
        return pairs;
    }

    /** False for a row with NULL where the table ignores these; {@code VT03028} where it does not. */
    boolean isKept(List<Value> row) {
        boolean hasNull = row.stream().anyMatch(Value::isNull);
        if (hasNull && !lookup.ignoreNulls()) {
            throw ErrorCode.VT03028.error(String.join(",", lookup.from()));
        }
        return !hasNull;
    }

    private void checkCount(List<Value> row) {
        if (row.size() != sql.from().size()) {
            throw ErrorCode.VT03030.error(lookup.from(), row.size());
        }
    }

    void delete(List<List<Value>> rows, KeyspaceId id, CommitOrder order, LookupSession session) {
        Value target = codec.to(id);
        // outside of the transaction a pair could be gone whose row comes back when that is rolled back
        if (lookup.autocommit()) {
            return;
        }
        for (List<Value> row : rows) {
            checkCount(row);
            Map<String, BindValue> binds = new LinkedHashMap<>();
            put(binds, new Pair(row.stream().map(codec::from).toList(), target), "");
            session.execute(LookupQuery.write(LookupQuery.Purpose.DELETE, sql.delete(), new Binds(binds), order));
        }
    }

    private void put(Map<String, BindValue> binds, Pair pair, String suffix) {
        for (int i = 0; i < pair.from.size(); i++) {
            binds.put(sql.variables().get(i) + suffix, pair.from.get(i));
        }
        binds.put(sql.target() + suffix, pair.to);
    }

    /** The variables of one row. */
    Binds binds(List<Value> row, KeyspaceId id) {
        Map<String, BindValue> binds = new LinkedHashMap<>();
        put(binds, new Pair(row, codec.to(id)), "");
        return new Binds(binds);
    }
}
