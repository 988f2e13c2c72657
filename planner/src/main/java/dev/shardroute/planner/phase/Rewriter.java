package dev.shardroute.planner.phase;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.planner.TraceEvent;
import dev.shardroute.planner.operator.Operator;
import dev.shardroute.planner.operator.Planning;
import dev.shardroute.planner.operator.Rewrite;
import dev.shardroute.planner.operator.Stage;
import dev.shardroute.planner.rule.GroupRightSides;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Runs the phases over one tree and keeps the trace. A phase walks over the tree, inputs first and the left one before the
 * right one, trying one rule on each operator; again and again until a walk changes nothing. What is under a route is not
 * walked over.
 */
public final class Rewriter {
    private final Planning planning;
    private final int maxRewrites;
    private final List<TraceEvent> trace = new ArrayList<>();
    private int rewrites;

    /** A rewriter for one statement. */
    public Rewriter(Planning planning) {
        this.planning = planning;
        this.maxRewrites = planning.options().maxRewrites();
    }

    /** The tree after all phases. */
    public Operator run(Operator root) {
        if (root instanceof Operator.PercentBasedMirror mirror) {
            return mirror.over(run(mirror.left()), run(mirror.right()));
        }
        Operator tree = root;
        for (Stage stage : Stage.values()) {
            if (Phases.isFor(stage, planning.semantics().signature())) {
                planning.enter(stage);
                tree = fixpoint(Phases.begin(stage, tree, planning));
            }
        }
        return GroupRightSides.apply(tree, planning);
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

    private Operator fixpoint(Operator root) {
        Operator tree = root;
        int before;
        do {
            before = rewrites;
            tree = walk(tree);
        } while (rewrites > before);
        return tree;
    }

    private Operator walk(Operator operator) {
        if (operator instanceof Operator.Route) {
            return operator;
        }
        List<Operator> inputs = operator.inputs();
        List<Operator> walked = new ArrayList<>(inputs.size());
        boolean isSame = true;
        for (Operator input : inputs) {
            Operator result = walk(input);
            isSame = isSame && isSame(result, input);
            walked.add(result);
        }
        Operator current = isSame ? operator : operator.withInputs(walked);
        return switch (Phases.rewrite(current, planning)) {
            case Rewrite.Pass pass -> current;
            case Rewrite.To(var next, var what) -> rewritten(current, next, what);
            case Rewrite.Keep(var why) -> {
                trace.add(new TraceEvent(planning.stage().name(), false, current.describe(), why));
                yield current;
            }
        };
    }

    private Operator rewritten(Operator from, Operator to, String what) {
        rewrites++;
        if (rewrites > maxRewrites) {
            throw ErrorCode.SR01005.error(maxRewrites, trace.subList(Math.max(0, trace.size() - 5), trace.size()));
        }
        trace.add(new TraceEvent(planning.stage().name(), true, from.describe(), what));
        return to;
    }

    @SuppressWarnings("ReferenceEquality") // "unchanged" is the same object: equality by value would cost O(tree)
    private static boolean isSame(Operator left, Operator right) {
        return left == right;
    }
}
