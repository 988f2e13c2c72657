package dev.shardroute.vindex;

/** In which transaction of a session a query of a lookup vindex runs. */
public enum CommitOrder {
    /** In that of the statement. */
    NORMAL,
    /** In one that is committed before that of the statement, so that a row is in the lookup table before anybody sees it. */
    PRE,
    /** In one that is committed after that of the statement, so that a row is in the lookup table as long as it is seen. */
    POST,
    /** In one of its own, committed at once. */
    AUTOCOMMIT
}
