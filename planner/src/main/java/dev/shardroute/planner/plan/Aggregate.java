package dev.shardroute.planner.plan;

import dev.shardroute.sql.ast.Expression;

/** An aggregate: it takes the place of a column of the input. */
public sealed interface Aggregate {
    /** The index of the column, from 0 on. */
    int column();

    /** What is computed. */
    AggregateOpcode opcode();

    /** The name of the column; empty to keep that of the input. */
    String alias();

    /**
     * A function of the values of the column.
     *
     * @param opcode   what is computed
     * @param original what the statement asks for, which differs where the shards have done a part of it: a COUNT of all is the
     *                 SUM of the COUNTs of the shards
     * @param key      the column
     * @param alias    the name of the column, or empty
     */
    record OfColumn(AggregateOpcode opcode, AggregateOpcode original, KeyColumn key, String alias)
            implements
            Aggregate {
        @Override
        public int column() {
            return key.column();
        }
    }

    /** The texts of the values of the column that are not NULL, with a separator between them. */
    record GroupConcat(int column, String separator, String alias) implements Aggregate {
        /** What MySQL puts between texts where the statement does not say. */
        public static final String SEPARATOR = ",";

        @Override
        public AggregateOpcode opcode() {
            return AggregateOpcode.GROUP_CONCAT;
        }
    }

    /** A value for all groups, whatever the column holds; of no rows too. */
    record Constant(int column, Expression value, String alias) implements Aggregate {
        @Override
        public AggregateOpcode opcode() {
            return AggregateOpcode.CONSTANT;
        }
    }
}
