package dev.shardroute.vschema;

/**
 * One thing that is wrong with a VSchema.
 *
 * @param path     where, as a JSON path ({@code $.keyspaces.user.tables.t1}; {@code $} for the whole text); in a file of
 *                 table definitions the statement ({@code statement 3})
 * @param message  what
 * @param severity how much it spoils
 */
public record Finding(String path, String message, Severity severity) {
    /** An error. */
    public Finding(String path, String message) {
        this(path, message, Severity.ERROR);
    }

    /** How much a finding spoils. */
    public enum Severity {
        /** The rule or the keyspace that it is in: the VSchema is not valid. */
        ERROR,
        /** One rule or schema fact, which has no effect, or leads nowhere; the VSchema is valid. */
        UNUSED,
        /** Nothing. */
        WARNING
    }

    /** True for what makes a VSchema invalid. */
    public boolean isError() {
        return severity == Severity.ERROR;
    }

    @Override
    public String toString() {
        return path + ": " + message;
    }
}
