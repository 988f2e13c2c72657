package dev.shardroute.executor;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.error.ShardrouteException;
import dev.shardroute.type.ResultStream;
import dev.shardroute.type.Results;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * An INSERT, UPDATE or DELETE on many shards, each in a transaction of its own. When a shard fails, the ones at work are
 * awaited and no more are begun; the error then tells what was changed all the same.
 */
final class ScatterChange implements FanOut.Task {
    private final ShardConnections connections;
    private final FanOut fanOut;
    private final Tally tally = new Tally();
    private final Set<ShardCall> sent = ConcurrentHashMap.newKeySet();

    private ScatterChange(ShardConnections connections, List<ShardCall> calls, ExecutorOptions options) {
        this.connections = connections;
        this.fanOut = new FanOut(calls, options.shardConcurrency(), this);
    }

    /** Runs the calls; returns when all of them are done. */
    static ResultStream run(ShardConnections connections, List<ShardCall> calls, ExecutorOptions options) {
        ScatterChange change = new ScatterChange(connections, calls, options);
        change.fanOut.start();
        change.await();
        if (!change.fanOut.failures().isEmpty() || !change.fanOut.unbegun().isEmpty()) {
            throw change.error();
        }
        return Results.of(change.tally.total());
    }

    private void await() {
        try {
            fanOut.await();
        } catch (InterruptedException e) {
            fanOut.cancel();
            fanOut.join();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void run(ShardCall call) {
        try (ShardConnection connection = call.connect(connections)) {
            sent.add(call);
            try (ResultStream result = call.run(connection)) {
                Results.drain(result);
                tally.add(call, result.completion());
            }
        }
    }

    @Override
    public void failed() {
        fanOut.stop();
    }

    @Override
    public void threadEnds() {
        // nobody waits for a single thread
    }

    private ShardrouteException error() {
        List<String> notes = notes();
        if (!fanOut.failures().isEmpty()) {
            return ShardFailure.merge(fanOut.failures(), notes);
        }
        notes.addFirst(ErrorCode.SR05006.message());
        return new ShardrouteException(ErrorCode.SR05006, String.join("\n", notes));
    }

    private List<String> notes() {
        List<ShardCall> uncertain =
                fanOut.failures().stream().filter(this::mayHaveChanged).map(ShardFailure::call).toList();
        List<ShardCall> changed = tally.changed();
        List<String> notes = new ArrayList<>();
        note(notes, "rows were changed on ", changed);
        note(notes, "rows may have been changed on ", uncertain);
        if (!notes.isEmpty()) {
            note(notes, "not run on ", fanOut.unbegun());
        }
        return notes;
    }

    /** A backend that reports an error has changed nothing; after any other error one cannot know. */
    private boolean mayHaveChanged(ShardFailure failure) {
        return sent.contains(failure.call()) && failure.error().code() != ErrorCode.SR05001;
    }

    private static void note(List<String> notes, String what, List<ShardCall> shards) {
        if (!shards.isEmpty()) {
            notes.add(what + String.join(", ", shards.stream().map(ShardCall::label).sorted().toList()));
        }
    }
}
