package dev.shardroute.planner.change;

import dev.shardroute.planner.plan.RoutingParameters;
import dev.shardroute.sql.ast.Delete;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.In;
import dev.shardroute.sql.ast.Expression.ListVariable;
import dev.shardroute.sql.ast.Expressions;
import dev.shardroute.sql.ast.Update;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Bound statements as the shards get them. */
final class ShardSql {
    private ShardSql() {}

    static Update of(Update update, Optional<Expression> split) {
        return new Update(null, update.comments(), update.ignore(), update.tables(), update.assignments(),
                where(update.where(), split), update.orderBy(), update.limit());
    }

    static Delete of(Delete delete, Optional<Expression> split) {
        return new Delete(null, delete.comments(), delete.ignore(), List.of(), delete.tables(),
                where(delete.where(), split), delete.orderBy(), delete.limit());
    }

    /** The condition with the list of {@code split} left to each shard's own part of it. */
    private static @Nullable Expression where(@Nullable Expression condition, Optional<Expression> split) {
        if (split.isEmpty()) {
            return condition;
        }
        List<Expression> conjuncts = Expressions.conjuncts(condition).stream()
                .map(conjunct -> isSame(conjunct, split.get()) ? withOwnList((In) conjunct) : conjunct).toList();
        return Expressions.and(conjuncts);
    }

    private static Expression withOwnList(In in) {
        return new In(in.not(), in.left(), new ListVariable(RoutingParameters.LIST_VARIABLE));
    }

    @SuppressWarnings("ReferenceEquality") // the very predicate that was chosen, not one that looks like it
    private static boolean isSame(Expression left, Expression right) {
        return left == right;
    }
}
