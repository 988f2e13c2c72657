package dev.shardroute.planner.semantics;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.planner.semantics.CommonTables.Definition;
import dev.shardroute.planner.semantics.CommonTables.Entry;
import dev.shardroute.planner.semantics.CommonTables.Itself;
import dev.shardroute.planner.semantics.TableInfo.Derived;
import dev.shardroute.planner.semantics.TableInfo.DerivedColumn;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.JsonTable;
import dev.shardroute.sql.ast.TableExpression;
import dev.shardroute.sql.ast.TableExpression.Bound;
import dev.shardroute.sql.ast.TableExpression.Join;
import dev.shardroute.sql.ast.TableExpression.JoinType;
import dev.shardroute.sql.ast.TableExpression.Parenthesized;
import dev.shardroute.sql.ast.TableExpression.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Binds the FROM of one query: numbers its tables, and finds out what can be named. For one query. */
final class FromBinder {
    private final QueryBinder queries;
    private final Analysis analysis;
    private final @Nullable Scope outer;
    private final CommonTables common;
    private final Set<String> names = new HashSet<>();

    /**
     * For the FROM of a query.
     *
     * @param outer  what the query may name of the queries around it, or null
     * @param common the common table expressions it may name
     */
    FromBinder(QueryBinder queries, @Nullable Scope outer, CommonTables common) {
        this.queries = queries;
        this.analysis = queries.analysis();
        this.outer = outer;
        this.common = common;
    }

    /** The tables of FROM, in order. */
    Source bind(List<TableExpression> tables) {
        if (tables.isEmpty()) {
            TableInfo.Real dual = (TableInfo.Real) queries.finder().dual();
            return Source.of(new Bound(dual.written(), dual.number()), new ScopeTable(dual, null));
        }
        Source all = bind(tables.getFirst());
        for (TableExpression next : tables.subList(1, tables.size())) {
            all = all.and(bind(next));
        }
        return all;
    }

    private Source bind(TableExpression table) {
        analysis.inlining().enter();
        Source source = source(table);
        analysis.inlining().leave();
        return source;
    }

    private Source source(TableExpression table) {
        return switch (table) {
            case Table named -> named(named);
            case TableExpression.Derived derived -> derived(derived);
            case Join join -> join(join);
            case Parenthesized(var tables) -> {
                Source inner = bind(tables);
                yield inner.as(new Parenthesized(inner.written()));
            }
            case JsonTable json -> throw ErrorCode.VT12001.error("JSON_TABLE");
            case Bound bound -> throw ErrorCode.VT13001.error("a table that is bound already");
        };
    }

    private Source source(TableExpression written, TableInfo info, @Nullable String schema) {
        if (!names.add(info.name())) {
            throw ErrorCode.VT03013.error(info.name());
        }
        return Source.of(new Bound(written, info.number()), new ScopeTable(info, schema));
    }

    // tables by name

    private Source named(Table table) {
        Optional<Entry> entry = common.find(table);
        if (entry.isEmpty()) {
            return inVschema(table);
        }
        return switch (entry.get()) {
            case Itself itself -> source(table,
                    analysis.tables().add(number -> itself.read(number, table.correlationName())), null);
            case Definition definition -> {
                analysis.inlining().count();
                yield definition.recursive() ? recursive(table, definition) : inlined(table, definition);
            }
        };
    }

    private Source inVschema(Table table) {
        TableInfo info = queries.finder().find(table);
        TableExpression written = info instanceof TableInfo.Real real ? real.written() : table;
        return source(written, info, queries.finder().schema(table));
    }

    private Source inlined(Table table, Definition definition) {
        BoundQuery query = queries.derived(definition.table().query(), definition.outer(),
                definition.visible().closed());
        return derived(query, table.correlationName(), definition.table().columns());
    }

    private Source recursive(Table table, Definition definition) {
        TableInfo.Recursive info = new RecursionBinder(queries).bind(table.correlationName(), definition);
        return source(table, info, null);
    }

    // derived tables

    private Source derived(TableExpression.Derived derived) {
        if (derived.lateral()) {
            throw ErrorCode.VT12001.error("LATERAL");
        }
        return derived(queries.derived(derived.query(), outer, common.closed()), derived.alias(), derived.columns());
    }

    private Source derived(BoundQuery query, String alias, List<String> columnNames) {
        List<DerivedColumn> columns = named(query, alias, columnNames);
        refuseDuplicates(columns);
        TableInfo info = analysis.tables()
                .add(number -> new Derived(number, alias, columns, query.tables(), query.complete()));
        return source(new TableExpression.Derived(false, query.query(), alias, columnNames), info, null);
    }

    private static List<DerivedColumn> named(BoundQuery query, String alias, List<String> columnNames) {
        if (columnNames.isEmpty()) {
            return query.columns();
        }
        if (!query.complete()) {
            return List.of();
        }
        checkCount(alias, columnNames, query);
        List<DerivedColumn> columns = new ArrayList<>();
        for (int i = 0; i < columnNames.size(); i++) {
            columns.add(query.columns().get(i).named(columnNames.get(i)));
        }
        return columns;
    }

    /** A list of names has one for each column, as far as these are known. */
    static void checkCount(String table, List<String> names, BoundQuery query) {
        if (!names.isEmpty() && query.complete() && names.size() != query.columns().size()) {
            throw ErrorCode.VT03033.error(table, names.size(), query.columns().size());
        }
    }

    private static void refuseDuplicates(List<DerivedColumn> columns) {
        Set<String> seen = new HashSet<>();
        for (DerivedColumn column : columns) {
            if (!seen.add(column.name().toLowerCase(Locale.ROOT))) {
                throw ErrorCode.SR01011.error(column.name());
            }
        }
    }

    // joins

    private Source join(Join join) {
        if (isNatural(join.type())) {
            throw ErrorCode.VT12001.error(join.type().sql());
        }
        Source left = bind(join.left());
        Source right = bind(join.right());
        refuseOptionalRecursion(join.type(), left, right);
        if (!join.using().isEmpty()) {
            return new UsingJoin(analysis, join, left, right).bind();
        }
        Source both = joined(join.type(), left, right);
        Expression on = join.on() == null ? null : queries.expression(join.on(), Scope.of(outer, both), common);
        return both.as(new Join(join.type(), one(left), one(right), on, List.of()));
    }

    /** Both sides, as a star shows them. */
    static Source joined(JoinType type, Source left, Source right) {
        Source both = left.and(right);
        boolean optional = both.optional() || type == JoinType.LEFT || type == JoinType.RIGHT;
        return new Source(both.written(), both.tables(), both.coalesced(), both.star(), optional);
    }

    /** A side of a join is one table, join, or pair of parentheses. */
    static TableExpression one(Source side) {
        return side.written().getFirst();
    }

    private static boolean isNatural(JoinType type) {
        return switch (type) {
            case NATURAL, NATURAL_LEFT, NATURAL_RIGHT -> true;
            case JOIN, STRAIGHT_JOIN, LEFT, RIGHT -> false;
        };
    }

    private static void refuseOptionalRecursion(JoinType type, Source left, Source right) {
        Source optional = type == JoinType.RIGHT ? left : right;
        if (type == JoinType.LEFT || type == JoinType.RIGHT) {
            for (ScopeTable table : optional.tables()) {
                if (table.info() instanceof TableInfo.RecursiveTable recursive) {
                    throw ErrorCode.VT09028.error(recursive.common());
                }
            }
        }
    }
}
