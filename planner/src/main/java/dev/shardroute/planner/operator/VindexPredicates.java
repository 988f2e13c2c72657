package dev.shardroute.planner.operator;

import dev.shardroute.error.ErrorCode;

/** The one predicate that a vindex which is read as a table takes. */
@SuppressWarnings("DoNotCallSuggester") // not written yet
final class VindexPredicates {
    private VindexPredicates() {}

    static Operator add(Operator.VindexTable vindex, Predicate predicate, Planning planning) {
        throw ErrorCode.VT13001.error("vindex functions are not planned yet");
    }
}
