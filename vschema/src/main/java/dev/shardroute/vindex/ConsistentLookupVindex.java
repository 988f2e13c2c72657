package dev.shardroute.vindex;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.error.ShardrouteException;
import dev.shardroute.key.Destination;
import dev.shardroute.key.KeyspaceId;
import dev.shardroute.type.Row;
import dev.shardroute.type.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * {@code consistent_lookup} and {@code consistent_lookup_unique}: the keyspace id is in a table, beside the value. Pairs are
 * added by a transaction that is committed before that of the statement, and taken away by one that is committed after it: when
 * something fails in between there is a pair too many, and never one too few. Such a pair is found out by looking for its row.
 * Vitess's definition.
 *
 * @param reader reads the table
 * @param writer writes it
 * @param owner  the table whose rows these are, or empty when nobody owns the vindex
 */
record ConsistentLookupVindex(String name, VindexTraits traits, LookupReader reader, LookupWriter writer,
        Optional<Owner> owner) implements LookupPlannable, OwnerAware {
    private static final int DUPLICATE_KEY = 1062;

    /**
     * The table that owns the vindex.
     *
     * @param keyspace its keyspace
     * @param lockRow  the query that locks its row with the values of a pair
     */
    record Owner(String keyspace, String lockRow) {}

    @Override
    public Vindex withOwner(String keyspace, String table, List<String> columns) {
        if (columns.size() != sql().from().size()) {
            throw ErrorCode.VT03029.error(name);
        }
        Owner named = new Owner(keyspace, sql().lockOwner(table, columns));
        return new ConsistentLookupVindex(name, traits, reader, writer, Optional.of(named));
    }

    private LookupSql sql() {
        return reader.sql();
    }

    @Override
    public LookupTable lookup() {
        return reader.lookup();
    }

    @Override
    public String query() {
        return sql().select();
    }

    @Override
    public List<String> arguments() {
        return sql().variables();
    }

    @Override
    public CommitOrder commitOrder() {
        return CommitOrder.PRE;
    }

    @Override
    public List<Destination> map(List<Value> values, LookupSession session) {
        return reader.map(values, session.isUpdateOrDelete() ? CommitOrder.POST : CommitOrder.PRE, session);
    }

    @Override
    public List<Destination> mapResults(List<Value> values, List<List<Row>> results) {
        return reader.mapResults(values, results);
    }

    @Override
    public List<Boolean> verify(List<Value> values, List<KeyspaceId> ids, LookupSession session) {
        return reader.verify(values, ids, CommitOrder.PRE, session);
    }

    @Override
    public void create(List<List<Value>> rows, List<KeyspaceId> ids, boolean ignore, LookupSession session) {
        try {
            writer.create(rows, ids, ignore, CommitOrder.PRE, session);
        } catch (ShardrouteException e) {
            if (e.errno() != DUPLICATE_KEY || !session.hasTransaction()) {
                throw e;
            }
            createOneByOne(rows, ids, e, session);
        }
    }

    /** Two rows of the statement with the same values stay an error, and so does a pair whose row is there. */
    private void createOneByOne(List<List<Value>> rows, List<KeyspaceId> ids, ShardrouteException duplicate,
            LookupSession session) {
        Set<List<Value>> seen = new HashSet<>();
        for (int i = 0; i < rows.size(); i++) {
            if (writer.isKept(rows.get(i))) {
                if (!seen.add(rows.get(i))) {
                    throw duplicate;
                }
                createOne(rows.get(i), ids.get(i), duplicate, session);
            }
        }
    }

    private void createOne(List<Value> row, KeyspaceId id, ShardrouteException duplicate, LookupSession session) {
        List<Row> found = session.execute(read(sql().lock(), row, id, CommitOrder.PRE));
        if (found.size() > 1) {
            throw ErrorCode.SR05011.error(name, lookup().table(), row);
        }
        if (found.isEmpty()) {
            session.execute(write(sql().insertOne(), row, id));
            return;
        }
        KeyspaceId before = KeyspaceId.of(found.getFirst().values().getFirst().rawBytes());
        if (hasRow(row, id, before, session)) {
            throw duplicate;
        }
        if (!before.sameBytes(id)) {
            session.execute(write(sql().update(), row, id));
        }
    }

    /** True when the owner has a row with these values on the shard of {@code before}; it stays locked. */
    private boolean hasRow(List<Value> row, KeyspaceId id, KeyspaceId before, LookupSession session) {
        Owner table = owner.orElseThrow(() -> ErrorCode.VT13001.error("vindex " + name + " has no owner"));
        LookupQuery query = read(table.lockRow(), row, id, CommitOrder.NORMAL);
        return !session.executeOn(table.keyspace(), before, query).isEmpty();
    }

    private LookupQuery read(String query, List<Value> row, KeyspaceId id, CommitOrder order) {
        return LookupQuery.read(LookupQuery.Purpose.CREATE, query, writer.binds(row, id), order);
    }

    private LookupQuery write(String query, List<Value> row, KeyspaceId id) {
        return LookupQuery.write(LookupQuery.Purpose.CREATE, query, writer.binds(row, id), CommitOrder.PRE);
    }

    @Override
    public void delete(List<List<Value>> rows, KeyspaceId id, LookupSession session) {
        writer.delete(rows, id, CommitOrder.POST, session);
    }

    /** Values that are equal keep their pair: the new one could not be added before the old one is gone. */
    @Override
    public void update(List<Value> before, List<Value> after, KeyspaceId id, LookupSession session) {
        boolean areEqual = before.size() == after.size()
                && IntStream.range(0, before.size()).allMatch(i -> session.areEqual(before.get(i), after.get(i)));
        if (!areEqual) {
            delete(List.of(before), id, session);
            create(List.of(after), List.of(id), false, session);
        }
    }
}
