package dev.shardroute.planner.operator;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.SelectItem;
import java.util.List;

/** The columns of a recursive common table expression. */
@SuppressWarnings("DoNotCallSuggester") // not written yet
public final class RecursionColumns {
    private RecursionColumns() {}

    static Added add(Operator.RecurseCte operator, SelectItem.Item item, boolean reuse, boolean groupBy,
            Planning planning) {
        throw ErrorCode.VT13001.error("not planned yet");
    }

    static Added addWeightString(Operator.RecurseCte operator, int column, boolean underRoute, Planning planning) {
        throw ErrorCode.VT13001.error("not planned yet");
    }

    static int find(Operator.RecurseCte operator, Expression expression, boolean underRoute, Planning planning) {
        throw ErrorCode.VT13001.error("not planned yet");
    }

    static List<SelectItem.Item> list(Operator.RecurseCte operator, Planning planning) {
        throw ErrorCode.VT13001.error("not planned yet");
    }

    /** The recursion with its variables found in its inputs. */
    public static Operator.RecurseCte planOffsets(Operator.RecurseCte recursion, Planning planning) {
        throw ErrorCode.VT13001.error("not planned yet");
    }
}
