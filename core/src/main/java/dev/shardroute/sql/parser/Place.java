package dev.shardroute.sql.parser;

/** Where a query stands, which decides what it may have besides its own clauses. */
enum Place {
    /** A statement of its own: it may ask a sequence, and say where its rows go. */
    STATEMENT,
    /** A part of another query or statement. */
    NESTED,
    /** What an INSERT inserts: a row of VALUES may be empty, and may have DEFAULT for a value. */
    INSERTED,
    /** An operand of a set operation without parentheses: what follows is about the whole operation. */
    OPERAND
}
