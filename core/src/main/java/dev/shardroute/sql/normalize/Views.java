package dev.shardroute.sql.normalize;

import dev.shardroute.sql.ast.Query;
import dev.shardroute.sql.ast.TableName;
import org.jspecify.annotations.Nullable;

/** The views that statements may read, as far as the router knows them. Implementations are thread-safe. */
@FunctionalInterface
public interface Views {
    /** No views. */
    Views NONE = name -> null;

    /** The query that defines the view of this name, as the statement writes it; null when it is no view. */
    @Nullable Query find(TableName name);
}
