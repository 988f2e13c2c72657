package dev.shardroute.planner.operator;

import dev.shardroute.sql.ast.SelectItem;
import java.util.List;

/** The columns of a projection. */
public sealed interface ProjectionColumns {
    /** Columns that are all known. */
    record Known(List<ProjectionColumn> columns) implements ProjectionColumns {
        /** Copies the list. */
        public Known {
            columns = List.copyOf(columns);
        }
    }

    /** Columns with stars that could not be expanded: good only for pushing under a route. */
    record Stars(List<SelectItem> items) implements ProjectionColumns {
        /** Copies the list. */
        public Stars {
            items = List.copyOf(items);
        }
    }
}
