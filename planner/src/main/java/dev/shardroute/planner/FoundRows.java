package dev.shardroute.planner;

import dev.shardroute.sql.ast.Expression.CountStar;
import dev.shardroute.sql.ast.Node;
import dev.shardroute.sql.ast.Nodes;
import dev.shardroute.sql.ast.Query;
import dev.shardroute.sql.ast.Select;
import dev.shardroute.sql.ast.Select.Option;
import dev.shardroute.sql.ast.SelectItem;
import dev.shardroute.sql.ast.TableExpression.Derived;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A query with {@code SQL_CALC_FOUND_ROWS} and a limit, as two queries without the option: its rows, and how many there were
 * without the limit.
 *
 * <pre>{@code
 * select sql_calc_found_rows a from t where b = 1 order by a limit 2
 *   ->  select a from t where b = 1 order by a limit 2
 *       select count(*) from t where b = 1
 * select sql_calc_found_rows a, sum(b) from t group by a limit 2
 *   ->  select count(*) from (select a, sum(b) from t group by a) as t
 * }</pre>
 *
 * @param rows  the rows
 * @param count how many there were
 */
record FoundRows(Query rows, Query count) {
    private static final String ALIAS = "t";

    /** The two queries; empty when rows need not be counted. */
    static Optional<FoundRows> of(Query query, Predicate<Node> isAggregate) {
        return query instanceof Select select && select.limit() != null && asks(select)
                ? Optional.of(new FoundRows(without(select), count(select, isAggregate)))
                : Optional.empty();
    }

    /** The query without the option: where there is no limit, the rows that are found are those that are there. */
    static Query without(Query query) {
        return query instanceof Select select && asks(select) ? without(select) : query;
    }

    private static boolean asks(Select select) {
        return select.options().contains(Option.SQL_CALC_FOUND_ROWS);
    }

    private static Select without(Select select) {
        List<Option> options =
                select.options().stream().filter(option -> option != Option.SQL_CALC_FOUND_ROWS).toList();
        return new Select(select.with(), select.comments(), select.distinct(), options, select.items(), select.from(),
                select.where(), select.groupBy(), select.having(), select.windows(), select.orderBy(), select.limit(),
                select.locks(), select.into());
    }

    private static Query count(Select select, Predicate<Node> isAggregate) {
        Select all = withoutInto(without(select).withOrder(List.of(), null));
        List<SelectItem> count = List.of(new SelectItem.Item(new CountStar(), null));
        return isPerRow(select, isAggregate)
                ? all.withItems(count)
                : Select.of(count).withFrom(List.of(new Derived(false, all, ALIAS, List.of())));
    }

    /** True when each row of the tables is a row of the result. */
    private static boolean isPerRow(Select select, Predicate<Node> isAggregate) {
        return select.groupBy().isEmpty() && select.having() == null && !select.distinct()
                && select.items().stream().noneMatch(item -> Nodes.anyMatch(item, isAggregate));
    }

    private static Select withoutInto(Select select) {
        return new Select(select.with(), select.comments(), select.distinct(), select.options(), select.items(),
                select.from(), select.where(), select.groupBy(), select.having(), select.windows(), select.orderBy(),
                select.limit(), List.of(), null);
    }
}
