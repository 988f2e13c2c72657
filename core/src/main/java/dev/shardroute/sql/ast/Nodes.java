package dev.shardroute.sql.ast;

import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Walks over whole trees, into queries inside of expressions too; {@link Expressions} stays within one expression. */
public final class Nodes {
    private Nodes() {}

    /** Does {@code action} with each direct part of {@code node}, in the order of the text. */
    public static void forEachPart(Node node, Consumer<? super Node> action) {
        switch (node) {
            case Statement statement -> StatementParts.forEach(statement, action);
            case Expression expression -> ExpressionParts.forEach(expression, action);
            case SelectItem item -> StatementParts.forEach(item, action);
            case TableExpression table -> StatementParts.forEach(table, action);
            case Clause clause -> StatementParts.forEach(clause, action);
        }
    }

    /**
     * The node with its direct parts replaced, taken in the order of the text; the same object when none of them changed.
     *
     * @throws ClassCastException when a part becomes something that cannot stand in its place
     */
    @SuppressWarnings("unchecked") // a node made anew is of its own kind
    public static <T extends Node> T mapParts(T node, UnaryOperator<Node> map) {
        return (T) new PartMapper(map).of(node);
    }

    /**
     * The tree with {@code rewrite} done to every node of it, parts before what they are part of. What does not change is
     * shared.
     *
     * @throws ClassCastException when a node becomes something that cannot stand in its place
     */
    @SuppressWarnings("unchecked") // as above, when rewrite keeps the kind of the root
    public static <T extends Node> T rewrite(T node, UnaryOperator<Node> rewrite) {
        return (T) rewrite.apply(mapParts(node, part -> rewrite(part, rewrite)));
    }

    /** Does {@code action} with {@code node} and then with everything in it, in the order of the text. */
    public static void forEach(Node node, Consumer<? super Node> action) {
        action.accept(node);
        forEachPart(node, part -> forEach(part, action));
    }

    /** True when {@code test} holds for {@code node} or for anything in it. */
    public static boolean anyMatch(Node node, Predicate<? super Node> test) {
        boolean[] found = {false};
        findMatch(node, test, found);
        return found[0];
    }

    private static void findMatch(Node node, Predicate<? super Node> test, boolean[] found) {
        if (!found[0]) {
            found[0] = test.test(node);
            forEachPart(node, part -> findMatch(part, test, found));
        }
    }
}
