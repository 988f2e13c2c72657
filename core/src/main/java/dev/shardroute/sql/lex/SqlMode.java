package dev.shardroute.sql.lex;

/** The SQL modes of a MySQL session that change what a statement's text means. */
public enum SqlMode {
    /** Double quotes are around names, not around strings. */
    ANSI_QUOTES,
    /** A backslash in a string is a character like others. */
    NO_BACKSLASH_ESCAPES,
    /** {@code ||} joins strings; otherwise it is OR. */
    PIPES_AS_CONCAT
}
