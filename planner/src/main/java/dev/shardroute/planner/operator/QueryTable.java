package dev.shardroute.planner.operator;

import dev.shardroute.planner.semantics.TableInfo;
import dev.shardroute.planner.semantics.TableSet;
import java.util.List;

/**
 * A table of FROM with the predicates that concern it alone.
 *
 * @param info       the table
 * @param predicates the predicates
 */
public record QueryTable(TableInfo.Real info, List<Predicate> predicates) {
    /** Copies the list. */
    public QueryTable {
        predicates = List.copyOf(predicates);
    }

    /** Its number as a set. */
    public TableSet id() {
        return info.id();
    }

    /** The table with more predicates; none that it has already. */
    public QueryTable with(List<Predicate> more) {
        return more.isEmpty() ? this : new QueryTable(info, Predicate.union(predicates, more));
    }
}
