package dev.shardroute.planner.phase;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.planner.TraceEvent;
import dev.shardroute.planner.operator.Operator;
import dev.shardroute.planner.operator.Planning;
import dev.shardroute.planner.operator.Rewrite;
import dev.shardroute.planner.operator.Stage;
import dev.shardroute.planner.operator.TreeText;
import dev.shardroute.planner.rule.GroupRightSides;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Runs the phases over one tree and keeps the trace. A phase walks over the tree, inputs first and the left one before the
 * right one, trying one rule on each operator; again and again until a walk changes nothing. What is under a route is not
 * walked over.
 */
public final class Rewriter {
    private static final int LAST = 5;

    private final Planning planning;
    private final int maxRewrites;
    private final Optional<Consumer<TraceEvent>> trace;
    private final Deque<String> last = new ArrayDeque<>();
    private int rewrites;

    /** A rewriter for one statement; {@code trace} is told of every step. */
    public Rewriter(Planning planning, Optional<Consumer<TraceEvent>> trace) {
        this.planning = planning;
        this.maxRewrites = planning.options().maxRewrites();
        this.trace = trace;
    }

    /** The tree after all phases. */
    public Operator run(Operator root) {
        Operator tree = root;
        for (Stage stage : Stage.values()) {
            if (Phases.isFor(stage, planning.semantics().signature())) {
                planning.enter(stage);
                tree = fixpoint(Phases.begin(stage, tree, planning));
                assert TreeChecks.afterPhase(tree, planning);
                tell(tree);
            }
        }
        return GroupRightSides.apply(tree, planning);
    }

    private void tell(Operator tree) {
        trace.ifPresent(sink -> sink.accept(new TraceEvent.Tree(planning.stage().name(), TreeText.of(tree))));
    }

    private void tell(boolean fired, Operator operator, String reason) {
        trace.ifPresent(sink -> sink.accept(
                new TraceEvent.Tried(planning.stage().name(), fired, operator.describe(), reason)));
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
                tell(false, current, why);
                yield current;
            }
        };
    }

    private Operator rewritten(Operator from, Operator to, String what) {
        rewrites++;
        assert TreeChecks.afterRewrite(from, to, planning);
        tell(true, from, what);
        if (rewrites > maxRewrites - LAST) {
            last.add(from.describe() + ": " + what);
        }
        if (rewrites > maxRewrites) {
            throw ErrorCode.SR01005.error(maxRewrites, String.join("; ", last));
        }
        return to;
    }

    @SuppressWarnings("ReferenceEquality") // "unchanged" is the same object: equality by value would cost O(tree)
    private static boolean isSame(Operator left, Operator right) {
        return left == right;
    }
}
