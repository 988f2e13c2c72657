package dev.shardroute.planner.plan;

import dev.shardroute.error.ErrorCode;

/**
 * A column of a join.
 *
 * @param side  the input that it comes from
 * @param index its index there, from 0 on
 */
public record JoinedColumn(Side side, int index) {
    /** Checks the index. */
    public JoinedColumn {
        if (index < 0) {
            throw ErrorCode.VT13001.error("a column with a negative index");
        }
    }

    /** The inputs of a join. */
    public enum Side {
        LEFT, RIGHT
    }

    /** A column of the left input. */
    public static JoinedColumn left(int index) {
        return new JoinedColumn(Side.LEFT, index);
    }

    /** A column of the right input. */
    public static JoinedColumn right(int index) {
        return new JoinedColumn(Side.RIGHT, index);
    }
}
