package dev.shardroute.planner.operator;

/** What a rule made of an operator. */
public sealed interface Rewrite {
    /**
     * Another operator instead.
     *
     * @param next the operator
     * @param what what was done, for the trace
     */
    record To(Operator next, String what) implements Rewrite {}

    /**
     * The operator stays.
     *
     * @param why the reason, for the trace, and for the error when the statement cannot be planned without the rewrite
     */
    record Keep(String why) implements Rewrite {}

    /** No rule is for this operator in this phase. */
    record Pass() implements Rewrite {}
}
