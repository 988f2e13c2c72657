package dev.shardroute.planner.route;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.key.TabletType;
import dev.shardroute.key.Target;
import dev.shardroute.planner.PlanningContext;
import java.util.Optional;

/**
 * What routing must know of a client's session. {@link Router#session} makes one of a target string, and checks it.
 *
 * @param target        what the session has chosen
 * @param inTransaction true while a transaction is open
 */
public record Session(Target target, boolean inTransaction) {
    /** Nothing is chosen, and no transaction is open. */
    public static final Session DEFAULT = new Session(Target.NONE, false);

    /** The same session with a transaction open, or without. */
    public Session withTransaction(boolean open) {
        return new Session(target, open);
    }

    /** The keyspace, when one is chosen. */
    public Optional<String> keyspace() {
        return target.keyspace();
    }

    /**
     * What planning is told.
     *
     * @param otherwise the tablets that are used when the session has chosen none
     * @throws dev.shardroute.error.ShardrouteException {@code VT12001} when one tablet is chosen, {@code SR05012} when a transaction is open and other tablets than primaries are chosen
     */
    public PlanningContext context(TabletType otherwise) {
        if (target.tablet().isPresent()) {
            throw ErrorCode.VT12001.error("the target '" + target + "', which is tablet " + target.tablet().get());
        }
        TabletType type = target.tabletType().orElse(otherwise);
        if (inTransaction && type != TabletType.PRIMARY) {
            throw ErrorCode.SR05012.error(type);
        }
        return new PlanningContext(target.keyspace(), type).withDestination(target.destination());
    }
}
