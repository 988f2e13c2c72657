package dev.shardroute.planner.operator;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.planner.semantics.SemanticTable;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Select;
import dev.shardroute.sql.ast.SelectItem;
import dev.shardroute.sql.ast.SetOperation;
import java.util.ArrayList;
import java.util.List;

/** The columns of a horizon: the select list of its query, to which nothing can be added. */
final class HorizonColumns {
    private HorizonColumns() {}

    static Added add(Operator.Horizon horizon, SelectItem.Item item, boolean reuse, Planning planning) {
        int found = reuse ? find(horizon, item.expression(), false) : -1;
        if (found < 0) {
            throw ErrorCode.VT13001.error("a column cannot be added to a whole query");
        }
        return new Added(horizon, found);
    }

    static Added addWeightString(Operator.Horizon horizon, int column, Planning planning) {
        List<SelectItem.Item> items = list(horizon);
        if (!(horizon.query() instanceof Select select) || column >= items.size()) {
            throw ErrorCode.VT13001.error("a column cannot be added to a whole query");
        }
        List<SelectItem> more = new ArrayList<>(select.items());
        more.add(Items.of(Columns.weightString(items.get(column).expression())));
        return new Added(new Operator.Horizon(horizon.input(), select.withItems(more), horizon.derived(),
                horizon.projection(), horizon.truncate()), items.size());
    }

    static int find(Operator.Horizon horizon, Expression expression, boolean underRoute) {
        return underRoute && horizon.derived().isPresent() ? -1 : Columns.indexOf(list(horizon), expression);
    }

    static List<SelectItem.Item> list(Operator.Horizon horizon) {
        return Items.known(items(horizon)).orElseThrow(() -> ErrorCode.VT09015.error("a star cannot be expanded"));
    }

    static List<SelectItem> items(Operator.Horizon horizon) {
        return horizon.query() instanceof SetOperation
                ? horizon.projection().items()
                : SemanticTable.items(horizon.query());
    }
}
