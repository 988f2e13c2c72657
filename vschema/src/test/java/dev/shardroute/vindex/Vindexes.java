package dev.shardroute.vindex;

import java.util.Map;

/** Vindexes for tests, named after their type. */
final class Vindexes {
    private Vindexes() {}

    static Vindex of(String type) {
        return of(type, Map.of());
    }

    static Vindex of(String type, Map<String, String> params) {
        return VindexRegistry.standard().create(type, type, params);
    }
}
