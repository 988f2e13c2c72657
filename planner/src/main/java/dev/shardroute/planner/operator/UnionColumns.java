package dev.shardroute.planner.operator;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.SelectItem;
import java.util.List;
import java.util.Optional;

/** The columns and predicates of a union. */
@SuppressWarnings("DoNotCallSuggester") // not written yet
public final class UnionColumns {
    private UnionColumns() {}

    static Added add(Operator.Union union, SelectItem.Item item, boolean reuse, boolean groupBy, Planning planning) {
        throw ErrorCode.VT13001.error("a column of a union is not planned yet");
    }

    static Added addWeightString(Operator.Union union, int column, boolean underRoute, Planning planning) {
        throw ErrorCode.VT13001.error("a weight string of a union is not planned yet");
    }

    /** The union with a weight string; empty when its queries do not have theirs in the same place. */
    static Optional<Added> tryWeightString(Operator.Union union, int column, Planning planning) {
        throw ErrorCode.VT13001.error("a weight string of a union is not planned yet");
    }

    static int find(Operator.Union union, Expression expression, Planning planning) {
        throw ErrorCode.VT13001.error("a column of a union is not planned yet");
    }

    static List<SelectItem.Item> list(Operator.Union union, Planning planning) {
        throw ErrorCode.VT13001.error("the columns of a union is not planned yet");
    }

    /** The select list of the union. */
    static List<SelectItem> items(Operator.Union union, Planning planning) {
        throw ErrorCode.VT13001.error("the columns of a union is not planned yet");
    }

    /** The union with a predicate on its rows, which becomes one of each query. */
    static Operator addPredicate(Operator.Union union, Predicate predicate, Planning planning) {
        throw ErrorCode.VT13001.error("a predicate of a union is not planned yet");
    }
}
