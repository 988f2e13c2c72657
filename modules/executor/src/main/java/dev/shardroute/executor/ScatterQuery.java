package dev.shardroute.executor;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.error.ShardrouteException;
import dev.shardroute.type.Field;
import dev.shardroute.type.ResultStream;
import dev.shardroute.type.Row;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The rows of many shards, one after another as they come. A thread for each shard reads its rows into a bounded buffer, from
 * which the caller takes them.
 *
 * <p>The caller waits for whichever shard comes first, never for a certain one: two statements that each hold the connection
 * that the other's next shard waits for would otherwise hold each other up.
 */
final class ScatterQuery implements ResultStream, FanOut.Task {
    private final ShardConnections connections;
    private final RowBudget budget;
    private final RowBuffer buffer;
    private final FanOut fanOut;
    private final Tally tally = new Tally();
    private final CountDownLatch opened = new CountDownLatch(1);
    private final AtomicReference<@Nullable Header> header = new AtomicReference<>();

    private Iterator<Row> rows = Collections.emptyIterator();
    private boolean finished;
    private @Nullable ShardrouteException failure;

    /** The columns, and the shard that was the first to tell them. */
    private record Header(ShardCall call, List<Field> fields) {}

    private ScatterQuery(ShardConnections connections, List<ShardCall> calls, ExecutorOptions options) {
        int threads = FanOut.threadsFor(calls, options.shardConcurrency());
        this.connections = connections;
        this.budget = RowBudget.of(options, threads);
        this.buffer = new RowBuffer(budget, threads);
        this.fanOut = new FanOut(calls, options.shardConcurrency(), this);
    }

    /** Runs the calls; returns when the first shard has told its columns. */
    static ResultStream run(ShardConnections connections, List<ShardCall> calls, ExecutorOptions options) {
        ScatterQuery query = new ScatterQuery(connections, calls, options);
        query.fanOut.start();
        query.awaitHeader();
        return query;
    }

    private void awaitHeader() {
        try {
            opened.await();
        } catch (InterruptedException e) {
            throw interrupted();
        }
        if (!fanOut.failures().isEmpty()) {
            finish();
        }
    }

    @Override
    public void run(ShardCall call) throws InterruptedException {
        Chunk last;
        try (ShardConnection connection = call.connect(connections);
                ResultStream result = call.run(connection)) {
            agree(new Header(call, result.fields()));
            last = pump(result);
            tally.add(call, result.completion());
        }
        if (!last.rows().isEmpty()) {
            buffer.put(last);
        }
    }

    private void agree(Header mine) {
        header.compareAndSet(null, mine);
        opened.countDown();
        Header first = header();
        if (first.fields.size() != mine.fields.size()) {
            throw ErrorCode.SR05010.error(first.call.label(), first.fields.size(), mine.call.label(),
                    mine.fields.size());
        }
    }

    /**
     * Reads all rows and puts them into the buffer, but for the last few. The chunks grow, so that the first row is not kept
     * waiting and many rows do not cost a lock each.
     */
    private Chunk pump(ResultStream result) throws InterruptedException {
        Chunk chunk = new Chunk();
        int limit = 1;
        for (Row row = result.next(); row != null; row = result.next()) {
            chunk.add(row);
            if (chunk.rows().size() >= limit || chunk.bytes() >= budget.chunkBytes()) {
                buffer.put(chunk);
                chunk = new Chunk();
                limit = Math.min(2 * limit, budget.chunkRows());
            }
        }
        return chunk;
    }

    @Override
    public void failed() {
        fanOut.cancel();
        buffer.clear();
        opened.countDown();
    }

    @Override
    public void threadEnds() {
        buffer.writerLeaves();
    }

    @Override
    public List<Field> fields() {
        return header().fields;
    }

    private Header header() {
        return Objects.requireNonNull(header.get());
    }

    @Override
    public @Nullable Row next() {
        while (!rows.hasNext()) {
            Chunk chunk = take();
            if (chunk == null) {
                finish();
                return null;
            }
            rows = chunk.rows().iterator();
        }
        return rows.next();
    }

    private @Nullable Chunk take() {
        try {
            return finished ? null : buffer.take();
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private void finish() {
        fanOut.join();
        if (!finished && !fanOut.failures().isEmpty()) {
            failure = ShardFailure.merge(fanOut.failures(), List.of());
        }
        finished = true;
        if (failure != null) {
            throw failure;
        }
    }

    private ShardrouteException interrupted() {
        Thread.currentThread().interrupt();
        ShardrouteException interruption = ErrorCode.SR05006.error();
        abandon(interruption);
        return interruption;
    }

    /** Frees everything; whoever reads on gets {@code error}. */
    private void abandon(ShardrouteException error) {
        if (!finished) {
            finished = true;
            failure = error;
            rows = Collections.emptyIterator();
            fanOut.cancel();
            buffer.clear();
            fanOut.join();
        }
    }

    @Override
    public Completion completion() {
        return tally.total();
    }

    @Override
    public void close() {
        abandon(ErrorCode.SR05006.error());
    }
}
