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
import dev.shardroute.vindex.LookupFactory.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
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

    /**
     * The types of Vitess, and those whose factories are declared as providers for {@link ServiceLoader}, in {@code META-INF}
     * or in a module, where the class loader of the current thread finds them. Looks for them anew at every call.
     *
     * @throws dev.shardroute.error.ShardrouteException {@code SR02010} when two factories have types of the same name, one of
     *         Vitess included, or a provider cannot be used
     */
    public static VindexRegistry installed() {
        return STANDARD.withAll(ServiceLoader.load(VindexFactory.class));
    }

    /**
     * The same with the providers that {@code loader} finds.
     *
     * @throws dev.shardroute.error.ShardrouteException {@code SR02010} as above
     */
    public static VindexRegistry installed(ClassLoader loader) {
        return STANDARD.withAll(ServiceLoader.load(VindexFactory.class, loader));
    }

    private VindexRegistry withAll(Iterable<VindexFactory> providers) {
        Map<String, VindexFactory> byType = new LinkedHashMap<>(factories);
        try {
            for (VindexFactory factory : providers) {
                String type = factory.traits().type();
                VindexFactory other = byType.put(type, factory);
                if (other != null) {
                    throw ErrorCode.SR02010.error("'" + type + "' is the type of two factories, "
                            + other.getClass().getName() + " and " + factory.getClass().getName());
                }
            }
        } catch (ServiceConfigurationError e) {
            throw ErrorCode.SR02010.error(String.valueOf(e.getMessage()));
        }
        return new VindexRegistry(List.copyOf(byType.values()));
    }

    /** The index of Vitess's types. */
    private static List<VindexFactory> standardTypes() {
        return List.of(
                plain(unique("binary", 0, HASHING, REVERSIBLE, SEQUENTIAL), BinaryVindex::new),
                plain(unique("binary_md5", 1, HASHING), BinaryMd5Vindex::new),
                new CfcFactory(unique("cfc", 1, PREFIX)),
                lookup(many("consistent_lookup", 20), Kind.CONSISTENT),
                lookup(unique("consistent_lookup_unique", 10), Kind.CONSISTENT),
                plain(unique("hash", 1, HASHING, REVERSIBLE), HashVindex::new),
                lookup(many("lookup", 20), Kind.PLAIN),
                lookup(many("lookup_cost", 5), Kind.COSTING),
                lookup(many("lookup_hash", 20), Kind.HASHED),
                lookup(unique("lookup_hash_unique", 10), Kind.HASHED),
                lookup(many("lookup_unicodeloosemd5_hash", 20), Kind.LOOSELY_HASHED),
                lookup(unique("lookup_unicodeloosemd5_hash_unique", 10), Kind.LOOSELY_HASHED),
                lookup(unique("lookup_unique", 10), Kind.PLAIN),
                new MultiColFactory(unique("multicol", 1, MULTI_COLUMN, PARTIAL)),
                plain(unique("null", 100), NullVindex::new),
                plain(unique("numeric", 0, HASHING, REVERSIBLE, SEQUENTIAL), NumericVindex::new),
                new NumericStaticMapFactory(unique("numeric_static_map", 1, HASHING)),
                new RegionFactory(unique("region_experimental", 1, MULTI_COLUMN, PARTIAL)),
                new RegionJsonFactory(unique("region_json", 1, MULTI_COLUMN)),
                plain(unique("reverse_bits", 1, HASHING, REVERSIBLE), ReverseBitsVindex::new),
                plain(unique("unicode_loose_md5", 1, HASHING), UnicodeLooseMd5Vindex::new),
                plain(unique("unicode_loose_xxhash", 1, HASHING), UnicodeLooseXxHashVindex::new),
                plain(unique("xxhash", 1, HASHING), XxHashVindex::new));
    }

    private static VindexFactory plain(VindexTraits traits, BiFunction<String, VindexTraits, Vindex> constructor) {
        return new PlainFactory(traits, constructor);
    }

    private static VindexFactory lookup(VindexTraits traits, Kind kind) {
        VindexTraits asking = traits.with(LOOKUP).with(NEEDS_QUERIES);
        return new LookupFactory(kind == Kind.LOOSELY_HASHED ? asking : asking.with(LOOKUP_PLANNABLE), kind);
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

    /** The names of the parameters that this type reads; empty for no such type, and for one that cannot tell. */
    public Optional<Set<String>> parameters(String type) {
        return Optional.ofNullable(factories.get(type)).flatMap(VindexFactory::parameters);
    }

    /** Those of the parameters that this type does not know, sorted; none when it cannot tell. */
    public List<String> unknownParameters(String type, Map<String, String> params) {
        Set<String> known = parameters(type).orElse(params.keySet());
        return params.keySet().stream().filter(param -> !known.contains(param)).sorted().toList();
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
        return factory instanceof CompositeFactory composite
                ? composite.create(name, params, this)
                : factory.create(name, params);
    }

    /** A type that takes no parameters. */
    private record PlainFactory(VindexTraits traits, BiFunction<String, VindexTraits, Vindex> constructor)
            implements VindexFactory {
        @Override
        public Optional<Set<String>> parameters() {
            return Optional.of(Set.of());
        }

        @Override
        public Vindex create(String name, Map<String, String> params) {
            return constructor.apply(name, traits);
        }
    }
}
