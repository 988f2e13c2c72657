package dev.shardroute.vindex;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.key.Destination;
import dev.shardroute.key.KeyRange;
import dev.shardroute.key.KeyspaceId;
import dev.shardroute.type.Binds;
import dev.shardroute.type.Row;
import dev.shardroute.type.TupleValue;
import dev.shardroute.type.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads a lookup table.
 *
 * @param name   the vindex
 * @param unique true when a value has one keyspace id at most
 * @param lookup the table
 * @param codec  how it is written
 * @param sql    its queries
 */
record LookupReader(String name, boolean unique, LookupTable lookup, LookupCodec codec, LookupSql sql) {
    private static final Destination EVERYWHERE = new Destination.Range(KeyRange.FULL);

    private static final List<Row> NOTHING = List.of();

    List<Destination> map(List<Value> values, CommitOrder order, LookupSession session) {
        if (lookup.writeOnly() || isIgnoredNull(values)) {
            return everywhere(values);
        }
        List<Value> written = values.stream().map(codec::from).toList();
        return mapResults(values, find(written, lookup.autocommit() ? CommitOrder.AUTOCOMMIT : order, session));
    }

    /** A lone NULL asks for rows that are not in the table; a unique vindex has none such. */
    private boolean isIgnoredNull(List<Value> values) {
        return lookup.ignoreNulls() && !unique && values.size() == 1 && values.getFirst().isNull();
    }

    private static List<Destination> everywhere(List<Value> values) {
        return values.stream().map(value -> EVERYWHERE).toList();
    }

    List<Destination> mapResults(List<Value> values, List<List<Row>> results) {
        if (lookup.writeOnly()) {
            return everywhere(values);
        }
        List<Destination> destinations = new ArrayList<>(results.size());
        for (List<Row> rows : results) {
            if (unique && rows.size() > 1) {
                throw ErrorCode.SR05011.error(name, lookup.table(), values.get(destinations.size()));
            }
            destinations.add(destination(rows));
        }
        return destinations;
    }

    private Destination destination(List<Row> rows) {
        if (rows.isEmpty()) {
            return new Destination.None();
        }
        Stream<KeyspaceId> ids = rows.stream().map(row -> codec.id(row.values().getFirst())).flatMap(Optional::stream);
        return unique
                ? ids.findFirst().<Destination>map(Destination.Id::new).orElse(new Destination.None())
                : new Destination.Ids(ids.toList());
    }

    /** For each value its rows, of which only the keyspace id is left. */
    private List<List<Row>> find(List<Value> values, CommitOrder order, LookupSession session) {
        if (values.isEmpty()) {
            return List.of();
        }
        if (lookup.batchLookup() || areIntegers(values)) {
            Map<String, List<Row>> found = byText(query(values, order, session));
            Set<String> texts = values.stream().map(Value::text).collect(Collectors.toSet());
            if (texts.containsAll(found.keySet())) {
                return values.stream()
                        .map(value -> value.isNull() ? NOTHING : found.getOrDefault(value.text(), NOTHING))
                        .toList();
            }
            // the backend finds values equal that are spelt otherwise, and only it knows which
        }
        return values.stream().map(value -> withoutValues(query(List.of(value), order, session))).toList();
    }

    /** NULL among them finds nothing and is no reason to ask for each. */
    private static boolean areIntegers(List<Value> values) {
        return values.stream().anyMatch(value -> value.type().isIntegral())
                && values.stream().allMatch(value -> value.isNull() || value.type().isIntegral());
    }

    private List<Row> query(List<Value> values, CommitOrder order, LookupSession session) {
        Binds binds = Binds.NONE.with(sql.variables().getFirst(), new TupleValue(values));
        String query = session.isWritingInTransaction() ? sql.select(lookup.readLock()) : sql.select();
        return session.execute(LookupQuery.read(LookupQuery.Purpose.MAP, query, binds, order));
    }

    private static Map<String, List<Row>> byText(List<Row> rows) {
        Map<String, List<Row>> byText = new HashMap<>();
        rows.forEach(row -> byText.computeIfAbsent(row.values().getFirst().text(), none -> new ArrayList<>())
                .add(withoutValue(row)));
        return byText;
    }

    private static List<Row> withoutValues(List<Row> rows) {
        return rows.stream().map(LookupReader::withoutValue).toList();
    }

    private static Row withoutValue(Row row) {
        return Row.of(row.values().get(1));
    }

    List<Boolean> verify(List<Value> values, List<KeyspaceId> ids, CommitOrder order, LookupSession session) {
        if (lookup.writeOnly() || lookup.noVerify()) {
            return values.stream().map(value -> true).toList();
        }
        List<Boolean> verified = new ArrayList<>(values.size());
        for (Value value : values) {
            Binds binds = Binds.NONE.with(sql.variables().getFirst(), codec.from(value))
                    .with(sql.target(), codec.to(ids.get(verified.size())));
            LookupQuery query = LookupQuery.read(LookupQuery.Purpose.VERIFY, sql.verify(), binds, order);
            verified.add(!session.execute(query).isEmpty());
        }
        return verified;
    }
}
