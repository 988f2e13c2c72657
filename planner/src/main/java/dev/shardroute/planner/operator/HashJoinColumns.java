package dev.shardroute.planner.operator;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.SelectItem;
import java.util.List;

/** The columns of a hash join. */
@SuppressWarnings("DoNotCallSuggester") // not written yet
public final class HashJoinColumns {
    private HashJoinColumns() {}

    static Added add(Operator.HashJoin operator, SelectItem.Item item, boolean reuse, boolean groupBy,
            Planning planning) {
        throw ErrorCode.VT13001.error("not planned yet");
    }

    static Added addWeightString(Operator.HashJoin operator, int column, boolean underRoute, Planning planning) {
        throw ErrorCode.VT13001.error("not planned yet");
    }

    static int find(Operator.HashJoin operator, Expression expression) {
        throw ErrorCode.VT13001.error("not planned yet");
    }

    static List<SelectItem.Item> list(Operator.HashJoin operator, Planning planning) {
        throw ErrorCode.VT13001.error("not planned yet");
    }

    /** The join with its columns and its equality found in its inputs. */
    public static Operator.HashJoin planOffsets(Operator.HashJoin join, Planning planning) {
        throw ErrorCode.VT13001.error("not planned yet");
    }
}
