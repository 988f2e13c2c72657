package dev.shardroute.topo;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * A topology in memory: for tests, for embedders that know their shards themselves, and as the inside of backends. Reading
 * takes no lock. Changes are made one after another, each as a whole: a reader sees all of it or nothing.
 */
public final class MutableTopology implements Topology {
    private final ReentrantLock changing = new ReentrantLock();
    private final List<Listening> listeners = new CopyOnWriteArrayList<>();
    private volatile TopologySnapshot snapshot;

    /** Changes that listeners have not been told of; guarded by the lock, as is {@link #telling}. */
    private final Deque<Step> untold = new ArrayDeque<>();
    private boolean telling;

    private record Step(TopologySnapshot before, TopologySnapshot now) {}

    private MutableTopology(TopologySnapshot snapshot) {
        this.snapshot = snapshot;
    }

    /** A topology that begins with a snapshot, as version 1. */
    public static MutableTopology of(TopologySnapshot first) {
        return new MutableTopology(first.withVersion(1));
    }

    @Override
    public TopologySnapshot snapshot() {
        return snapshot;
    }

    @Override
    public Subscription listen(TopologyListener listener) {
        Listening listening = new Listening(listener);
        listeners.add(listening);
        return listening;
    }

    /**
     * Changes some of it. When {@code change} throws or leaves what is not valid, nothing has changed.
     *
     * @param change is called once, on this thread, with what is known now; it must not call this topology's changes itself
     * @throws dev.shardroute.error.ShardrouteException as the methods of the builder
     */
    public TopologyChange update(Consumer<TopologySnapshot.Builder> change) {
        return change(now -> {
            TopologySnapshot.Builder builder = now.toBuilder();
            change.accept(builder);
            return builder.build();
        });
    }

    /** Shows what {@code next} tells instead; a snapshot that tells the same is no change. */
    public TopologyChange replace(TopologySnapshot next) {
        return change(now -> next);
    }

    /**
     * The same with what {@code next} gives. It is called once, on this thread, while nobody else changes anything: who reads
     * a file or a server in it never puts something older in the place of something newer. When it throws, nothing has
     * changed.
     */
    public TopologyChange replace(Supplier<TopologySnapshot> next) {
        return change(now -> next.get());
    }

    /**
     * Makes a change, and tells the listeners. A change that a listener makes is told after the one that it was told of; so
     * every listener is told of all changes in their order, and what they throw is in the answer to the outermost change.
     */
    private TopologyChange change(UnaryOperator<TopologySnapshot> change) {
        changing.lock();
        try {
            TopologySnapshot before = snapshot;
            TopologySnapshot next = change.apply(before);
            if (snapshot != before) {
                throw new IllegalStateException("a change of a topology must not change it itself");
            }
            if (next.sameAs(before)) {
                return new TopologyChange(before, List.of());
            }
            TopologySnapshot now = next.withVersion(before.version() + 1);
            snapshot = now;
            untold.add(new Step(before, now));
            return new TopologyChange(now, telling ? List.of() : tell());
        } finally {
            changing.unlock();
        }
    }

    private List<Throwable> tell() {
        List<Throwable> failures = new ArrayList<>();
        telling = true;
        try {
            for (Step step = untold.poll(); step != null; step = untold.poll()) {
                for (Listening listening : listeners) {
                    listening.tell(step, failures);
                }
            }
        } finally {
            telling = false;
        }
        return failures;
    }

    private final class Listening implements Subscription {
        private final TopologyListener listener;
        private volatile boolean closed;

        Listening(TopologyListener listener) {
            this.listener = listener;
        }

        void tell(Step step, List<Throwable> failures) {
            try {
                if (!closed) {
                    listener.changed(step.before(), step.now());
                }
            } catch (RuntimeException | Error e) {
                failures.add(e);
            }
        }

        @Override
        public void close() {
            closed = true;
            listeners.remove(this);
        }
    }
}
