package dev.shardroute.sql.ast;

import java.util.List;

/**
 * {@code USE INDEX (…)} and the like.
 *
 * @param action  what to do with the indexes
 * @param purpose what for
 * @param names   the names of the indexes or vindexes; may be empty
 */
public record IndexHint(Action action, Purpose purpose, List<String> names) {
    /** Copies the list. */
    public IndexHint {
        names = List.copyOf(names);
    }

    /** What to do with the indexes. */
    public enum Action {
        USE("use index"), IGNORE("ignore index"), FORCE("force index"), USE_VINDEX("use vindex"),
        IGNORE_VINDEX("ignore vindex");

        private final String sql;

        Action(String sql) {
            this.sql = sql;
        }

        /** The action in canonical form. */
        public String sql() {
            return sql;
        }

        /** True for hints to the planner, which no shard is shown. */
        public boolean isVindex() {
            return this == USE_VINDEX || this == IGNORE_VINDEX;
        }
    }

    /** What the indexes are for. */
    public enum Purpose {
        ANY(""), JOIN(" for join"), ORDER_BY(" for order by"), GROUP_BY(" for group by");

        private final String sql;

        Purpose(String sql) {
            this.sql = sql;
        }

        /** The clause in canonical form, from the blank on. */
        public String sql() {
            return sql;
        }
    }
}
