package dev.shardroute.planner.operator;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Walks over trees of operators, but not into what is under a route. */
public final class Trees {
    private Trees() {}

    /** The tree with each operator changed, inputs first. */
    public static Operator bottomUp(Operator root, UnaryOperator<Operator> change) {
        return root instanceof Operator.Route ? root : change.apply(mapInputs(root, input -> bottomUp(input, change)));
    }

    /** The tree with each operator changed, inputs last; routes are changed too. */
    public static Operator topDown(Operator root, UnaryOperator<Operator> change) {
        Operator changed = change.apply(root);
        return changed instanceof Operator.Route
                ? changed
                : mapInputs(changed, input -> topDown(input, change));
    }

    /** The operator with its inputs changed; the same object when none of them was. */
    @SuppressWarnings("ReferenceEquality") // "unchanged" is the same object
    public static Operator mapInputs(Operator operator, UnaryOperator<Operator> change) {
        List<Operator> inputs = new ArrayList<>();
        boolean isSame = true;
        for (Operator input : operator.inputs()) {
            Operator changed = change.apply(input);
            isSame = isSame && changed == input;
            inputs.add(changed);
        }
        return isSame ? operator : operator.withInputs(inputs);
    }
}
