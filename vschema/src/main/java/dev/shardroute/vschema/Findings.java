package dev.shardroute.vschema;

import dev.shardroute.vschema.Finding.Severity;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong while a VSchema is read. Used by one thread. */
final class Findings {
    private final boolean lenient;
    private final List<Finding> list = new ArrayList<>();

    Findings(boolean lenient) {
        this.lenient = lenient;
    }

    /** Others that are collected apart. */
    Findings apart() {
        return new Findings(lenient);
    }

    void add(Finding finding) {
        list.add(finding);
    }

    void addAll(Findings others) {
        list.addAll(others.list);
    }

    /** A key that is not known is an error unless reading is lenient. */
    void addUnknownKey(String path, String message) {
        list.add(new Finding(path, message, lenient ? Severity.WARNING : Severity.ERROR));
    }

    /** How many errors there are: a part that was read without a new one is sound. */
    long errors() {
        return list.stream().filter(Finding::isError).count();
    }

    List<Finding> list() {
        return list;
    }
}
