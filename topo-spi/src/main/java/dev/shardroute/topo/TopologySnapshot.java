package dev.shardroute.topo;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.key.Destination;
import dev.shardroute.key.ShardName;
import dev.shardroute.key.TabletAlias;
import dev.shardroute.key.TabletType;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a topology tells at one time: the cells, the keyspaces with the shards that serve each type of tablets, the tablets and
 * their health, and the VSchema. Immutable, and valid: the shards of every type of every keyspace cover the key space.
 */
public final class TopologySnapshot {
    private final long version;
    private final Territory territory;

    TopologySnapshot(long version, Territory territory) {
        this.version = version;
        this.territory = territory;
    }

    /**
     * A snapshot of shards only.
     *
     * @param version   a number that grows with every change, and tells snapshots of one topology apart
     * @param keyspaces for each keyspace by name, the shards that serve each tablet type
     * @throws dev.shardroute.error.ShardrouteException {@code SR03002} when the shards of a type leave a gap, {@code SR03006}
     *         for a keyspace without shards, {@code SR03009} for a type of tablets that does not serve
     */
    public static TopologySnapshot of(long version, Map<String, Map<TabletType, KeyspaceShards>> keyspaces) {
        return new TopologySnapshot(version,
                new Territory(Cells.NONE, keyspaces, TabletDirectory.EMPTY, Map.of(), Optional.empty()));
    }

    /** Starts with nothing. */
    public static Builder builder() {
        return new Builder(Territory.EMPTY);
    }

    /** Starts with all that this snapshot tells. */
    public Builder toBuilder() {
        return new Builder(territory);
    }

    /** The number that tells this snapshot from others of the same topology; it is greater than that of any before. */
    public long version() {
        return version;
    }

    /** The same with another version. */
    TopologySnapshot withVersion(long other) {
        return new TopologySnapshot(other, territory);
    }

    /** True when {@code other} tells the same; versions do not count. */
    public boolean sameAs(TopologySnapshot other) {
        return territory.equals(other.territory);
    }

    /** The cells and their aliases. */
    public Cells cells() {
        return territory.cells();
    }

    /** The names of the keyspaces, sorted. */
    public Set<String> keyspaces() {
        return territory.keyspaces().keySet();
    }

    /**
     * The shards of a keyspace for each type of tablets that serve it.
     *
     * @throws dev.shardroute.error.ShardrouteException {@code SR03004} for an unknown keyspace
     */
    public Map<TabletType, KeyspaceShards> shards(String keyspace) {
        Map<TabletType, KeyspaceShards> byType = territory.keyspaces().get(keyspace);
        if (byType == null) {
            throw ErrorCode.SR03004.error(keyspace);
        }
        return byType;
    }

    /**
     * The shards of a keyspace that serve a tablet type.
     *
     * @throws dev.shardroute.error.ShardrouteException {@code SR03004} for an unknown keyspace, {@code SR03006} when no shard
     *         serves the type
     */
    public KeyspaceShards shards(String keyspace, TabletType tabletType) {
        KeyspaceShards shards = shards(keyspace).get(tabletType);
        if (shards == null) {
            throw ErrorCode.SR03006.error(KeyspaceShards.label(keyspace, tabletType));
        }
        return shards;
    }

    /**
     * The shards of a destination in a keyspace: {@link KeyspaceShards#resolve(Destination)}.
     *
     * @throws dev.shardroute.error.ShardrouteException {@code SR03003} to {@code SR03007}, as there and in {@link #shards}
     */
    public List<Shard> resolve(String keyspace, TabletType tabletType, Destination destination) {
        return shards(keyspace, tabletType).resolve(destination);
    }

    /** All tablets in the order of their aliases. */
    public Collection<Tablet> tablets() {
        return territory.tablets().byAlias().values();
    }

    /** The tablets of a shard that have a type, healthy or not, in the order of their aliases. */
    public List<Tablet> tablets(Shard shard, TabletType type) {
        return territory.tablets().of(shard, type);
    }

    /** The tablet of this name; empty for none. */
    public Optional<Tablet> tablet(TabletAlias alias) {
        return Optional.ofNullable(territory.tablets().byAlias().get(alias));
    }

    /**
     * The primary of a shard; empty for none. While a failover is under way two tablets can say that they are it: the one
     * whose term began last is.
     */
    public Optional<Tablet> primary(Shard shard) {
        return tablets(shard, TabletType.PRIMARY).stream().max(Comparator.comparing(this::termStart));
    }

    private Instant termStart(Tablet tablet) {
        return health(tablet.alias()).flatMap(TabletHealth::termStart).orElse(Instant.MIN);
    }

    /** What is known of a tablet's health; empty for nothing. */
    public Optional<TabletHealth> health(TabletAlias alias) {
        return Optional.ofNullable(territory.health().get(alias));
    }

    /** The VSchema as JSON, when the topology holds one. */
    public Optional<String> vschema() {
        return territory.vschema();
    }

    /** The version and the names of the keyspaces; {@link TopologyJson} prints everything. */
    @Override
    public String toString() {
        return "version " + version + " of " + keyspaces();
    }

    /** Makes a snapshot. Not thread-safe. */
    public static final class Builder {
        private Cells cells;
        private final Map<String, Map<TabletType, KeyspaceShards>> keyspaces;
        private final TabletDirectory before;
        private @Nullable Map<TabletAlias, Tablet> tablets;
        private final Map<TabletAlias, TabletHealth> health;
        private Optional<String> vschema;

        private Builder(Territory territory) {
            cells = territory.cells();
            keyspaces = new HashMap<>(territory.keyspaces());
            before = territory.tablets();
            health = new HashMap<>(territory.health());
            vschema = territory.vschema();
        }

        /** Adds cells. Those of tablets need not be added. */
        public Builder cells(String... names) {
            cells = cells.with(Arrays.stream(names));
            return this;
        }

        /**
         * Sets the cells of an alias.
         *
         * @throws dev.shardroute.error.ShardrouteException {@code SR03009} as {@link Cells}
         */
        public Builder cellAlias(String alias, Collection<String> names) {
            cells = cells.withAlias(alias, names);
            return this;
        }

        /**
         * Sets the shards of a keyspace, which serve all types of tablets that serve.
         *
         * @throws dev.shardroute.error.ShardrouteException {@code SR03001} for a bad name, {@code SR03002} for an overlap
         */
        public Builder keyspace(String keyspace, Collection<String> shards) {
            KeyspaceShards all = KeyspaceShards.of(keyspace, names(shards)).requireFullCoverage();
            keyspaces.put(keyspace, Stream.of(TabletType.values())
                    .filter(TabletType::isServing)
                    .collect(Collectors.toMap(Function.identity(), type -> all)));
            return this;
        }

        /**
         * Sets the shards of a keyspace that serve a type of tablets.
         *
         * @throws dev.shardroute.error.ShardrouteException {@code SR03001} for a bad name, {@code SR03002} for an overlap
         */
        public Builder keyspace(String keyspace, TabletType tabletType, Collection<String> shards) {
            Map<TabletType, KeyspaceShards> byType = new HashMap<>(keyspaces.getOrDefault(keyspace, Map.of()));
            byType.put(tabletType, KeyspaceShards.of(keyspace, names(shards), tabletType));
            keyspaces.put(keyspace, byType);
            return this;
        }

        private static List<ShardName> names(Collection<String> shards) {
            return shards.stream().map(ShardName::parse).toList();
        }

        /** Takes a keyspace out, its tablets not. */
        public Builder withoutKeyspace(String keyspace) {
            keyspaces.remove(keyspace);
            return this;
        }

        /** Sets a tablet, in the place of one with its alias. */
        public Builder tablet(Tablet tablet) {
            tablets().put(tablet.alias(), tablet);
            return this;
        }

        /** True when no tablet has this alias. */
        boolean isFree(TabletAlias alias) {
            return !tablets().containsKey(alias);
        }

        /** Takes a tablet and its health out. */
        public Builder withoutTablet(TabletAlias alias) {
            tablets().remove(alias);
            health.remove(alias);
            return this;
        }

        private Map<TabletAlias, Tablet> tablets() {
            if (tablets == null) {
                tablets = new HashMap<>(before.byAlias());
            }
            return tablets;
        }

        /** Sets the health of a tablet. */
        public Builder health(TabletAlias alias, TabletHealth now) {
            health.put(alias, now);
            return this;
        }

        /** Sets the VSchema, as JSON. */
        public Builder vschema(String json) {
            vschema = Optional.of(json);
            return this;
        }

        /** Takes the VSchema out. */
        public Builder withoutVschema() {
            vschema = Optional.empty();
            return this;
        }

        /**
         * The snapshot, of version 0: the topology that shows it gives it its number.
         *
         * @throws dev.shardroute.error.ShardrouteException {@code SR03002} when the shards of a type leave a gap, {@code
         *         SR03009} for a type that does not serve and for the health of an unknown tablet
         */
        public TopologySnapshot build() {
            TabletDirectory directory = tablets == null ? before : new TabletDirectory(tablets);
            Cells all = cells.with(directory.byAlias().keySet().stream().map(TabletAlias::cell));
            return new TopologySnapshot(0, new Territory(all, keyspaces, directory, health, vschema));
        }
    }
}
