package dev.shardroute.cli.verify;

import java.util.Locale;

/** What came of one case. */
public enum Outcome {
    /** The plan is the expected one, or the statement is refused as expected. */
    IDENTICAL,
    /**
     * The statement was expected to be unsupported ({@code VT12001}), and there is a plan; or the expected plan is none that
     * should be made, and {@link Deviations} tells why.
     */
    BEYOND,
    /** Another plan or another refusal than the expected one. */
    DIFFERS,
    /** An exception that is none of the catalogue. */
    CRASHED;

    /** The name in reports. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** True for what makes the whole run a failure. */
    public boolean isFailure() {
        return this == DIFFERS || this == CRASHED;
    }
}
