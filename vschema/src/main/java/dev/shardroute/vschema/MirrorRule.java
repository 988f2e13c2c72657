package dev.shardroute.vschema;

import dev.shardroute.key.TabletType;
import java.util.Optional;

/**
 * Says that a share of a table's reads is also sent elsewhere.
 *
 * @param from       the table that is read, with its keyspace
 * @param tabletType the tablet type that the rule is for, or empty for all
 * @param to         the table that is read besides, with its keyspace
 * @param percent    the share, from 0 to 100
 * @param problem    why the rule is not used, or empty when it is
 */
public record MirrorRule(QualifiedName from, Optional<TabletType> tabletType, QualifiedName to, double percent,
        Optional<String> problem) {
    MirrorRule withProblem(Optional<String> why) {
        return new MirrorRule(from, tabletType, to, percent, why);
    }
}
