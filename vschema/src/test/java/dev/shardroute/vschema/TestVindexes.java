package dev.shardroute.vschema;

import dev.shardroute.vindex.Capability;
import dev.shardroute.vindex.Vindex;
import dev.shardroute.vindex.VindexFactory;
import dev.shardroute.vindex.VindexRegistry;
import dev.shardroute.vindex.VindexTraits;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Types of vindex that are known by their traits only. */
final class TestVindexes {
    private TestVindexes() {}

    /** The standard types, and one more. */
    static VindexRegistry with(VindexRegistry registry, VindexTraits traits) {
        return registry.with(new Factory(traits));
    }

    static VindexTraits traits(String type, int cost, boolean unique, Set<Capability> capabilities) {
        return new VindexTraits(type, cost, unique, capabilities);
    }

    static Set<Capability> capabilities(boolean lookup, boolean needsQueries, boolean multiColumn) {
        Set<Capability> all = EnumSet.noneOf(Capability.class);
        if (lookup) {
            all.add(Capability.LOOKUP);
        }
        if (needsQueries) {
            all.add(Capability.NEEDS_QUERIES);
        }
        if (multiColumn) {
            all.add(Capability.MULTI_COLUMN);
        }
        return all;
    }

    private record Factory(VindexTraits traits) implements VindexFactory {
        @Override
        public Vindex create(String name, Map<String, String> params) {
            return new Named(name, traits);
        }
    }

    /** A vindex that nobody asks to map anything. */
    record Named(String name, VindexTraits traits) implements Vindex {}
}
