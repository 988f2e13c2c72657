package dev.shardroute.sql.parser;

import dev.shardroute.sql.ast.TableExpression;
import dev.shardroute.sql.ast.TableExpression.Join;
import dev.shardroute.sql.ast.TableExpression.JoinType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Joins of which the first has no condition right behind its tables. A condition belongs to the nearest join before it
 * that has none yet, and what is between the two is the right side of that join: {@code a join b join c on x on y} is
 * {@code a join (b join c on x) on y}. Where conditions run out, inner joins go without, and all goes from left to right:
 * {@code a join b join c on x} is {@code (a join b) join c on x}. So joins wait until it is known.
 */
final class JoinChain {
    private final TokenCursor cursor;
    private final TableParser tables;
    /** The joins in the order of the text; the left side of each is the result of those before it. */
    private final List<Step> steps = new ArrayList<>();
    /** Which of the steps have no condition yet. */
    private final Deque<Integer> open = new ArrayDeque<>();

    JoinChain(TokenCursor cursor, TableParser tables) {
        this.cursor = cursor;
        this.tables = tables;
    }

    /** A join without its left side. */
    record Step(JoinType type, TableExpression right, JoinCondition condition) {
        Join of(TableExpression left) {
            return new Join(type, left, right, condition.on(), condition.using());
        }
    }

    /** From the first table on, behind which are {@code type}, {@code right} and {@code next}. */
    TableExpression parse(TableExpression first, JoinType type, TableExpression right, JoinType next) {
        add(type, right);
        for (JoinType another = next; another != null; another = tables.joinType()) {
            add(another, tables.factor());
            while (!open.isEmpty() && tables.atCondition()) {
                close(open.removeLast());
            }
        }
        for (int step : open) {
            cursor.grow();
            tables.refuseWithoutCondition(steps.get(step).type());
        }
        return joined(first, 0);
    }

    private void add(JoinType type, TableExpression right) {
        if (TableParser.isNatural(type)) {
            cursor.grow();
        } else {
            open.addLast(steps.size());
        }
        steps.add(new Step(type, right, JoinCondition.NONE));
    }

    /** The step gets the condition that the cursor is at, and all steps behind it for its right side. */
    private void close(int index) {
        Step step = steps.get(index);
        TableExpression right = joined(step.right(), index + 1);
        steps.subList(index, steps.size()).clear();
        steps.add(new Step(step.type(), right, tables.condition(step.type())));
        cursor.grow();
    }

    private TableExpression joined(TableExpression first, int from) {
        TableExpression left = first;
        for (int i = from; i < steps.size(); i++) {
            left = steps.get(i).of(left);
        }
        return left;
    }
}
