package dev.shardroute.planner.route;

import dev.shardroute.key.TabletType;
import dev.shardroute.sql.ast.Query;
import dev.shardroute.topo.TopologySnapshot;

/**
 * The SPI that splits reads from writes: which tablets answer a plain read of a session that has not chosen its tablets.
 * Everything else goes to the primaries without asking: writes, reads that lock, take the next values of a sequence or write a
 * file, and whatever is done in a transaction. Nobody can tell whether a stored function writes: a policy must know that of
 * the functions that there are. Safe for use by many threads.
 *
 * <p>Replicas lag: a client that reads from them may not see what it has just written.
 */
@FunctionalInterface
public interface ReadPolicy {
    /** Primaries only. */
    ReadPolicy PRIMARY = read -> TabletType.PRIMARY;

    /** Replicas wherever there are any. */
    ReadPolicy REPLICA = read -> read.served(TabletType.REPLICA) ? TabletType.REPLICA : TabletType.PRIMARY;

    /** The tablets for a read: a type that serves. */
    TabletType tabletType(PlainRead read);

    /**
     * A read for which any tablet may do.
     *
     * @param query    the statement
     * @param session  the session, whose target names no type of tablets
     * @param topology what is known of the shards and tablets
     */
    record PlainRead(Query query, Session session, TopologySnapshot topology) {
        /**
         * True when tablets of a type serve every keyspace that the query may need: those that it names, for names without
         * one the session's, and all where there is none either. Routing rules are not looked at.
         */
        public boolean served(TabletType type) {
            return PlainReads.keyspaces(query, session.keyspace())
                    .map(names -> names.stream().filter(topology.keyspaces()::contains))
                    .orElseGet(topology.keyspaces()::stream)
                    .allMatch(name -> topology.shards(name).containsKey(type));
        }
    }
}
