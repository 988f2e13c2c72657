package dev.shardroute.sql.jsqlparser;

import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.TableExpression;
import dev.shardroute.sql.ast.TableExpression.Join;
import dev.shardroute.sql.ast.TableExpression.JoinType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import net.sf.jsqlparser.schema.Column;
import org.jspecify.annotations.Nullable;

/**
 * The joins behind a table, which JSqlParser lists. A condition belongs to the nearest join before it that has none yet, and
 * what is between the two is the right side of that join: {@code a join b join c on x on y}.
 */
final class JoinBuilder {
    private final Conversion conversion;
    private final TableConverter tables;
    private final TableExpression first;
    /** The joins in their order; the left side of each is the result of those before it. */
    private final List<Step> steps = new ArrayList<>();
    /** Which of the steps have no condition yet. */
    private final Deque<Integer> open = new ArrayDeque<>();
    private int entered;

    JoinBuilder(Conversion conversion, TableConverter tables, TableExpression first) {
        this.conversion = conversion;
        this.tables = tables;
        this.first = first;
    }

    /** A join without its left side. */
    private record Step(JoinType type, TableExpression right, @Nullable Expression on, List<String> using) {
        Join of(TableExpression left) {
            return new Join(type, left, right, on, using);
        }
    }

    void add(net.sf.jsqlparser.statement.select.Join join) {
        conversion.enter();
        entered++;
        JoinType type = type(join);
        steps.add(new Step(type, tables.item(join.getFromItem()), null, List.of()));
        boolean natural = switch (type) {
            case NATURAL, NATURAL_LEFT, NATURAL_RIGHT -> true;
            case JOIN, STRAIGHT_JOIN, LEFT, RIGHT -> false;
        };
        if (!natural) {
            open.addLast(steps.size() - 1);
        }
        conditions(join, natural);
    }

    private void conditions(net.sf.jsqlparser.statement.select.Join join, boolean natural) {
        List<String> using = new ArrayList<>();
        for (Column column : join.getUsingColumns() == null ? List.<Column>of() : join.getUsingColumns()) {
            using.add(conversion.expressions().column(column).name());
        }
        Refusal.when(natural && !(using.isEmpty() && join.getOnExpressions().isEmpty()),
                "NATURAL JOIN with a condition");
        if (!using.isEmpty()) {
            close(null, using);
        }
        for (net.sf.jsqlparser.expression.Expression on : join.getOnExpressions()) {
            close(conversion.expressions().convert(on), List.of());
        }
    }

    /** The last join without a condition gets it, and all joins behind it for its right side. */
    private void close(@Nullable Expression on, List<String> using) {
        Refusal.when(open.isEmpty(), "more conditions than joins");
        int index = open.removeLast();
        Step step = steps.get(index);
        Refusal.when(step.type == JoinType.STRAIGHT_JOIN && !using.isEmpty(), "STRAIGHT_JOIN with USING");
        TableExpression right = joined(step.right, index + 1);
        steps.subList(index, steps.size()).clear();
        steps.add(new Step(step.type, right, on, using));
    }

    TableExpression build() {
        for (int index : open) {
            JoinType type = steps.get(index).type;
            Refusal.when(type == JoinType.LEFT || type == JoinType.RIGHT, "an outer join without condition");
        }
        for (; entered > 0; entered--) {
            conversion.leave();
        }
        return joined(first, 0);
    }

    private TableExpression joined(TableExpression start, int from) {
        TableExpression left = start;
        for (int i = from; i < steps.size(); i++) {
            left = steps.get(i).of(left);
        }
        return left;
    }

    private static JoinType type(net.sf.jsqlparser.statement.select.Join join) {
        boolean isOther = join.isFull() || join.isSemi() || join.isApply() || join.isAsOf() || join.isGlobal()
                || join.isAny() || join.isAll() || join.isArray() || join.isFetch() || join.isWindowJoin()
                || (join.isOuter() && !join.isLeft() && !join.isRight());
        Refusal.when(isOther, "FULL and other joins");
        Refusal.present(join.getJoinHint(), "a hint in a join");
        if (join.isNatural()) {
            return join.isLeft() ? JoinType.NATURAL_LEFT : join.isRight() ? JoinType.NATURAL_RIGHT : JoinType.NATURAL;
        }
        if (join.isStraight()) {
            return JoinType.STRAIGHT_JOIN;
        }
        return join.isLeft() ? JoinType.LEFT : join.isRight() ? JoinType.RIGHT : JoinType.JOIN;
    }
}
