package dev.shardroute.sql.function;

/** How the type of a function's result comes from the types of its arguments. */
public enum ResultRule {
    /** Nothing is known of it. */
    UNKNOWN
}
