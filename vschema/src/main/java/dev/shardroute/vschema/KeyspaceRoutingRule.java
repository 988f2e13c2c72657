package dev.shardroute.vschema;

import dev.shardroute.key.TabletType;
import java.util.Optional;

/**
 * Says that a keyspace's tables are to be found in another keyspace.
 *
 * @param from       the keyspace that statements use
 * @param tabletType the tablet type that the rule is for, or empty for all
 * @param to         the keyspace that is meant
 */
public record KeyspaceRoutingRule(String from, Optional<TabletType> tabletType, String to) {}
