package dev.shardroute.planner.semantics;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.GroupBy;
import dev.shardroute.sql.ast.Limit;
import dev.shardroute.sql.ast.OrderItem;
import dev.shardroute.sql.ast.Query;
import dev.shardroute.sql.ast.Select;
import dev.shardroute.sql.ast.SelectItem;
import dev.shardroute.sql.ast.SetOperation;
import dev.shardroute.sql.ast.SetOperation.Arm;
import dev.shardroute.sql.ast.ValuesRows;
import dev.shardroute.sql.ast.With;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What VALUES is in terms of SELECT.
 *
 * <pre>{@code
 * values row(1, 2), row(3, 4)   ->   select 1 as column_0, 2 as column_1 union all select 3, 4
 * }</pre>
 */
final class ValuesQueries {
    private ValuesQueries() {}

    /**
     * The query.
     *
     * @throws dev.shardroute.error.ShardrouteException {@code VT03006} when the rows are not of one length, {@code VT12001} when
     *         they are a bind variable
     */
    static Query of(ValuesRows values) {
        List<List<Expression>> rows = rows(values);
        if (rows.size() == 1) {
            return select(values.with(), values.comments(), named(rows.getFirst()), values.orderBy(), values.limit());
        }
        List<Arm> arms = rows.stream().skip(1).map(row -> arm(true, row)).toList();
        return new SetOperation(values.with(),
                select(null, values.comments(), named(rows.getFirst()), List.of(), null), arms, values.orderBy(),
                values.limit(), List.of(), null);
    }

    /** A query of a UNION, or one for each row of it: a UNION of them is no other than one of all. */
    static List<Arm> arms(Arm arm) {
        boolean isPlain = arm.operator() == SetOperation.Operator.UNION && arm.query() instanceof ValuesRows values
                && values.with() == null && values.orderBy().isEmpty() && values.limit() == null;
        return isPlain
                ? rows((ValuesRows) arm.query()).stream().map(row -> arm(arm.all(), row)).toList()
                : List.of(arm);
    }

    private static Arm arm(boolean all, List<Expression> row) {
        return new Arm(SetOperation.Operator.UNION, all, select(null, List.of(), nameless(row), List.of(), null));
    }

    private static List<List<Expression>> rows(ValuesRows values) {
        if (values.list() != null) {
            throw ErrorCode.VT12001.error("VALUES of a bind variable");
        }
        int columns = values.rows().getFirst().size();
        if (values.rows().stream().anyMatch(row -> row.size() != columns)) {
            throw ErrorCode.VT03006.error();
        }
        return values.rows();
    }

    private static Select select(@Nullable With with, List<String> comments, List<SelectItem> items,
            List<OrderItem> orderBy, @Nullable Limit limit) {
        return new Select(with, comments, false, List.of(), items, List.of(), null, GroupBy.NONE, null, List.of(),
                orderBy, limit, List.of(), null);
    }

    private static List<SelectItem> named(List<Expression> row) {
        List<SelectItem> items = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            items.add(new SelectItem.Item(row.get(i), "column_" + i));
        }
        return items;
    }

    private static List<SelectItem> nameless(List<Expression> row) {
        return row.stream().<SelectItem>map(value -> new SelectItem.Item(value, null)).toList();
    }
}
