package dev.shardroute.vindex;

import dev.shardroute.key.Destination;
import dev.shardroute.key.KeyspaceId;
import dev.shardroute.type.Value;
import java.util.List;

/** What the lookup vindexes have in common that write their table in the transaction of the statement. */
interface LookupTableVindex extends Lookup {
    LookupReader reader();

    LookupWriter writer();

    @Override
    default LookupTable lookup() {
        return reader().lookup();
    }

    /** In which transaction everything runs. */
    private CommitOrder order() {
        return lookup().autocommit() ? CommitOrder.AUTOCOMMIT : CommitOrder.NORMAL;
    }

    @Override
    default List<Destination> map(List<Value> values, LookupSession session) {
        return reader().map(values, order(), session);
    }

    @Override
    default List<Boolean> verify(List<Value> values, List<KeyspaceId> ids, LookupSession session) {
        return reader().verify(values, ids, order(), session);
    }

    @Override
    default void create(List<List<Value>> rows, List<KeyspaceId> ids, boolean ignore, LookupSession session) {
        writer().create(rows, ids, ignore, order(), session);
    }

    @Override
    default void delete(List<List<Value>> rows, KeyspaceId id, LookupSession session) {
        writer().delete(rows, id, order(), session);
    }

    @Override
    default void update(List<Value> before, List<Value> after, KeyspaceId id, LookupSession session) {
        delete(List.of(before), id, session);
        create(List.of(after), List.of(id), false, session);
    }
}
