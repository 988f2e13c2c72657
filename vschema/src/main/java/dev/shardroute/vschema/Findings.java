package dev.shardroute.vschema;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong while a VSchema is read. Used by one thread. */
final class Findings {
    private final List<Finding> list = new ArrayList<>();

    void add(String path, String message) {
        list.add(new Finding(path, message));
    }

    /** How many there are: a part that was read without a new one is sound. */
    int count() {
        return list.size();
    }

    void throwIfAny() {
        if (!list.isEmpty()) {
            throw new VSchemaException(list);
        }
    }
}
