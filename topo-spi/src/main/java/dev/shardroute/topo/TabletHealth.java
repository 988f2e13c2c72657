package dev.shardroute.topo;

import dev.shardroute.error.ErrorCode;
import java.time.Instant;
import java.util.Optional;

/**
 * What is known of how a tablet fares.
 *
 * @param serving    true when it takes statements
 * @param lagSeconds how many seconds its replication is behind, not negative
 * @param termStart  when it became the primary, for one that has been
 */
public record TabletHealth(boolean serving, int lagSeconds, Optional<Instant> termStart) {
    /**
     * Checks the lag.
     *
     * @throws dev.shardroute.error.ShardrouteException {@code SR03009} when it is negative
     */
    public TabletHealth {
        if (lagSeconds < 0) {
            throw ErrorCode.SR03009.error("the replication lag cannot be " + lagSeconds + " s");
        }
    }

    /** It takes statements, this far behind. */
    public static TabletHealth serving(int lagSeconds) {
        return new TabletHealth(true, lagSeconds, Optional.empty());
    }

    /** It has been the primary since then, and takes statements. */
    public static TabletHealth primarySince(Instant termStart) {
        return new TabletHealth(true, 0, Optional.of(termStart));
    }
}
