package dev.shardroute.planner;

/**
 * One step of planning, for those who want to see why a plan is what it is.
 *
 * @param phase    the phase
 * @param fired    true when a rule rewrote the operator
 * @param operator the operator that rules were tried on
 * @param reason   what was done, or why the operator was kept
 */
public record TraceEvent(String phase, boolean fired, String operator, String reason) {
    /** One line. */
    @Override
    public String toString() {
        return phase + (fired ? ": rewrote " : ": kept ") + operator + ": " + reason;
    }
}
