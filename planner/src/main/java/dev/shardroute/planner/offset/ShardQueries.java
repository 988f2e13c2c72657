package dev.shardroute.planner.offset;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.planner.operator.Columns;
import dev.shardroute.planner.operator.DerivedTable;
import dev.shardroute.planner.operator.GroupBy;
import dev.shardroute.planner.operator.Items;
import dev.shardroute.planner.operator.JoinColumn;
import dev.shardroute.planner.operator.JoinType;
import dev.shardroute.planner.operator.Operator;
import dev.shardroute.planner.operator.Planning;
import dev.shardroute.planner.operator.Predicate;
import dev.shardroute.planner.operator.QueryTable;
import dev.shardroute.planner.routing.SplitLists;
import dev.shardroute.planner.semantics.TableInfo;
import dev.shardroute.planner.semantics.TableSet;
import dev.shardroute.sql.ast.CommonTable;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expressions;
import dev.shardroute.sql.ast.Query;
import dev.shardroute.sql.ast.Select;
import dev.shardroute.sql.ast.SelectItem;
import dev.shardroute.sql.ast.SetOperation;
import dev.shardroute.sql.ast.TableExpression;
import dev.shardroute.sql.ast.TableName;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes what is under a route as one query. For one route. */
public final class ShardQueries {
    private final Planning planning;
    private final Map<Expression, Expression> splitLists;
    /** The numbers of join predicates that the joins below write themselves. */
    private final Set<Integer> joins = new HashSet<>();
    /** The numbers of the recursive tables whose definitions are being written. */
    private final Set<Integer> recursions = new HashSet<>();
    private final Map<Integer, TableInfo.Real> tables = new HashMap<>();

    private ShardQueries(Planning planning, Map<Expression, Expression> splitLists) {
        this.planning = planning;
        this.splitLists = splitLists;
    }

    /** The query of a route, with its comments and locks. */
    public static Query of(Operator.Route route, Planning planning) {
        ShardQueries writer = new ShardQueries(planning, SplitLists.of(route.routing()));
        QueryDraft draft = writer.written(route.input());
        if (!draft.hasItems()) {
            writeItems(joined(route.input()), draft);
        }
        draft.with(route.comments());
        Query query = LockedRows.of(draft.query(), route.locks(), planning);
        ShardNames.check(query, planning);
        return ShardForm.of(query, writer.tables, planning);
    }

    /** The columns of a join of derived tables, none of which is projected: the operators above know them by their places. */
    private static List<SelectItem.Item> joined(Operator operator) {
        return switch (operator) {
            case Operator.ApplyJoin join ->
                    join.columns().stream().map(column -> Items.of(column.original())).toList();
            case Operator.Filter filter -> joined(filter.input());
            case Operator.Ordering ordering -> joined(ordering.input());
            default -> List.of();
        };
    }

    /** The query of what is under a route whatever shards it goes to. */
    public static Query of(Operator operator, Planning planning) {
        ShardQueries writer = new ShardQueries(planning, Map.of());
        return ShardForm.of(writer.written(operator).query(), writer.tables, planning);
    }

    private QueryDraft written(Operator operator) {
        collectJoins(operator);
        QueryDraft draft = new QueryDraft();
        write(operator, draft);
        return draft;
    }

    private void collectJoins(Operator operator) {
        if (operator instanceof Operator.ApplyJoin join) {
            join.predicates().forEach(predicate -> joins.add(predicate.join()));
        }
        operator.inputs().forEach(this::collectJoins);
    }

    private QueryDraft other(Operator operator) {
        QueryDraft draft = new QueryDraft();
        write(operator, draft);
        return draft;
    }

    private void write(Operator operator, QueryDraft draft) {
        switch (operator) {
            case Operator.Table(var table) -> writeTable(table, draft);
            case Operator.ApplyJoin join -> writeJoin(join, draft);
            case Operator.Union union -> writeUnion(union, draft);
            case Operator.RecurseCte recursion -> writeRecursion(recursion, draft);
            case Operator.Filter filter -> writeFilter(filter, draft);
            case Operator.Horizon horizon -> writeDerivable(horizon, List.of(), draft);
            case Operator.Projection projection -> writeDerivable(projection, List.of(), draft);
            case Operator.Aggregator aggregator -> writeDerivable(aggregator, List.of(), draft);
            case Operator.Ordering ordering -> {
                write(ordering.input(), draft);
                ordering.order().forEach(key -> draft.addOrder(key.item()));
            }
            case Operator.LimitRows limit -> {
                write(limit.input(), draft);
                draft.limit(limit.limit());
            }
            case Operator.Distinct distinct -> {
                write(distinct.input(), draft);
                draft.distinct();
            }
            case Operator.Window window -> write(window.input(), draft);
            case Operator.QueryGraph other -> throw notForShards(other);
            case Operator.VindexTable other -> throw notForShards(other);
            case Operator.Route other -> throw notForShards(other);
            case Operator.Join other -> throw notForShards(other);
            case Operator.HashJoin other -> throw notForShards(other);
            case Operator.SubQueryContainer other -> throw notForShards(other);
            case Operator.SubQuery other -> throw notForShards(other);
            case Operator.LockAndComment other -> throw notForShards(other);
        }
    }

    private static RuntimeException notForShards(Operator operator) {
        return ErrorCode.VT13001.error(operator.describe() + " under a route");
    }

    // operators that may be derived tables

    /** A filter over a derived table may be of its rows, or still of what is inside of it: its HAVING. */
    private void writeFilter(Operator.Filter filter, QueryDraft draft) {
        if (filter.input() instanceof Operator.Projection projection && projection.derived().isEmpty()) {
            // WHERE knows nothing of the select list
            write(projection.over(filter.over(projection.input())), draft);
            return;
        }
        Optional<DerivedTable> derived = derived(filter.input());
        List<Predicate> inside = derived.isEmpty()
                ? List.of()
                : filter.predicates().stream().filter(predicate -> isInside(predicate, derived.get())).toList();
        writeDerivable(filter.input(), inside, draft);
        filter.predicates().stream().filter(predicate -> !inside.contains(predicate))
                .forEach(predicate -> addPredicate(predicate, draft));
    }

    private boolean isInside(Predicate predicate, DerivedTable derived) {
        TableSet needed = planning.semantics().direct(predicate.expression());
        return planning.containsAggregate(predicate.expression())
                || (!needed.isEmpty() && !needed.overlaps(derived.id()));
    }

    private static Optional<DerivedTable> derived(Operator operator) {
        return switch (operator) {
            case Operator.Horizon horizon -> horizon.derived();
            case Operator.Projection projection -> projection.derived();
            case Operator.Aggregator aggregator -> aggregator.derived();
            default -> Optional.empty();
        };
    }

    /** @param inside predicates on what is inside of the derived table that the operator is */
    private void writeDerivable(Operator operator, List<Predicate> inside, QueryDraft draft) {
        switch (operator) {
            case Operator.Horizon horizon -> {
                write(horizon.input(), draft);
                draft.take(horizon.query());
                if (horizon.derived().isPresent() && horizon.query() instanceof Select select) {
                    draft.lock(select.locks());
                }
            }
            case Operator.Projection projection when isOfUnion(projection, draft) -> {
                projection.derived().ifPresent(draft::derive);
                writeItems(Columns.items(projection, planning), draft);
                return;
            }
            case Operator.Projection projection -> writeItems(Columns.items(projection, planning), draft);
            case Operator.Aggregator aggregator -> writeAggregator(aggregator, draft);
            default -> write(operator, draft);
        }
        inside.forEach(predicate -> addPredicate(predicate, draft));
        derived(operator).ifPresent(draft::derive);
    }

    /** The columns of a UNION that is a derived table are only projected outside of it. */
    private boolean isOfUnion(Operator.Projection projection, QueryDraft draft) {
        write(projection.input(), draft);
        return draft.isUnion() && projection.derived().isPresent();
    }

    // FROM and WHERE

    private void writeTable(QueryTable table, QueryDraft draft) {
        if (!isOutsideOfItsDefinition(table)) {
            draft.addTable(new TableExpression.Bound(table.info().written(), table.info().number()));
            if (!isRecursive(table)) {
                tables.put(table.info().number(), table.info());
            }
        }
        table.predicates().forEach(predicate -> addPredicate(predicate, draft));
    }

    /** True for the rows of the step before, where these are variables of the gateway. */
    private boolean isOutsideOfItsDefinition(QueryTable table) {
        return isRecursive(table) && !recursions.contains(table.info().number());
    }

    private boolean isRecursive(QueryTable table) {
        int number = table.info().number();
        return number < planning.semantics().tables().size()
                && planning.semantics().info(number) instanceof TableInfo.RecursiveTable;
    }

    private void addPredicate(Predicate predicate, QueryDraft draft) {
        if (predicate.join() != 0 && joins.contains(predicate.join())) {
            return;
        }
        for (Expression conjunct : Expressions.conjuncts(predicate.expression())) {
            addCondition(conjunct, draft);
        }
    }

    private void addCondition(Expression conjunct, QueryDraft draft) {
        if (planning.containsAggregate(conjunct)) {
            draft.addHaving(conjunct);
        } else {
            draft.addWhere(splitLists.getOrDefault(conjunct, conjunct));
        }
    }

    private void writeJoin(Operator.ApplyJoin join, QueryDraft draft) {
        write(join.left(), draft);
        QueryDraft right = other(join.right());
        List<Expression> on = join.predicates().stream().map(JoinColumn::original)
                .flatMap(predicate -> Expressions.conjuncts(predicate).stream()).toList();
        boolean areTables = right.hasTables() && draft.hasTables();
        if (join.type() == JoinType.INNER || (join.type() == JoinType.STRAIGHT && !areTables)) {
            draft.join(right, on.stream().map(each -> splitLists.getOrDefault(each, each)).toList());
        } else if (areTables) {
            draft.join(right, on, join.type() == JoinType.LEFT
                    ? TableExpression.JoinType.LEFT
                    : TableExpression.JoinType.STRAIGHT_JOIN);
        } else {
            throw ErrorCode.VT12001.error("an outer join with the rows of a recursive common table expression");
        }
    }

    // other operators

    private void writeUnion(Operator.Union union, QueryDraft draft) {
        write(union.sources().getFirst(), draft);
        for (Operator source : union.sources().subList(1, union.sources().size())) {
            draft.unite(other(source), union.distinct());
        }
    }

    private void writeRecursion(Operator.RecurseCte recursion, QueryDraft draft) {
        TableInfo.Recursive table = recursion.table();
        write(recursion.left(), draft);
        recursions.add(table.inner());
        draft.unite(other(recursion.right()), recursion.distinct());
        recursions.remove(table.inner());
        CommonTable definition = table.definition();
        if (definition.query() instanceof SetOperation union && union.limit() != null) {
            draft.limit(union.limit());
        }
        String alias = table.name().equals(definition.name()) ? null : table.name();
        draft.recurse(new CommonTable(definition.name(), definition.columns(), draft.query()),
                new TableExpression.Table(TableName.of(definition.name()), alias));
    }

    private static void writeItems(List<? extends SelectItem> items, QueryDraft draft) {
        if (!items.isEmpty()) {
            draft.select(List.copyOf(items));
        }
    }

    private void writeAggregator(Operator.Aggregator aggregator, QueryDraft draft) {
        write(aggregator.input(), draft);
        draft.settleRows();
        writeItems(Columns.list(aggregator, planning), draft);
        for (GroupBy key : aggregator.grouping()) {
            draft.addGroupBy(key.expression());
            if (key.weightString() >= 0) {
                draft.addGroupBy(Columns.weightString(key.expression()));
            }
        }
        if (aggregator.rollup()) {
            draft.rollup();
        }
    }
}
