package dev.shardroute.vindex;

import java.util.Map;

/**
 * Makes vindexes that are parts of others: they must hash one value without asking anybody.
 *
 * @param registry their types
 * @param whole    the parameters of the vindex that they are parts of
 * @param param    the one that names their types
 */
record HashingParts(VindexRegistry registry, Params whole, String param) {
    /** A part of {@code type}, with parameters of its own. */
    Hashing create(String type, Map<String, String> params) {
        boolean hashes = registry.traits(type)
                .filter(traits -> traits.unique() && traits.capabilities().contains(Capability.HASHING))
                .isPresent();
        if (hashes && registry.create(type, type, params) instanceof Hashing hashing) {
            return hashing;
        }
        throw whole.bad(param, "'" + type + "' is not a type that hashes one value");
    }
}
