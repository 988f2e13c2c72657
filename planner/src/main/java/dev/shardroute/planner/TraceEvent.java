package dev.shardroute.planner;

/** One step of planning, for those who want to see why a plan is what it is. */
public sealed interface TraceEvent {
    /** The phase that the step is of. */
    String phase();

    /**
     * A rule was tried on an operator.
     *
     * @param phase    the phase
     * @param fired    true when the rule rewrote the operator
     * @param operator the operator
     * @param reason   what was done, or why the operator was kept
     */
    record Tried(String phase, boolean fired, String operator, String reason) implements TraceEvent {
        /** One line. */
        @Override
        public String toString() {
            return phase + (fired ? ": rewrote " : ": kept ") + operator + ": " + reason;
        }
    }

    /**
     * The operators at the end of a phase.
     *
     * @param phase the phase
     * @param tree  a line for each operator, indented under the one that works on its rows
     */
    record Tree(String phase, String tree) implements TraceEvent {
        /** The phase, and the tree below it. */
        @Override
        public String toString() {
            return phase + ": the tree is\n" + tree.indent(2).stripTrailing();
        }
    }
}
