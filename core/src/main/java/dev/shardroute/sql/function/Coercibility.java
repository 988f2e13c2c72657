package dev.shardroute.sql.function;

/** Which of two texts decides the collation that both are compared by: the one that comes first here. */
enum Coercibility {
    /** COLLATE says it. */
    EXPLICIT,
    /** Texts of several collations put together. */
    NONE,
    /** A column. */
    IMPLICIT,
    /** What the server says of itself. */
    SYSTEM,
    /** A literal. */
    COERCIBLE,
    /** A number or a temporal value. */
    NUMERIC,
    /** NULL. */
    IGNORABLE
}
