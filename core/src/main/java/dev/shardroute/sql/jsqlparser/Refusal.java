package dev.shardroute.sql.jsqlparser;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.error.ShardrouteException;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Refuses what cannot be carried over. */
final class Refusal {
    private Refusal() {}

    /** The error that names the construct. */
    static ShardrouteException of(String construct) {
        return ErrorCode.VT12001.error(construct + " in a statement of JSqlParser");
    }

    /** The error that names the class of a node. */
    static ShardrouteException ofNode(Object node) {
        return of(node.getClass().getSimpleName());
    }

    /** Refuses the construct when it is there. */
    static void when(boolean there, String construct) {
        if (there) {
            throw of(construct);
        }
    }

    /** Refuses the construct when a part of the statement says so. */
    static void present(@Nullable Object part, String construct) {
        when(part != null, construct);
    }

    /** Refuses the construct when there is one. */
    static void any(@Nullable Collection<?> parts, String construct) {
        when(parts != null && !parts.isEmpty(), construct);
    }

    /** The part, which no statement of the parser is without. */
    static <T> T required(@Nullable T part, String what) {
        if (part == null) {
            throw of("a missing " + what);
        }
        return part;
    }
}
