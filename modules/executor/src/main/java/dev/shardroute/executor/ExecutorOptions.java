package dev.shardroute.executor;

import dev.shardroute.error.ErrorCode;

/**
 * What bounds the execution of one statement.
 *
 * @param shardConcurrency how many shards may work at once, each on a thread and a connection of its own
 * @param bufferedRows     how many rows of a multi-shard result may be in memory; at least three more than there are shards
 *                         working at once are always allowed
 * @param bufferedBytes    how many bytes of heap these rows may take; each working shard may go over by one row
 */
public record ExecutorOptions(int shardConcurrency, int bufferedRows, long bufferedBytes) {
    /** 64 shards at once, 10,000 rows, 8 MiB. */
    public static final ExecutorOptions DEFAULTS = new ExecutorOptions(64, 10_000, 8L << 20);

    /** Checks the values. */
    public ExecutorOptions {
        check("shardConcurrency", shardConcurrency);
        check("bufferedRows", bufferedRows);
        check("bufferedBytes", bufferedBytes);
    }

    private static void check(String name, long value) {
        if (value < 1) {
            throw ErrorCode.SR07001.error(name, value + " is less than 1");
        }
    }

    /** A builder that starts from {@link #DEFAULTS}. */
    public static Builder builder() {
        return new Builder();
    }

    /** Makes {@link ExecutorOptions}. */
    public static final class Builder {
        private int shardConcurrency = DEFAULTS.shardConcurrency;
        private int bufferedRows = DEFAULTS.bufferedRows;
        private long bufferedBytes = DEFAULTS.bufferedBytes;

        private Builder() {}

        /** Sets how many shards may work at once. */
        public Builder shardConcurrency(int shards) {
            shardConcurrency = shards;
            return this;
        }

        /** Sets how many rows may be in memory. */
        public Builder bufferedRows(int rows) {
            bufferedRows = rows;
            return this;
        }

        /** Sets how many bytes they may take. */
        public Builder bufferedBytes(long bytes) {
            bufferedBytes = bytes;
            return this;
        }

        /**
         * The options.
         *
         * @throws dev.shardroute.error.ShardrouteException {@code SR07001} when a value is out of range
         */
        public ExecutorOptions build() {
            return new ExecutorOptions(shardConcurrency, bufferedRows, bufferedBytes);
        }
    }
}
