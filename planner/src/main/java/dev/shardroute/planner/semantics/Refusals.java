package dev.shardroute.planner.semantics;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.sql.ast.Assignment;
import dev.shardroute.sql.ast.Delete;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.Call;
import dev.shardroute.sql.ast.Expression.UserVariable;
import dev.shardroute.sql.ast.Expressions;
import dev.shardroute.sql.ast.Insert;
import dev.shardroute.sql.ast.OrderItem;
import dev.shardroute.sql.ast.Select;
import dev.shardroute.sql.ast.SelectItem;
import dev.shardroute.sql.ast.SetVariables;
import dev.shardroute.sql.ast.Statement;
import dev.shardroute.sql.ast.Update;
import dev.shardroute.sql.ast.Use;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Refuses what a shard would answer from its own session, which is not the client's. */
public final class Refusals {
    private static final Set<String> SESSION_FUNCTIONS =
            Set.of("connection_id", "current_user", "database", "found_rows",
                    "get_lock", "is_free_lock", "is_used_lock", "last_insert_id", "release_all_locks", "release_lock",
                    "row_count",
                    "schema", "session_user", "system_user", "user");

    private Refusals() {}

    /**
     * Checks all expressions of a statement.
     *
     * @throws dev.shardroute.error.ShardrouteException {@code VT12001} naming the first one that is refused
     */
    public static void check(Statement statement) {
        expressions(statement).forEach(Refusals::check);
    }

    private static void check(Expression expression) {
        Expressions.anyMatch(expression, part -> {
            if (part instanceof UserVariable(var name)) {
                throw ErrorCode.VT12001.error("the user variable @" + name);
            }
            if (part instanceof Call call && SESSION_FUNCTIONS.contains(call.name().toLowerCase(Locale.ROOT))) {
                throw ErrorCode.VT12001.error("the session function " + call.name() + "()");
            }
            return false;
        });
    }

    private static Stream<Expression> expressions(Statement statement) {
        return switch (statement) {
            case Select select -> Stream.of(items(select.items()), optional(select.where()), select.groupBy().stream(),
                    optional(select.having()), order(select.orderBy())).flatMap(part -> part);
            case Insert insert -> Stream.concat(insert.rows().stream().flatMap(Collection::stream),
                    values(insert.onDuplicate()));
            case Update update ->
                    Stream.of(values(update.assignments()), optional(update.where()), order(update.orderBy()))
                            .flatMap(part -> part);
            case Delete delete -> Stream.concat(optional(delete.where()), order(delete.orderBy()));
            case SetVariables set -> Stream.empty();
            case Use use -> Stream.empty();
        };
    }

    private static Stream<Expression> items(List<SelectItem> items) {
        return items.stream().filter(SelectItem.Item.class::isInstance)
                .map(item -> ((SelectItem.Item) item).expression());
    }

    private static Stream<Expression> values(List<Assignment> assignments) {
        return assignments.stream().map(Assignment::value);
    }

    private static Stream<Expression> order(List<OrderItem> items) {
        return items.stream().map(OrderItem::expression);
    }

    private static Stream<Expression> optional(@Nullable Expression expression) {
        return Stream.ofNullable(expression);
    }
}
