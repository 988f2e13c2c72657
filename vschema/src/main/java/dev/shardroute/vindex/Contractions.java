package dev.shardroute.vindex;

import java.util.Arrays;

/**
 * The characters that are weighed together, as a tree of states. The character that a contraction begins with leads to the
 * first state, each further one to a next state.
 */
final class Contractions {
    static final int NONE = -1;

    private final long[] steps;
    private final int[] targets;
    private final int[] matches;
    private final boolean[] leaves;

    /**
     * A tree.
     *
     * @param steps   states and characters, as {@link #key} puts them together, in order
     * @param targets the state that each step leads to
     * @param matches for each state what {@link #match} gives
     */
    Contractions(long[] steps, int[] targets, int[] matches) {
        this.steps = steps;
        this.targets = targets;
        this.matches = matches;
        this.leaves = new boolean[matches.length];
        Arrays.fill(leaves, true);
        for (long step : steps) {
            leaves[(int) (step >>> Integer.SIZE)] = false;
        }
    }

    static long key(int state, int character) {
        return (long) state << Integer.SIZE | character;
    }

    /** The next state, or {@link #NONE}. */
    int step(int state, int character) {
        int step = Arrays.binarySearch(steps, key(state, character));
        return step < 0 ? NONE : targets[step];
    }

    /** The index of the elements of what was read, or {@link #NONE} when that is no contraction yet. */
    int match(int state) {
        return matches[state];
    }

    /** True when no step leads on. */
    boolean isLeaf(int state) {
        return leaves[state];
    }
}
