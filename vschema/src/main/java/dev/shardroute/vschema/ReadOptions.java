package dev.shardroute.vschema;

import dev.shardroute.vindex.VindexRegistry;
import java.util.Optional;

/**
 * How the JSON of a VSchema is read. Immutable.
 *
 * @param registry the types of vindex that there are
 * @param lenient  true when a key that is not known is a warning, and not an error
 * @param keyspace the name of the keyspace for a text that is of one keyspace only; empty when every text must be of all
 *                 keyspaces
 */
public record ReadOptions(VindexRegistry registry, boolean lenient, Optional<String> keyspace) {
    /** The standard types of vindex; unknown keys are errors; a text must be of all keyspaces. */
    public static final ReadOptions DEFAULT = new ReadOptions(VindexRegistry.standard(), false, Optional.empty());

    /** The same with these types of vindex. */
    public ReadOptions withRegistry(VindexRegistry types) {
        return new ReadOptions(types, lenient, keyspace);
    }

    /** The same with unknown keys as warnings. */
    public ReadOptions withUnknownKeysAsWarnings() {
        return new ReadOptions(registry, true, keyspace);
    }

    /** The same with a name for the keyspace of a text that is of one keyspace only. */
    public ReadOptions withKeyspace(String name) {
        return new ReadOptions(registry, lenient, Optional.of(name));
    }
}
