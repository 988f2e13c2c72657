package dev.shardroute.planner.plan;

/** What the rest of a statement is told of a subquery that ran before it. */
public enum PulloutOpcode {
    /** Its only value; NULL for no row. */
    VALUE("PulloutValue"),
    /** The list of its values, and whether there are any. */
    IN("PulloutIn"),
    /** The list of its values, and whether there are any. */
    NOT_IN("PulloutNotIn"),
    /** Whether it has rows. */
    EXISTS("PulloutExists"),
    /** Whether it has none. */
    NOT_EXISTS("PulloutNotExists");

    private final String label;

    PulloutOpcode(String label) {
        this.label = label;
    }

    /** The name in plan descriptions, where it is called the variant. */
    public String label() {
        return label;
    }

    /** True when the statement takes all its values, in a list variable. */
    public boolean takesList() {
        return this == IN || this == NOT_IN;
    }
}
