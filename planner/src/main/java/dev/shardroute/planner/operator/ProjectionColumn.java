package dev.shardroute.planner.operator;

import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.SelectItem;
import java.util.List;
import java.util.Optional;

/**
 * A column of a projection.
 *
 * @param original what is asked for; tells the name of the column
 * @param eval     what is evaluated here, or by the shards when the projection is under a route
 * @param column   what the operators above find the column by
 * @param source   where the value comes from, once that is known
 */
public record ProjectionColumn(SelectItem.Item original, Expression eval, Expression column, Optional<Source> source) {
    /** A column that is evaluated as it is asked for. */
    public static ProjectionColumn of(SelectItem.Item item) {
        return of(item, item.expression());
    }

    /** A column that is evaluated in another way than it is asked for. */
    public static ProjectionColumn of(SelectItem.Item item, Expression eval) {
        return new ProjectionColumn(item, eval, item.expression(), Optional.empty());
    }

    /** The same with its source. */
    public ProjectionColumn from(Source known) {
        return new ProjectionColumn(original, eval, column, Optional.of(known));
    }

    /** The same, evaluated in another way. */
    public ProjectionColumn withEval(Expression other) {
        return new ProjectionColumn(original, other, column, source);
    }

    /** Where the value of a column comes from. */
    public sealed interface Source {}

    /** A column of the input, from 0 on, taken over as it is. */
    public record InputColumn(int index) implements Source {}

    /** The gateway evaluates {@link #eval}, whose columns are offsets. */
    public record Evaluated() implements Source {}

    /** Subqueries that {@link #eval} has variables for; the projection must not be moved before they have their place. */
    public record Subqueries(List<Operator.SubQuery> subqueries) implements Source {
        /** Copies the list. */
        public Subqueries {
            subqueries = List.copyOf(subqueries);
        }
    }
}
