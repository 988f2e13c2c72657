package dev.shardroute.vschema;

import dev.shardroute.key.TabletType;
import java.util.Optional;

/**
 * Says that a table is to be found elsewhere.
 *
 * @param from       the name that statements use
 * @param tabletType the tablet type that the rule is for, or empty for all
 * @param to         the table that is meant, with its keyspace; empty when the name is disabled
 */
public record RoutingRule(QualifiedName from, Optional<TabletType> tabletType, Optional<QualifiedName> to) {}
