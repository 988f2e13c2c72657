package dev.shardroute.vindex;

import dev.shardroute.key.Destination;
import dev.shardroute.key.KeyspaceId;
import dev.shardroute.type.Value;
import java.util.List;

/**
 * A vindex that keeps its pairs of value and keyspace id in a table. It is mapped by its first column; all of its columns are
 * in the table. All methods that take a session also throw what that throws.
 */
public interface Lookup extends Vindex {
    /** The table, and how it is used. */
    LookupTable lookup();

    /**
     * Where the rows with each of the values in the first column live: {@link Destination.Id} or {@link Destination.Ids}, {@link
     * Destination.None}, or a {@link Destination.Range} of everything where the table cannot tell.
     *
     * @return as many as there are values, in their order
     * @throws dev.shardroute.error.ShardrouteException {@code SR05011} when a unique vindex has several keyspace ids for a value
     */
    List<Destination> map(List<Value> values, LookupSession session);

    /**
     * Whether each value is in the table with the keyspace id of the same number.
     *
     * @throws dev.shardroute.error.ShardrouteException {@code SR03001} when the table cannot have such a keyspace id
     */
    List<Boolean> verify(List<Value> values, List<KeyspaceId> ids, LookupSession session);

    /**
     * Adds a pair for each row.
     *
     * @param rows   the values of all columns, row by row
     * @param ids    the keyspace ids of the rows
     * @param ignore true when values that are there already are to be left as they are
     * @throws dev.shardroute.error.ShardrouteException {@code VT03028} for NULL, unless the table ignores them, {@code VT03030}
     *         for another number of values than columns, {@code SR03001} when the table cannot have such a keyspace id
     */
    void create(List<List<Value>> rows, List<KeyspaceId> ids, boolean ignore, LookupSession session);

    /**
     * Takes away the pairs of rows that have one keyspace id.
     *
     * @throws dev.shardroute.error.ShardrouteException {@code VT03030} for another number of values than columns, {@code
     *         SR03001} when the table cannot have such a keyspace id
     */
    void delete(List<List<Value>> rows, KeyspaceId id, LookupSession session);

    /**
     * Puts the pair of {@code after} in the place of that of {@code before}.
     *
     * @throws dev.shardroute.error.ShardrouteException as for {@link #delete} and {@link #create}
     */
    void update(List<Value> before, List<Value> after, KeyspaceId id, LookupSession session);
}
