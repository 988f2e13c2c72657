package dev.shardroute.executor;

/**
 * How the rows that {@link ExecutorOptions} allow in memory are shared out: a chunk in the hands of each working shard, one
 * in the caller's hands, one that may overfill the buffer, and the rest for the buffer.
 *
 * @param chunkRows   rows after which a chunk is full
 * @param chunkBytes  bytes after which a chunk is full
 * @param bufferRows  rows from which the buffer is full
 * @param bufferBytes bytes from which the buffer is full
 */
record RowBudget(int chunkRows, long chunkBytes, int bufferRows, long bufferBytes) {
    private static final int LARGEST_CHUNK = 128;

    static RowBudget of(ExecutorOptions options, int shards) {
        int chunks = shards + 2;
        int chunkRows = Math.clamp(options.bufferedRows() / (2L * chunks), 1, LARGEST_CHUNK);
        long chunkBytes = Math.max(1, options.bufferedBytes() / (2L * chunks));
        return new RowBudget(chunkRows, chunkBytes, Math.max(1, options.bufferedRows() - chunks * chunkRows),
                Math.max(1, options.bufferedBytes() - chunks * chunkBytes));
    }
}
