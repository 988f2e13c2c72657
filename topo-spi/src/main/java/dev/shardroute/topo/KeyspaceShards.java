package dev.shardroute.topo;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.key.Destination;
import dev.shardroute.key.KeyRange;
import dev.shardroute.key.KeyspaceId;
import dev.shardroute.key.ShardName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The shards of a keyspace that serve one tablet type, in the order of their key ranges. Immutable. */
public final class KeyspaceShards {
    private final String keyspace;
    private final List<Shard> shards;
    /** The first eight bytes of where each shard starts, which nearly always decide. */
    private final long[] starts;

    private KeyspaceShards(String keyspace, List<Shard> shards) {
        this.keyspace = keyspace;
        this.shards = shards;
        this.starts = shards.stream().mapToLong(shard -> range(shard).start().prefix()).toArray();
    }

    /**
     * The shards of these names in any order. They may leave a part of the key space without a shard.
     *
     * @throws dev.shardroute.error.ShardrouteException {@code SR03002} when two have a part of the key space in common, or
     *         when only some have a key range
     */
    public static KeyspaceShards of(String keyspace, Collection<ShardName> names) {
        List<ShardName> ordered = Coverage.ordered(keyspace, names);
        return new KeyspaceShards(keyspace, ordered.stream().map(name -> new Shard(keyspace, name)).toList());
    }

    /**
     * This, when its shards cover the whole key space.
     *
     * @throws dev.shardroute.error.ShardrouteException {@code SR03002} when they do not, {@code SR03006} when there is none
     */
    public KeyspaceShards requireFullCoverage() {
        Coverage.requireFull(keyspace, all().stream().map(Shard::name).toList());
        return this;
    }

    /** The name of the keyspace. */
    public String keyspace() {
        return keyspace;
    }

    /**
     * All shards, at least one.
     *
     * @throws dev.shardroute.error.ShardrouteException {@code SR03006} when there is none
     */
    public List<Shard> all() {
        if (shards.isEmpty()) {
            throw ErrorCode.SR03006.error(keyspace);
        }
        return shards;
    }

    /**
     * The shard of this name.
     *
     * @throws dev.shardroute.error.ShardrouteException {@code SR03005} when there is none
     */
    public Shard named(String name) {
        return shards.stream()
                .filter(shard -> shard.name().name().equals(name))
                .findFirst()
                .orElseThrow(() -> ErrorCode.SR03005.error(name, keyspace));
    }

    /**
     * The shard where a keyspace id lives, found in O(log shards).
     *
     * @throws dev.shardroute.error.ShardrouteException {@code SR03003} when it is on no shard, or when there are several
     *         shards without a key range; {@code SR03006} when there is no shard
     */
    public Shard of(KeyspaceId id) {
        Shard found = all().get(lastStartingAtOrBefore(id));
        boolean undecided = shards.size() > 1 && found.name().keyRange().isEmpty();
        if (undecided || !range(found).contains(id)) {
            throw ErrorCode.SR03003.error(id, keyspace);
        }
        return found;
    }

    /** The place of the last shard whose range does not start after {@code id}; 0 when all do. */
    private int lastStartingAtOrBefore(KeyspaceId id) {
        long prefix = id.prefix();
        int low = 0;
        int high = starts.length - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            int order = Long.compareUnsigned(starts[middle], prefix);
            if (order < 0 || (order == 0 && range(shards.get(middle)).start().compareTo(id) <= 0)) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /**
     * The items by the shard where their keyspace id lives: for the values of an IN, or the rows of an INSERT. Shards come in
     * the order in which they are first needed, and the items of a shard stay in their order.
     *
     * @throws dev.shardroute.error.ShardrouteException as {@link #of(KeyspaceId)}
     */
    public <T> Map<Shard, List<T>> group(Collection<T> items, Function<? super T, KeyspaceId> id) {
        Map<Shard, List<T>> groups = new LinkedHashMap<>();
        for (T item : items) {
            groups.computeIfAbsent(of(id.apply(item)), shard -> new ArrayList<>()).add(item);
        }
        return groups;
    }

    /** {@link #resolve(Destination, ShardPicker)}, where any shard is the first one. */
    public List<Shard> resolve(Destination destination) {
        return resolve(destination, ShardPicker.FIRST);
    }

    /**
     * The shards of a destination, each once. A shard without a key range has the whole key space for its range. For {@link
     * Destination.Ids} they come in the order of the ids, and otherwise in the order of their ranges.
     *
     * @throws dev.shardroute.error.ShardrouteException {@code SR03003} for an id on no shard, {@code SR03005} for an unknown
     *         shard, {@code SR03006} when there is no shard at all, {@code SR03007} for an exact range that no shards make
     */
    public List<Shard> resolve(Destination destination, ShardPicker picker) {
        return switch (destination) {
            case Destination.Shard one -> List.of(named(one.name()));
            case Destination.Shards some -> some.names().stream().map(this::named).distinct().toList();
            case Destination.ExactKeyRange exact -> exactly(exact.range());
            case Destination.Range part -> all().stream()
                    .filter(shard -> range(shard).intersects(part.range()))
                    .toList();
            case Destination.Id one -> List.of(of(one.id()));
            case Destination.Ids some -> some.ids().stream().map(this::of).distinct().toList();
            case Destination.AnyShard any -> List.of(picker.pick(all()));
            case Destination.AllShards every -> all();
            case Destination.None none -> List.of();
        };
    }

    private List<Shard> exactly(KeyRange wanted) {
        List<Shard> found = new ArrayList<>();
        for (Shard shard : all()) {
            KeyRange range = range(shard);
            KeyspaceId next = found.isEmpty() ? wanted.start() : range(found.getLast()).end();
            if (range.start().equals(next) && wanted.contains(range)) {
                found.add(shard);
                if (range.end().equals(wanted.end())) {
                    return found;
                }
            }
        }
        throw ErrorCode.SR03007.error(wanted, keyspace);
    }

    private static KeyRange range(Shard shard) {
        return shard.name().keyRange().orElse(KeyRange.FULL);
    }
}
