package dev.shardroute.executor;

import dev.shardroute.type.ResultStream.Completion;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What the shards of a statement have done so far. Safe for many threads. */
final class Tally {
    private final Queue<Entry> entries = new ConcurrentLinkedQueue<>();

    private record Entry(ShardCall call, Completion completion) {}

    void add(ShardCall call, Completion completion) {
        entries.add(new Entry(call, completion));
    }

    /** The sums, with the smallest of the generated ids. */
    Completion total() {
        return entries.stream().map(Entry::completion).reduce(Completion.NONE, Tally::plus);
    }

    private static Completion plus(Completion a, Completion b) {
        return new Completion(a.affectedRows() + b.affectedRows(), smallestId(a.lastInsertId(), b.lastInsertId()),
                a.warnings() + b.warnings());
    }

    private static long smallestId(long a, long b) {
        if (a == 0 || b == 0) {
            return a | b;
        }
        return Long.compareUnsigned(a, b) < 0 ? a : b;
    }

    /** The shards whose rows were changed. */
    List<ShardCall> changed() {
        return entries.stream().filter(entry -> entry.completion.affectedRows() != 0).map(Entry::call).toList();
    }
}
