package dev.shardroute.vindex;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes lookup vindexes.
 *
 * @param kind of which kind
 */
record LookupFactory(VindexTraits traits, Kind kind) implements VindexFactory {
    private static final Set<String> COMMON =
            Set.of("table", "from", "to", "ignore_nulls", "batch_lookup", "read_lock", "write_only");
    private static final String COST = "cost";

    /** What is different between them. */
    enum Kind {
        PLAIN,
        /** {@link #PLAIN} at a cost that the parameters say. */
        COSTING,
        HASHED,
        LOOSELY_HASHED,
        CONSISTENT;

        /** The parameters that not all kinds have. */
        private Set<String> others() {
            return switch (this) {
                case PLAIN -> Set.of("autocommit", "multi_shard_autocommit", "no_verify");
                case COSTING -> Set.of("autocommit", "multi_shard_autocommit", "no_verify", COST);
                case HASHED, LOOSELY_HASHED -> Set.of("autocommit", "multi_shard_autocommit");
                case CONSISTENT -> Set.of();
            };
        }

        private LookupCodec codec() {
            return switch (this) {
                case PLAIN, COSTING, CONSISTENT -> LookupCodec.PLAIN;
                case HASHED -> LookupCodec.HASHED;
                case LOOSELY_HASHED -> LookupCodec.LOOSELY_HASHED;
            };
        }
    }

    private Set<String> known() {
        Set<String> known = new HashSet<>(COMMON);
        known.addAll(kind.others());
        return known;
    }

    @Override
    public Optional<Set<String>> parameters() {
        return Optional.of(Set.copyOf(known()));
    }

    /** Reads only the parameters of its kind, so that another one, {@code autocommit} for example, has no effect. */
    @Override
    public Vindex create(String name, Map<String, String> values) {
        Map<String, String> known = new HashMap<>(values);
        known.keySet().retainAll(known());
        Params params = new Params(name, known);
        LookupTable table = LookupTable.read(params);
        LookupSql sql = LookupSql.of(table);
        VindexTraits its = traits(params, table);
        LookupReader reader = new LookupReader(name, traits.unique(), table, kind.codec(), sql);
        LookupWriter writer = new LookupWriter(table.autocommit() && !traits.unique(), table, kind.codec(), sql);
        return switch (kind) {
            case PLAIN, COSTING, HASHED -> new LookupVindex(name, its, reader, writer);
            case LOOSELY_HASHED -> new LooseLookupVindex(name, its, reader, writer);
            case CONSISTENT -> new ConsistentLookupVindex(name, its, reader, writer, Optional.empty());
        };
    }

    private VindexTraits traits(Params params, LookupTable table) {
        VindexTraits costing = traits.withCost(params.integer(COST, traits.cost()));
        return table.writeOnly() ? costing.with(Capability.BACKFILLING) : costing;
    }
}
