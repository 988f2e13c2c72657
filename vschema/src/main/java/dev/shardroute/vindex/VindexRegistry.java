package dev.shardroute.vindex;

import static dev.shardroute.vindex.Capability.HASHING;
import static dev.shardroute.vindex.Capability.LOOKUP;
import static dev.shardroute.vindex.Capability.LOOKUP_PLANNABLE;
import static dev.shardroute.vindex.Capability.MULTI_COLUMN;
import static dev.shardroute.vindex.Capability.NEEDS_QUERIES;
import static dev.shardroute.vindex.Capability.PARTIAL;
import static dev.shardroute.vindex.Capability.PREFIX;
import static dev.shardroute.vindex.Capability.REVERSIBLE;
import static dev.shardroute.vindex.Capability.SEQUENTIAL;
import static dev.shardroute.vindex.VindexTraits.many;
import static dev.shardroute.vindex.VindexTraits.unique;

import dev.shardroute.error.ErrorCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** The types of vindex that there are, by name. Immutable. */
public final class VindexRegistry {
    private static final VindexRegistry STANDARD = new VindexRegistry(standardTypes());

    private final Map<String, VindexFactory> factories;

    private VindexRegistry(List<VindexFactory> factories) {
        Map<String, VindexFactory> byType = new LinkedHashMap<>();
        factories.forEach(factory -> byType.put(factory.traits().type(), factory));
        this.factories = Map.copyOf(byType);
    }

    /** The 23 types of Vitess. */
    public static VindexRegistry standard() {
        return STANDARD;
    }

    /** The index of Vitess's types. */
    private static List<VindexFactory> standardTypes() {
        return List.of(
                made(unique("binary", 0, HASHING, REVERSIBLE, SEQUENTIAL), BinaryVindex::new),
                declared(unique("binary_md5", 1, HASHING)),
                declared(unique("cfc", 1, PREFIX)),
                declared(many("consistent_lookup", 20, LOOKUP, LOOKUP_PLANNABLE, NEEDS_QUERIES)),
                declared(unique("consistent_lookup_unique", 10, LOOKUP, LOOKUP_PLANNABLE, NEEDS_QUERIES)),
                made(unique("hash", 1, HASHING, REVERSIBLE), HashVindex::new),
                declared(many("lookup", 20, LOOKUP, LOOKUP_PLANNABLE, NEEDS_QUERIES)),
                declared(many("lookup_cost", 5, LOOKUP, LOOKUP_PLANNABLE, NEEDS_QUERIES)),
                declared(many("lookup_hash", 20, LOOKUP, LOOKUP_PLANNABLE, NEEDS_QUERIES)),
                declared(unique("lookup_hash_unique", 10, LOOKUP, LOOKUP_PLANNABLE, NEEDS_QUERIES)),
                declared(many("lookup_unicodeloosemd5_hash", 20, LOOKUP, NEEDS_QUERIES)),
                declared(unique("lookup_unicodeloosemd5_hash_unique", 10, LOOKUP, NEEDS_QUERIES)),
                declared(unique("lookup_unique", 10, LOOKUP, LOOKUP_PLANNABLE, NEEDS_QUERIES)),
                declared(unique("multicol", 1, MULTI_COLUMN, PARTIAL)),
                declared(unique("null", 100)),
                made(unique("numeric", 0, HASHING, REVERSIBLE), NumericVindex::new),
                declared(unique("numeric_static_map", 1, HASHING)),
                declared(unique("region_experimental", 1, MULTI_COLUMN, PARTIAL)),
                declared(unique("region_json", 1, MULTI_COLUMN)),
                declared(unique("reverse_bits", 1, HASHING, REVERSIBLE)),
                declared(unique("unicode_loose_md5", 1, HASHING)),
                declared(unique("unicode_loose_xxhash", 1, HASHING)),
                made(unique("xxhash", 1, HASHING), XxHashVindex::new));
    }

    private static VindexFactory made(VindexTraits traits, BiFunction<String, VindexTraits, Vindex> constructor) {
        return new PlainFactory(traits, constructor);
    }

    private static VindexFactory declared(VindexTraits traits) {
        return new DeclaredFactory(traits);
    }

    /** This registry and one type more; a type of the same name is replaced. */
    public VindexRegistry with(VindexFactory factory) {
        List<VindexFactory> all = new ArrayList<>(factories.values());
        all.add(factory);
        return new VindexRegistry(all);
    }

    /** The names of the types. */
    public Set<String> types() {
        return factories.keySet();
    }

    /** The traits that vindexes of this type have unless their parameters say otherwise; empty for no such type. */
    public Optional<VindexTraits> traits(String type) {
        return Optional.ofNullable(factories.get(type)).map(VindexFactory::traits);
    }

    /**
     * Makes a vindex.
     *
     * @param type   the name of the type
     * @param name   the name that the VSchema gives the vindex
     * @param params the parameters of the VSchema
     * @throws dev.shardroute.error.ShardrouteException {@code SR02002} when there is no such type, {@code SR02004} when a
     *         parameter is bad or missing
     */
    public Vindex create(String type, String name, Map<String, String> params) {
        VindexFactory factory = factories.get(type);
        if (factory == null) {
            throw ErrorCode.SR02002.error(type);
        }
        return factory.create(name, params);
    }

    /** A type that takes no parameters. */
    private record PlainFactory(VindexTraits traits, BiFunction<String, VindexTraits, Vindex> constructor)
            implements VindexFactory {
        @Override
        public Vindex create(String name, Map<String, String> params) {
            return constructor.apply(name, traits);
        }
    }
}
