package dev.shardroute.planner.offset;

import dev.shardroute.planner.operator.Items;
import dev.shardroute.planner.semantics.SemanticTable;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.BoundColumn;
import dev.shardroute.sql.ast.Expression.Column;
import dev.shardroute.sql.ast.Expressions;
import dev.shardroute.sql.ast.Query;
import dev.shardroute.sql.ast.Select;
import dev.shardroute.sql.ast.SelectItem;
import dev.shardroute.sql.ast.SetOperation;
import dev.shardroute.sql.ast.SetOperation.Arm;
import dev.shardroute.sql.ast.ValuesRows;
import java.util.ArrayList;
import java.util.List;

/** UNIONs as they are written for shards. */
final class Unions {
    private Unions() {}

    /** The rows of two queries; a chain at the left goes on. */
    static SetOperation unite(Query first, Query second, boolean isDistinct) {
        Arm arm = new Arm(SetOperation.Operator.UNION, !isDistinct, second);
        if (first instanceof SetOperation chain && isBare(chain)) {
            List<Arm> arms = new ArrayList<>(chain.arms());
            arms.add(arm);
            return new SetOperation(chain.with(), chain.first(), arms, List.of(), null, List.of(), null);
        }
        return new SetOperation(null, first, List.of(arm), List.of(), null, List.of(), null);
    }

    private static boolean isBare(SetOperation chain) {
        return chain.orderBy().isEmpty() && chain.limit() == null && chain.locks().isEmpty() && chain.into() == null;
    }

    /** The UNION of which equal rows are one: the last operator decides that for all rows before it. */
    static SetOperation distinct(SetOperation union) {
        List<Arm> arms = new ArrayList<>(union.arms());
        Arm last = arms.removeLast();
        arms.add(new Arm(last.operator(), false, last.query()));
        return new SetOperation(union.with(), union.first(), arms, union.orderBy(), union.limit(), union.locks(),
                union.into());
    }

    /** The UNION with comments behind its first verb. */
    static SetOperation withComments(SetOperation union, List<String> comments) {
        return new SetOperation(union.with(), commented(union.first(), comments), union.arms(), union.orderBy(),
                union.limit(), union.locks(), union.into());
    }

    /** The query with comments behind its first verb. */
    static Query commented(Query query, List<String> comments) {
        return switch (query) {
            case Select select -> new Select(select.with(), comments, select.distinct(), select.options(),
                    select.items(), select.from(), select.where(), select.groupBy(), select.having(), select.windows(),
                    select.orderBy(), select.limit(), select.locks(), select.into());
            case SetOperation inner -> withComments(inner, comments);
            case ValuesRows rows -> rows;
        };
    }

    /** True when the items are the columns of the UNION, all of them and in order. */
    static boolean hasColumns(SetOperation union, List<SelectItem> items) {
        List<SelectItem> columns = SemanticTable.items(union);
        boolean isLong = items.size() == columns.size();
        for (int i = 0; isLong && i < items.size(); i++) {
            if (!isColumn(items.get(i), columns.get(i))) {
                return false;
            }
        }
        return isLong;
    }

    private static boolean isColumn(SelectItem item, SelectItem column) {
        return item.equals(column) || (item instanceof SelectItem.Item(BoundColumn asked, var alias)
                && column instanceof SelectItem.Item known && asked.name().equalsIgnoreCase(Items.name(known))
                && (alias == null || alias.equalsIgnoreCase(asked.name())));
    }

    /** An item over the rows of a UNION, whose columns have no tables. */
    static SelectItem unqualified(SelectItem item) {
        return item instanceof SelectItem.Item(var expression, var alias)
                ? new SelectItem.Item(Expressions.rewrite(expression, Unions::unqualified), alias)
                : item;
    }

    private static Expression unqualified(Expression part) {
        return part instanceof BoundColumn bound
                ? new BoundColumn(new Column(null, bound.name()), bound.source())
                : part;
    }
}
