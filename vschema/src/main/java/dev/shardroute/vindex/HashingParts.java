package dev.shardroute.vindex;

import java.util.Map;

/** Vindexes that are parts of others: they must hash one value without asking anybody. */
final class HashingParts {
    private HashingParts() {}

    /** A vindex of {@code type}, which the parameter {@code param} names. */
    static Hashing create(Params params, String param, String type, Map<String, String> partParams) {
        VindexRegistry registry = VindexRegistry.standard();
        boolean hashes = registry.traits(type)
                .filter(traits -> traits.unique() && traits.capabilities().contains(Capability.HASHING))
                .isPresent();
        if (hashes && registry.create(type, type, partParams) instanceof Hashing hashing) {
            return hashing;
        }
        throw params.bad(param, "'" + type + "' is not a type that hashes one value");
    }
}
