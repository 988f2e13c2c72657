package dev.shardroute.sql.function;

/** For how long a function gives the same result for the same arguments. */
public enum Stability {
    /** Always. */
    DETERMINISTIC,
    /** Within a statement: {@code now()}, {@code database()}. */
    STATEMENT,
    /** Not even within a statement, or it does something: {@code rand()}, {@code sleep(1)}. */
    VOLATILE
}
