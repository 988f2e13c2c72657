package dev.shardroute.sql.normalize;

import dev.shardroute.sql.ast.Assignment;
import dev.shardroute.sql.ast.Delete;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.Call;
import dev.shardroute.sql.ast.Expressions;
import dev.shardroute.sql.ast.Insert;
import dev.shardroute.sql.ast.OrderItem;
import dev.shardroute.sql.ast.Select;
import dev.shardroute.sql.ast.SelectItem;
import dev.shardroute.sql.ast.SetVariables;
import dev.shardroute.sql.ast.Statement;
import dev.shardroute.sql.ast.Update;
import dev.shardroute.sql.ast.Use;
import dev.shardroute.sql.printer.SqlPrinter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Replaces calls of functions that tell of the session by their values, because a shard would tell of its own session.
 * Immutable and thread-safe.
 *
 * @param values the value of each function without arguments, by its name in lower case
 */
public record SessionFunctions(Map<String, Expression> values) {
    /** Copies the map. */
    public SessionFunctions {
        values = Map.copyOf(values);
    }

    /**
     * The statement with the calls replaced; what is selected keeps the name it had.
     */
    public Statement replaceIn(Statement statement) {
        return switch (statement) {
            case Select select -> replaceIn(select);
            case Insert insert ->
                    insert.with(insert.table(), insert.columns(), insert.rows().stream().map(this::all).toList());
            case Update update -> new Update(update.comments(), update.ignore(), update.table(),
                    update.assignments().stream().map(this::replaceIn).toList(), optional(update.where()),
                    order(update.orderBy()), update.limit());
            case Delete delete ->
                    new Delete(delete.comments(), delete.ignore(), delete.table(), optional(delete.where()),
                            order(delete.orderBy()), delete.limit());
            case SetVariables set -> set;
            case Use use -> use;
        };
    }

    private Select replaceIn(Select select) {
        List<SelectItem> items = select.items().stream().map(this::replaceIn).toList();
        return new Select(select.comments(), select.distinct(), items, select.from(), optional(select.where()),
                all(select.groupBy()), optional(select.having()), order(select.orderBy()), select.limit(),
                select.lock());
    }

    @SuppressWarnings("ReferenceEquality") // "unchanged" is the same object: equality by value would cost O(tree)
    private SelectItem replaceIn(SelectItem item) {
        if (!(item instanceof SelectItem.Item(var expression, var alias))) {
            return item;
        }
        Expression replaced = one(expression);
        boolean needsName = alias == null && replaced != expression;
        return new SelectItem.Item(replaced, needsName ? SqlPrinter.print(expression) : alias);
    }

    private Assignment replaceIn(Assignment assignment) {
        return new Assignment(assignment.column(), one(assignment.value()));
    }

    private List<OrderItem> order(List<OrderItem> items) {
        return items.stream().map(item -> new OrderItem(one(item.expression()), item.descending())).toList();
    }

    private List<Expression> all(List<Expression> expressions) {
        return expressions.stream().map(this::one).toList();
    }

    private @Nullable Expression optional(@Nullable Expression expression) {
        return expression == null ? null : one(expression);
    }

    private Expression one(Expression expression) {
        return Expressions.rewrite(expression, this::value);
    }

    private Expression value(Expression part) {
        boolean isPlainCall = part instanceof Call call && call.qualifier() == null && call.arguments().isEmpty();
        return isPlainCall ? values.getOrDefault(((Call) part).name().toLowerCase(Locale.ROOT), part) : part;
    }
}
