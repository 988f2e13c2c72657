package dev.shardroute.sql.normalize;

import dev.shardroute.sql.ast.Expression.Call;

/**
 * Drops DISTINCT where it changes nothing.
 *
 * <pre>{@code
 * max(distinct a)  ->  max(a)
 * min(distinct a)  ->  min(a)
 * }</pre>
 */
final class DropUselessDistinct {
    private DropUselessDistinct() {}

    /** The call without DISTINCT, or as it is. */
    static Call drop(Call call) {
        boolean isUseless = call.distinct() && call.qualifier() == null
                && (call.name().equalsIgnoreCase("max") || call.name().equalsIgnoreCase("min"));
        return isUseless ? new Call(null, call.name(), false, call.arguments()) : call;
    }
}
