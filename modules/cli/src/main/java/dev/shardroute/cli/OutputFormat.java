package dev.shardroute.cli;

/** How answers are printed; the names are what the user types. */
public enum OutputFormat {
    /** For people. */
    text,
    /** For programs: one object for each answer. */
    json
}
