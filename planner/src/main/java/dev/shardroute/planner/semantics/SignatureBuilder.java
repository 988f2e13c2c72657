package dev.shardroute.planner.semantics;

/** Collects what a statement has. */
final class SignatureBuilder {
    private boolean aggregation;
    private boolean distinct;
    private boolean subqueries;
    private boolean union;
    private boolean recursiveCte;
    private boolean windows;

    void aggregation() {
        aggregation = true;
    }

    void distinct() {
        distinct = true;
    }

    void subquery() {
        subqueries = true;
    }

    void union() {
        union = true;
    }

    void recursiveCte() {
        recursiveCte = true;
    }

    void window() {
        windows = true;
    }

    QuerySignature build() {
        return new QuerySignature(aggregation, distinct, subqueries, union, recursiveCte, windows, false);
    }
}
