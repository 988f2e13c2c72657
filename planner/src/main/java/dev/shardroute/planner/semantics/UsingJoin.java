package dev.shardroute.planner.semantics;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.planner.semantics.ScopeTable.StarColumn;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.Comparison;
import dev.shardroute.sql.ast.Expression.ComparisonOperator;
import dev.shardroute.sql.ast.Expressions;
import dev.shardroute.sql.ast.TableExpression.Join;
import dev.shardroute.sql.ast.TableExpression.JoinType;
import java.util.ArrayList;
import java.util.List;

/**
 * Gives a join with USING its condition.
 *
 * <pre>{@code
 * a join b using (x)  ->  a join b on a.x = b.x
 * }</pre>
 */
final class UsingJoin {
    private final Analysis analysis;
    private final Join join;
    private final Source left;
    private final Source right;
    private final List<Expression> conditions = new ArrayList<>();
    private List<CoalescedColumn> coalesced;

    UsingJoin(Analysis analysis, Join join, Source left, Source right) {
        this.analysis = analysis;
        this.join = join;
        this.left = left;
        this.right = right;
        this.coalesced = Source.join(left.coalesced(), right.coalesced());
    }

    /** The join with ON; with USING where it is not known which tables have the columns, for a server that knows. */
    Source bind() {
        Source both = FromBinder.joined(join.type(), left, right);
        for (String column : join.using()) {
            if (!add(column)) {
                return both.as(new Join(join.type(), FromBinder.one(left), FromBinder.one(right), null, join.using()));
            }
        }
        Join bound = new Join(join.type(), FromBinder.one(left), FromBinder.one(right), Expressions.and(conditions),
                List.of());
        return new Source(List.of(bound), both.tables(), coalesced,
                left.star().flatMap(first -> right.star().map(second -> star(first, second))), both.optional());
    }

    private boolean add(String column) {
        List<ScopeTable> first = left.having(column);
        List<ScopeTable> second = right.having(column);
        if (first.isEmpty() || second.isEmpty()) {
            analysis.requireUnsharded(missing(column, first.isEmpty() ? left : right));
            return false;
        }
        ScopeTable ofLeft = representative(left, column, first);
        ScopeTable ofRight = representative(right, column, second);
        if (left.optional() || right.optional() || join.type() == JoinType.LEFT || join.type() == JoinType.RIGHT) {
            conditions.add(equal(column, ofLeft, ofRight));
        } else {
            addAllPairs(column, Source.join(first, second));
        }
        TableSet numbers = CoalescedColumn.numbers(Source.join(first, second));
        coalesced = CoalescedColumn.add(coalesced, new CoalescedColumn(column, numbers,
                join.type() == JoinType.RIGHT ? ofRight : ofLeft));
        return true;
    }

    private static RuntimeException missing(String column, Source side) {
        return side.tables().stream().allMatch(ScopeTable::isComplete)
                ? ErrorCode.VT03014.error(column, "from clause")
                : ErrorCode.VT09015.error("it is not known which tables have column '" + column + "' of USING");
    }

    private static ScopeTable representative(Source side, String column, List<ScopeTable> having) {
        if (having.size() == 1) {
            return having.getFirst();
        }
        TableSet numbers = CoalescedColumn.numbers(having);
        return side.coalesced().stream().filter(one -> one.covers(column, numbers)).findFirst()
                .orElseThrow(() -> ErrorCode.VT03021.error(column)).representative();
    }

    /** Where no outer join makes columns NULL, they are equal in all tables. */
    private void addAllPairs(String column, List<ScopeTable> tables) {
        for (int i = 0; i < tables.size(); i++) {
            for (int j = i + 1; j < tables.size(); j++) {
                conditions.add(equal(column, tables.get(i), tables.get(j)));
            }
        }
    }

    private static Expression equal(String column, ScopeTable first, ScopeTable second) {
        return new Comparison(ComparisonOperator.EQUAL, first.qualified(column), second.qualified(column));
    }

    // stars

    /** The columns of USING, then what else the first side has, then the other; a right join is read as a left one. */
    private List<StarColumn> star(List<StarColumn> ofLeft, List<StarColumn> ofRight) {
        boolean isRight = join.type() == JoinType.RIGHT;
        List<StarColumn> first = isRight ? ofRight : ofLeft;
        List<StarColumn> second = isRight ? ofLeft : ofRight;
        List<StarColumn> all = new ArrayList<>();
        first.stream().filter(this::isUsed).forEach(all::add);
        first.stream().filter(column -> !isUsed(column)).forEach(all::add);
        second.stream().filter(column -> !isUsed(column)).forEach(all::add);
        return all;
    }

    private boolean isUsed(StarColumn column) {
        return join.using().stream().anyMatch(column.name()::equalsIgnoreCase);
    }
}
