package dev.shardroute.vschema;

import dev.shardroute.key.TabletType;
import java.util.Optional;

/**
 * Says that a table or a view is to be found elsewhere.
 *
 * @param from       the name that statements use
 * @param tabletType the tablet type that the rule is for, or empty for all
 * @param to         the table or view that is meant, with its keyspace; empty when the name is disabled
 * @param problem    why the rule cannot be used, or empty when it can
 */
public record RoutingRule(QualifiedName from, Optional<TabletType> tabletType, Optional<QualifiedName> to,
        Optional<String> problem) {
    /** A rule that can be used. */
    public RoutingRule(QualifiedName from, Optional<TabletType> tabletType, Optional<QualifiedName> to) {
        this(from, tabletType, to, Optional.empty());
    }
}
