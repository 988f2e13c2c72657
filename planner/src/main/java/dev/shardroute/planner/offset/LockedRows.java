package dev.shardroute.planner.offset;

import dev.shardroute.planner.operator.Planning;
import dev.shardroute.sql.ast.Locking;
import dev.shardroute.sql.ast.Query;
import dev.shardroute.sql.ast.Select;
import dev.shardroute.sql.ast.SetOperation;
import dev.shardroute.sql.ast.TableExpression;
import dev.shardroute.sql.ast.TableExpression.Bound;
import dev.shardroute.sql.ast.TableExpression.Derived;
import dev.shardroute.sql.ast.ValuesRows;
import java.util.List;

/**
 * Writes locking clauses where MySQL obeys them: those behind a query lock no row of a derived table in it. Where the rows are
 * those of one derived table, which the planner may have made itself, its query gets them.
 */
final class LockedRows {
    private final List<Locking> locks;
    private final int firstMade;

    private LockedRows(List<Locking> locks, int firstMade) {
        this.locks = locks;
        this.firstMade = firstMade;
    }

    /** The query with the locks. */
    static Query of(Query query, List<Locking> locks, Planning planning) {
        return locks.isEmpty() ? query : new LockedRows(locks, planning.semantics().tables().size()).locked(query);
    }

    private Query locked(Query query) {
        return switch (query) {
            case Select select when select.from().size() == 1 && hasThem(select.from().getFirst()) -> select;
            case Select select when select.from().size() == 1 && isMeant(select.from().getFirst()) ->
                    select.withFrom(List.of(locked(select.from().getFirst())));
            case Select select -> new Select(select.with(), select.comments(), select.distinct(), select.options(),
                    select.items(), select.from(), select.where(), select.groupBy(), select.having(),
                    select.windows(), select.orderBy(), select.limit(), locks, select.into());
            case SetOperation union -> new SetOperation(union.with(), union.first(), union.arms(), union.orderBy(),
                    union.limit(), locks, union.into());
            case ValuesRows values -> values;
        };
    }

    /** A lock that names tables may name the derived table. Those of the statement are all bound, to numbers that it has. */
    private boolean isMeant(TableExpression table) {
        boolean isNamed = locks.stream().anyMatch(lock -> !lock.tables().isEmpty());
        return switch (table) {
            case Derived derived -> true;
            case Bound(Derived derived, int number) -> number >= firstMade || (!isNamed && !isLocked(derived.query()));
            default -> false;
        };
    }

    /** True for a query in FROM that has the same locks itself. */
    private boolean hasThem(TableExpression table) {
        return table instanceof Bound(Derived derived, int number) && derived.query() instanceof Select select
                && select.locks().equals(locks);
    }

    private static boolean isLocked(Query query) {
        return query instanceof Select select && !select.locks().isEmpty();
    }

    private TableExpression locked(TableExpression table) {
        return switch (table) {
            case Derived derived -> new Derived(derived.lateral(), locked(derived.query()), derived.alias(),
                    derived.columns());
            case Bound(Derived derived, int number) -> new Bound(locked(derived), number);
            default -> table;
        };
    }
}
