package dev.shardroute.planner.phase;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.planner.TraceEvent;
import dev.shardroute.planner.operator.Operator;
import dev.shardroute.planner.operator.Rewrite;
import dev.shardroute.planner.plan.KeyspaceRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Runs the phases over one tree and keeps the trace. */
public final class Rewriter {
    private final Function<String, KeyspaceRef> keyspaces;
    private final int maxRewrites;
    private final List<TraceEvent> trace = new ArrayList<>();
    private int rewrites;

    /** A rewriter for one statement; {@code keyspaces} tells of a keyspace whether it is sharded. */
    public Rewriter(Function<String, KeyspaceRef> keyspaces, int maxRewrites) {
        this.keyspaces = keyspaces;
        this.maxRewrites = maxRewrites;
    }

    /** The tree after all phases. */
    public Operator run(Operator root) {
        Operator tree = root;
        for (Phase phase : Phase.values()) {
            tree = fixpoint(phase, tree);
        }
        return tree;
    }

    /** What was tried, in order. */
    public List<TraceEvent> trace() {
        return List.copyOf(trace);
    }

    /** Why the operator was kept the last time that a rule was tried on it. */
    public Optional<String> reasonFor(Operator operator) {
        return trace.stream().filter(event -> !event.fired() && event.operator().equals(operator.describe()))
                .reduce((first, second) -> second).map(TraceEvent::reason);
    }

    private Operator fixpoint(Phase phase, Operator root) {
        Operator tree = root;
        int before;
        do {
            before = rewrites;
            tree = walk(phase, tree);
        } while (rewrites > before);
        return tree;
    }

    private Operator walk(Phase phase, Operator operator) {
        if (operator instanceof Operator.Route) {
            return operator;
        }
        List<Operator> inputs = operator.inputs().stream().map(input -> walk(phase, input)).toList();
        Operator current = isSame(inputs, operator.inputs()) ? operator : operator.withInputs(inputs);
        return switch (phase.rewrite(current, keyspaces)) {
            case Rewrite.Pass pass -> current;
            case Rewrite.To(var next, var what) -> rewritten(phase, current, next, what);
            case Rewrite.Keep(var why) -> {
                trace.add(new TraceEvent(phase.name(), false, current.describe(), why));
                yield current;
            }
        };
    }

    private Operator rewritten(Phase phase, Operator from, Operator to, String what) {
        rewrites++;
        if (rewrites > maxRewrites) {
            throw ErrorCode.SR01005.error(maxRewrites, trace.subList(Math.max(0, trace.size() - 5), trace.size()));
        }
        trace.add(new TraceEvent(phase.name(), true, from.describe(), what));
        return to;
    }

    @SuppressWarnings("ReferenceEquality") // "unchanged" is the same object: equality by value would cost O(tree)
    private static boolean isSame(List<Operator> left, List<Operator> right) {
        for (int i = 0; i < left.size(); i++) {
            if (left.get(i) != right.get(i)) {
                return false;
            }
        }
        return true;
    }
}
