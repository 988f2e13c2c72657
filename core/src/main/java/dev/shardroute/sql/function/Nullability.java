package dev.shardroute.sql.function;

/** When a function may give NULL. */
public enum Nullability {
    NEVER,
    /** When any of its arguments is NULL. */
    ANY_ARGUMENT,
    /** When its first argument is NULL. */
    FIRST_ARGUMENT,
    /** When all of its arguments are NULL. */
    ALL_ARGUMENTS,
    /** Whatever its arguments are. */
    ALWAYS
}
