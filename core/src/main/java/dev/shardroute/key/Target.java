package dev.shardroute.key;

import java.util.Optional;

/**
 * What a session chooses, each part if it does: a keyspace, a place in it, the tablets and a certain tablet. Written as a
 * target string it is what {@code USE} and the database of a connection take:
 *
 * <pre>{@code
 * customer                                  a keyspace
 * customer:-80  customer/-80                a shard of it
 * customer[40-80]                           the shards that are together exactly this range
 * customer[d2fd8867d50d2dfe]                the shard of this keyspace id
 * @replica  customer@replica                these tablets
 * customer:-80@replica|zone1-0000000101     this tablet
 * }</pre>
 *
 * @param keyspace    the name of the keyspace
 * @param destination a {@link Destination.Shard}, {@link Destination.ExactKeyRange} or {@link Destination.Id}
 * @param tabletType  the type of the tablets
 * @param tablet      the one tablet to use, which needs a destination and a type
 */
public record Target(Optional<String> keyspace, Optional<Destination> destination, Optional<TabletType> tabletType,
        Optional<TabletAlias> tablet) {
    /** Nothing is chosen. */
    public static final Target NONE =
            new Target(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /**
     * Checks that the parts can be written together.
     *
     * @throws dev.shardroute.error.ShardrouteException {@code SR03001} when they cannot
     */
    public Target {
        TargetText.check(keyspace, destination, tabletType, tablet);
    }

    /**
     * Reads a target string. The names in it are not looked up.
     *
     * @throws dev.shardroute.error.ShardrouteException {@code SR03001} with the part that is wrong
     */
    public static Target parse(String text) {
        return TargetText.parse(text);
    }

    /** The target string. */
    @Override
    public String toString() {
        return TargetText.print(this);
    }
}
