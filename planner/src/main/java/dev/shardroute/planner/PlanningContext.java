package dev.shardroute.planner;

import dev.shardroute.key.Destination;
import dev.shardroute.key.TabletType;
import dev.shardroute.sql.function.Collations;
import java.util.Optional;

/**
 * What planning must know of the session.
 *
 * @param keyspace    the session's keyspace, or empty when none is chosen
 * @param tabletType  the tablets that the session uses
 * @param destination the part of the keyspace that the session has chosen: statements are sent there as they are; or empty
 * @param servers     what the servers are
 */
public record PlanningContext(Optional<String> keyspace, TabletType tabletType, Optional<Destination> destination,
        Servers servers) {
    /** No keyspace chosen, primary tablets. */
    public static final PlanningContext DEFAULT = new PlanningContext(Optional.empty(), TabletType.PRIMARY);

    /** The whole keyspace, and the servers are {@link Servers#DEFAULT}. */
    public PlanningContext(Optional<String> keyspace, TabletType tabletType) {
        this(keyspace, tabletType, Optional.empty(), Servers.DEFAULT);
    }

    /** Primary tablets and this keyspace. */
    public static PlanningContext of(String keyspace) {
        return new PlanningContext(Optional.of(keyspace), TabletType.PRIMARY);
    }

    /** The same with a part of the keyspace chosen, or all of it. */
    public PlanningContext withDestination(Optional<Destination> chosen) {
        return new PlanningContext(keyspace, tabletType, chosen, servers);
    }

    /** The same with other servers. */
    public PlanningContext with(Servers other) {
        return new PlanningContext(keyspace, tabletType, destination, other);
    }

    /**
     * What the MySQL servers behind the shards are.
     *
     * @param version       their version: {@code 8.4.6}
     * @param collation     the collation of connections
     * @param textCollation the collation of text columns of which the VSchema does not tell it, or empty when it is not known
     */
    public record Servers(String version, String collation, Optional<String> textCollation) {
        /** MySQL 8.4 with its own collation; of text columns nothing is known. */
        public static final Servers DEFAULT = new Servers("8.4.0", Collations.DEFAULT, Optional.empty());
    }
}
