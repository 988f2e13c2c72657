package dev.shardroute.vschema;

/**
 * One thing that is wrong with a VSchema.
 *
 * @param path    where, as a JSON path ({@code $.keyspaces.user.tables.t1}; {@code $} for the whole text)
 * @param message what
 */
public record Finding(String path, String message) {
    @Override
    public String toString() {
        return path + ": " + message;
    }
}
