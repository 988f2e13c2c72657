package dev.shardroute.topo;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.key.Destination;
import dev.shardroute.key.KeyRange;
import dev.shardroute.key.KeyspaceId;
import dev.shardroute.key.ShardName;
import dev.shardroute.key.TabletType;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The shards of a keyspace that serve one tablet type, in the order of their key ranges. Immutable; equal when the keyspace
 * and the shards are.
 */
public final class KeyspaceShards {
    private final String keyspace;
    private final List<Shard> shards;
    private final Shard[] places;
    private final Map<String, Shard> byName;
    private final ShardIndex index;
    /** The part of the key space that no shard has, if there is one. */
    private final Optional<String> gap;
    /** True when the shards have key ranges; either all have one, or none. */
    private final boolean ranged;
    /** True when the shard that the index finds has the id in any case. */
    private final boolean certain;

    private KeyspaceShards(String keyspace, List<Shard> shards) {
        this.keyspace = keyspace;
        this.shards = shards;
        this.places = shards.toArray(Shard[]::new);
        this.byName =
                shards.stream().collect(Collectors.toUnmodifiableMap(shard -> shard.name().name(), shard -> shard));
        this.index = new ShardIndex(shards.stream().map(shard -> range(shard).start()).toList());
        this.gap = shards.isEmpty() ? Optional.empty() : Coverage.gap(shards.stream().map(Shard::name).toList());
        this.ranged = shards.stream().anyMatch(shard -> shard.name().keyRange().isPresent());
        this.certain = gap.isEmpty() && (ranged || shards.size() == 1);
    }

    /**
     * The shards of these names in any order. They may leave a part of the key space without a shard.
     *
     * @throws dev.shardroute.error.ShardrouteException {@code SR03002} when two have a part of the key space in common, or
     *         when only some have a key range
     */
    public static KeyspaceShards of(String keyspace, Collection<ShardName> names) {
        return of(keyspace, names, "'" + keyspace + "'");
    }

    /** The same, for tablets of a type, which errors tell. */
    static KeyspaceShards of(String keyspace, Collection<ShardName> names, TabletType tabletType) {
        return of(keyspace, names, label(keyspace, tabletType));
    }

    private static KeyspaceShards of(String keyspace, Collection<ShardName> names, String label) {
        List<ShardName> ordered = Coverage.ordered(label, names);
        return new KeyspaceShards(keyspace, ordered.stream().map(name -> new Shard(keyspace, name)).toList());
    }

    /** How errors call the keyspace when they mean its tablets of a type. */
    static String label(String keyspace, TabletType tabletType) {
        return "'" + keyspace + "' (" + tabletType + ")";
    }

    /**
     * This, when its shards cover the whole key space.
     *
     * @throws dev.shardroute.error.ShardrouteException {@code SR03002} when they do not, {@code SR03006} when there is none
     */
    public KeyspaceShards requireFullCoverage() {
        return requireFullCoverage("'" + keyspace + "'");
    }

    KeyspaceShards requireFullCoverage(String label) {
        if (shards.isEmpty()) {
            throw ErrorCode.SR03006.error(label);
        }
        gap.ifPresent(part -> {
            throw Coverage.wrong(label, "nothing covers " + part);
        });
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
            throw ErrorCode.SR03006.error("'" + keyspace + "'");
        }
        return shards;
    }

    /**
     * The shard of this name.
     *
     * @throws dev.shardroute.error.ShardrouteException {@code SR03005} when there is none
     */
    public Shard named(String name) {
        Shard shard = byName.get(name);
        if (shard == null) {
            throw ErrorCode.SR03005.error(name, keyspace);
        }
        return shard;
    }

    /**
     * The shard where a keyspace id lives, found in O(log shards) and without allocating.
     *
     * @throws dev.shardroute.error.ShardrouteException {@code SR03003} when it is on no shard, or when there are several
     *         shards without a key range; {@code SR03006} when there is no shard
     */
    public Shard of(KeyspaceId id) {
        return places[placeOf(id)];
    }

    private int placeOf(KeyspaceId id) {
        int place = index.of(id);
        if (!certain && !holds(place, id)) {
            throw ErrorCode.SR03003.error(id, keyspace);
        }
        return place;
    }

    private boolean holds(int place, KeyspaceId id) {
        return all().get(place).name().keyRange().filter(range -> range.contains(id)).isPresent();
    }

    /**
     * The items by the shard where their keyspace id lives: for the values of an IN, or the rows of an INSERT. Shards come in
     * the order in which they are first needed, and the items of a shard stay in their order. One pass; nothing is allocated
     * for an item but its place in the list of its shard.
     *
     * @throws dev.shardroute.error.ShardrouteException as {@link #of(KeyspaceId)}
     */
    public <T> Map<Shard, List<T>> group(Collection<T> items, Function<? super T, KeyspaceId> id) {
        @SuppressWarnings("unchecked") // it never leaves this method
        @Nullable List<T>[] lists = (@Nullable List<T>[]) new List<?>[places.length];
        Map<Shard, List<T>> groups = new LinkedHashMap<>();
        for (T item : items) {
            int place = placeOf(id.apply(item));
            List<T> list = lists[place];
            if (list == null) {
                list = new ArrayList<>();
                lists[place] = list;
                groups.put(places[place], list);
            }
            list.add(item);
        }
        return groups;
    }

    /** {@link #resolve(Destination, ShardPicker)}, where any shard is the first one. */
    public List<Shard> resolve(Destination destination) {
        return resolve(destination, ShardPicker.FIRST);
    }

    /**
     * The shards of a destination, each once. For {@link Destination.Ids} they come in the order of the ids, for {@link
     * Destination.Shards} in that of the names, and otherwise in the order of their ranges. A shard without a key range has the
     * whole key space for its range, which of several such shards the first one is exactly.
     *
     * @throws dev.shardroute.error.ShardrouteException {@code SR03003} for an id on no shard, {@code SR03005} for an unknown
     *         shard, {@code SR03006} when there is no shard at all, {@code SR03007} for an exact range that no shards make
     */
    public List<Shard> resolve(Destination destination, ShardPicker picker) {
        return switch (destination) {
            case Destination.Shard one -> List.of(named(one.name()));
            case Destination.Shards some -> some.names().stream().map(this::named).distinct().toList();
            case Destination.ExactKeyRange exact -> exactly(exact.range());
            case Destination.Range part -> touching(part.range());
            case Destination.Id one -> List.of(of(one.id()));
            case Destination.Ids some -> ofEach(some.ids());
            case Destination.AnyShard any -> List.of(picker.pick(all()));
            case Destination.AllShards every -> all();
            case Destination.None none -> List.of();
        };
    }

    private List<Shard> ofEach(List<KeyspaceId> ids) {
        BitSet known = new BitSet(places.length);
        List<Shard> found = new ArrayList<>();
        for (KeyspaceId id : ids) {
            int place = placeOf(id);
            if (!known.get(place)) {
                known.set(place);
                found.add(places[place]);
            }
        }
        return found;
    }

    private List<Shard> touching(KeyRange wanted) {
        if (!ranged) {
            return all();
        }
        int from = index.of(wanted.start());
        int to = wanted.isEndOpen() ? places.length - 1 : index.of(wanted.end());
        return shards.subList(from, to + 1).stream().filter(shard -> range(shard).intersects(wanted)).toList();
    }

    private List<Shard> exactly(KeyRange wanted) {
        int from = ranged ? index.of(wanted.start()) : 0;
        int to = from;
        boolean fits = range(all().get(from)).start().equals(wanted.start());
        while (fits && range(places[to]).compareEnd(wanted) < 0) {
            to++;
            fits = to < places.length && range(places[to - 1]).isFollowedBy(range(places[to]));
        }
        if (!fits || range(places[to]).compareEnd(wanted) != 0) {
            throw ErrorCode.SR03007.error(wanted, keyspace);
        }
        return shards.subList(from, to + 1);
    }

    private static KeyRange range(Shard shard) {
        return Coverage.range(shard.name());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof KeyspaceShards that && keyspace.equals(that.keyspace) && shards.equals(that.shards);
    }

    @Override
    public int hashCode() {
        return 31 * keyspace.hashCode() + shards.hashCode();
    }

    /** {@code keyspace[shard, shard]}. */
    @Override
    public String toString() {
        return keyspace + shards.stream().map(shard -> shard.name().name()).toList();
    }
}
