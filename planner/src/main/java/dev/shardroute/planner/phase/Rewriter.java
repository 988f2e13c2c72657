package dev.shardroute.planner.phase;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.planner.operator.Operator;
import dev.shardroute.planner.operator.Planning;
import dev.shardroute.planner.operator.Rewrite;
import dev.shardroute.planner.operator.Stage;
import dev.shardroute.planner.rule.GroupRightSides;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Runs the phases over one tree. A phase walks over the tree, inputs first and the left one before the
 * right one, trying one rule on each operator; again and again until a walk changes nothing. What is under a route is not
 * walked over.
 */
public final class Rewriter {
    private static final int LAST = 5;

    private final Planning planning;
    private final int maxRewrites;
    private final Optional<Observer> observer;
    private final Deque<String> last = new ArrayDeque<>();
    private int rewrites;

    /** A rewriter for one statement. */
    public Rewriter(Planning planning, Optional<Observer> observer) {
        this.planning = planning;
        this.maxRewrites = planning.options().maxRewrites();
        this.observer = observer;
    }

    /** Is told of every step. */
    public interface Observer {
        /** A phase has begun; {@code tree} is what its pass over the whole tree has made. */
        void begun(Stage stage, Operator tree);

        /** A rule was tried on an operator; never {@link Rewrite.Pass}. */
        void tried(Stage stage, Operator operator, Rewrite answer);

        /** A phase has ended. */
        void ended(Stage stage, Operator tree);
    }

    /** The tree after all phases. */
    public Operator run(Operator root) {
        Operator tree = root;
        for (Stage stage : Stage.values()) {
            if (Phases.isFor(stage, planning.semantics().signature())) {
                planning.enter(stage);
                Operator begun = Phases.begin(stage, tree, planning);
                observer.ifPresent(told -> told.begun(stage, begun));
                Operator ended = fixpoint(begun);
                assert TreeChecks.afterPhase(ended, planning);
                observer.ifPresent(told -> told.ended(stage, ended));
                tree = ended;
            }
        }
        return GroupRightSides.apply(tree, planning);
    }

    private void tell(Operator operator, Rewrite answer) {
        observer.ifPresent(told -> told.tried(planning.stage(), operator, answer));
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
        Rewrite answer = Phases.rewrite(current, planning);
        return switch (answer) {
            case Rewrite.Pass pass -> current;
            case Rewrite.To(var next, var what) -> {
                assert TreeChecks.afterRewrite(current, next, planning);
                tell(current, answer);
                count(current, what);
                yield next;
            }
            case Rewrite.Keep keep -> {
                tell(current, answer);
                yield current;
            }
        };
    }

    private void count(Operator operator, String what) {
        rewrites++;
        if (rewrites > maxRewrites - LAST) {
            last.add(operator.describe() + ": " + what);
        }
        if (rewrites > maxRewrites) {
            throw ErrorCode.SR01005.error(maxRewrites, String.join("; ", last));
        }
    }

    @SuppressWarnings("ReferenceEquality") // "unchanged" is the same object: equality by value would cost O(tree)
    private static boolean isSame(Operator left, Operator right) {
        return left == right;
    }
}
