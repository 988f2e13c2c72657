package dev.shardroute.planner;

import dev.shardroute.key.TabletType;
import java.util.Optional;

/**
 * What planning must know of the session.
 *
 * @param keyspace   the session's keyspace, or empty when none is chosen
 * @param tabletType the tablets that the session uses
 */
public record PlanningContext(Optional<String> keyspace, TabletType tabletType) {
    /** No keyspace chosen, primary tablets. */
    public static final PlanningContext DEFAULT = new PlanningContext(Optional.empty(), TabletType.PRIMARY);

    /** Primary tablets and this keyspace. */
    public static PlanningContext of(String keyspace) {
        return new PlanningContext(Optional.of(keyspace), TabletType.PRIMARY);
    }
}
