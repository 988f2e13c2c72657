package dev.shardroute.planner.semantics;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.planner.semantics.CommonTables.Definition;
import dev.shardroute.planner.semantics.CommonTables.Itself;
import dev.shardroute.planner.semantics.TableInfo.DerivedColumn;
import dev.shardroute.sql.ast.CommonTable;
import dev.shardroute.sql.ast.Nodes;
import dev.shardroute.sql.ast.Query;
import dev.shardroute.sql.ast.Select;
import dev.shardroute.sql.ast.SelectItem;
import dev.shardroute.sql.ast.SetOperation;
import dev.shardroute.sql.ast.SetOperation.Arm;
import dev.shardroute.sql.ast.SpecialForm.Windowed;
import java.util.ArrayList;
import java.util.List;

/** Binds the queries of a recursive common table expression: what it starts from, and the last query, which reads it. */
final class RecursionBinder {
    private final QueryBinder queries;
    private final Analysis analysis;

    RecursionBinder(QueryBinder queries) {
        this.queries = queries;
        this.analysis = queries.analysis();
    }

    /** The table that FROM reads by the name of the expression. */
    TableInfo.Recursive bind(String alias, Definition definition) {
        analysis.signature().recursiveCte();
        CommonTable table = definition.table();
        if (!(table.query() instanceof SetOperation union)) {
            throw ErrorCode.VT09026.error(table.name());
        }
        if (!union.orderBy().isEmpty()) {
            throw ErrorCode.VT12001.error("ORDER BY of the recursive common table expression '" + table.name() + "'");
        }
        CommonTables visible = definition.visible().closed().with(union.with(), definition.outer());
        CommonTables ofSeed = visible.with(new Itself(table.name(), union, List.of())).closed();
        BoundQuery seed = queries.bind(seed(union), definition.outer(), ofSeed, QueryBinder.Place.ARM);
        FromBinder.checkCount(table.name(), table.columns(), seed);
        List<String> columns = columns(table, seed);
        Itself itself = new Itself(table.name(), seed.query(), columns);
        Arm last = union.arms().getLast();
        refuseAggregation(table, last.query());
        BoundQuery step =
                queries.bind(last.query(), definition.outer(), visible.with(itself), QueryBinder.Place.ARM);
        if (itself.number() < 0) {
            throw ErrorCode.VT12001.error("the recursive common table expression '" + table.name()
                    + "', which not its last query alone reads");
        }
        UnionBinder.checkCounts(seed, step, last.operator());
        CommonTable bound = new CommonTable(table.name(), table.columns(),
                whole(union, seed.query(), new Arm(last.operator(), last.all(), step.query())));
        return (TableInfo.Recursive) analysis.tables().add(number -> new TableInfo.Recursive(number, alias, bound,
                columns, itself.number()));
    }

    private static List<String> columns(CommonTable table, BoundQuery seed) {
        if (!table.columns().isEmpty()) {
            return table.columns();
        }
        return seed.complete() ? seed.columns().stream().map(DerivedColumn::name).toList() : List.of();
    }

    private static Query seed(SetOperation union) {
        List<Arm> arms = union.arms().subList(0, union.arms().size() - 1);
        return arms.isEmpty()
                ? union.first()
                : new SetOperation(null, union.first(), arms, List.of(), null, List.of(), null);
    }

    private static SetOperation whole(SetOperation union, Query seed, Arm step) {
        boolean isChain = union.arms().size() > 1 && seed instanceof SetOperation;
        Query first = isChain ? ((SetOperation) seed).first() : seed;
        List<Arm> arms = new ArrayList<>(isChain ? ((SetOperation) seed).arms() : List.of());
        arms.add(step);
        return new SetOperation(null, first, arms, union.orderBy(), union.limit(), union.locks(), union.into());
    }

    private void refuseAggregation(CommonTable table, Query step) {
        if (step instanceof Select select && (!select.groupBy().isEmpty()
                || select.items().stream().anyMatch(item -> analysis.containsAggregate(item) || isWindowed(item)))) {
            throw ErrorCode.VT09027.error(table.name());
        }
    }

    private static boolean isWindowed(SelectItem item) {
        return Nodes.anyMatch(item, Windowed.class::isInstance);
    }
}
