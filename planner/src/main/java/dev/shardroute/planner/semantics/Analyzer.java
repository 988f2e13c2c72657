package dev.shardroute.planner.semantics;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.planner.operator.Operator;
import dev.shardroute.planner.plan.KeyspaceRef;
import dev.shardroute.sql.ast.Delete;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expressions;
import dev.shardroute.sql.ast.Insert;
import dev.shardroute.sql.ast.Select;
import dev.shardroute.sql.ast.SelectItem;
import dev.shardroute.sql.ast.TableExpression;
import dev.shardroute.sql.ast.TableName;
import dev.shardroute.sql.ast.Update;
import dev.shardroute.vschema.Column;
import dev.shardroute.vschema.TableType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Binds the names of a statement and makes the operator tree that planning starts from. For one statement. */
public final class Analyzer {
    private final Binder binder;
    private final Function<String, KeyspaceRef> keyspaces;
    private final List<BoundTable> tables = new ArrayList<>();

    /** An analyzer that finds tables by {@code binder}. */
    public Analyzer(Binder binder, Function<String, KeyspaceRef> keyspaces) {
        this.binder = binder;
        this.keyspaces = keyspaces;
    }

    /** The tables that were bound, in the order of the statement. */
    public List<BoundTable> tables() {
        return List.copyOf(tables);
    }

    /** The tree of a SELECT. */
    public Operator analyze(Select select) {
        Refusals.check(select);
        if (select.from().isEmpty()) {
            return horizon(select, new Scope(Optional.empty(), Set.of()),
                    new Operator.Dual(keyspaces.apply(binder.anyKeyspace())));
        }
        BoundTable table = remember(binder.bind(Refusals.plain(select.from().getFirst())));
        Scope scope = Scope.of(table);
        Select expanded =
                keyspaces.apply(table.table().keyspace()).sharded() ? SelectNames.resolve(select, table) : select;
        return horizon(expanded, scope, new Operator.Table(table));
    }

    private Operator horizon(Select select, Scope scope, Operator source) {
        Expression where = scope.bindOptional(select.where());
        Scope outer = scope.with(SelectNames.aliases(select));
        List<TableExpression> from = scope.table().<TableExpression>map(BoundTable::forShards).stream().toList();
        Select bound = new Select(null, select.comments(), select.distinct(), select.options(),
                bindItems(select.items(), scope), from, where, outer.bindIn(select.groupBy()),
                outer.bindOptional(select.having()), outer.bindIn(select.windows()), outer.bindIn(select.orderBy()),
                select.limit(), select.locks(), null);
        return new Operator.Horizon(filter(source, where), bound);
    }

    private static List<SelectItem> bindItems(List<SelectItem> items, Scope scope) {
        return items.stream().map(item -> bindItem(item, scope)).toList();
    }

    private static SelectItem bindItem(SelectItem item, Scope scope) {
        return switch (item) {
            case SelectItem.Item(var expression, var alias) -> new SelectItem.Item(scope.bind(expression), alias);
            case SelectItem.Star(var table) -> new SelectItem.Star(starTable(table, scope));
            case SelectItem.NextValues next -> throw ErrorCode.VT13001.error("a sequence among columns");
        };
    }

    private static @Nullable TableName starTable(@Nullable TableName qualifier, Scope scope) {
        if (scope.table().filter(table -> Scope.isQualifiedBy(qualifier, table)).isEmpty()) {
            throw ErrorCode.VT05004.error(qualifier == null ? "*" : qualifier.name());
        }
        return qualifier == null ? null : TableName.of(qualifier.name());
    }

    /** The tree of an UPDATE. */
    public Operator analyze(Update update) {
        Refusals.check(update);
        BoundTable table = remember(binder.bindTarget(Refusals.plain(update.tables().getFirst())));
        Scope scope = Scope.of(table);
        Expression where = scope.bindOptional(update.where());
        Update bound = new Update(null, update.comments(), update.ignore(), List.of(table.forShards()),
                scope.bindAssignments(update.assignments()), where, scope.bindIn(update.orderBy()), update.limit());
        return new Operator.Update(filter(new Operator.Table(table), where), table, bound);
    }

    /** The tree of a DELETE. */
    public Operator analyze(Delete delete) {
        Refusals.check(delete);
        BoundTable table = remember(binder.bindTarget(Refusals.plain(delete.tables().getFirst())));
        Scope scope = Scope.of(table);
        Expression where = scope.bindOptional(delete.where());
        Delete bound =
                new Delete(null, delete.comments(), delete.ignore(), List.of(), List.of(table.forShards()), where,
                        scope.bindIn(delete.orderBy()), delete.limit());
        return new Operator.Delete(filter(new Operator.Table(table), where), table, bound);
    }

    /** The tree of an INSERT or REPLACE. */
    public Operator analyze(Insert insert) {
        Refusals.check(insert);
        BoundTable table = remember(binder.bindTarget(new TableExpression.Table(insert.table(), null)));
        List<List<Expression>> rows = Refusals.rows(insert);
        List<String> columns = columns(table, insert.columns(), rows);
        int width = columns.isEmpty() && !rows.isEmpty() ? rows.getFirst().size() : columns.size();
        boolean uneven = rows.stream().anyMatch(row -> row.size() != width);
        if (uneven) {
            throw ErrorCode.VT03006.error();
        }
        // a row cannot name a column of the table, so there is nothing to bind but what ON DUPLICATE KEY UPDATE uses
        Insert bound = new Insert(insert.comments(), insert.replace(), insert.ignore(),
                TableName.of(table.table().name()), insert.partitions(), columns, insert.source(), null,
                Scope.of(table).bindAssignments(insert.onDuplicate()));
        return new Operator.Insert(table, keyspaces.apply(table.table().keyspace()), bound, rows);
    }

    private static List<String> columns(BoundTable table, List<String> listed, List<List<Expression>> rows) {
        boolean needed = !table.table().columnVindexes().isEmpty() || table.table().autoIncrement().isPresent();
        boolean hasValues = rows.stream().anyMatch(row -> !row.isEmpty());
        if (!listed.isEmpty() || !needed || !hasValues) {
            return listed;
        }
        if (!table.table().columnListAuthoritative()) {
            throw ErrorCode.VT09004.error(table.fullName());
        }
        return table.table().columns().stream().filter(column -> !column.invisible()).map(Column::name).toList();
    }

    private BoundTable remember(BoundTable table) {
        boolean sharded = keyspaces.apply(table.table().keyspace()).sharded();
        if (table.table().type() == TableType.SEQUENCE && sharded) {
            throw ErrorCode.VT12001.error("the pinned sequence " + table.fullName());
        }
        tables.add(table);
        return table;
    }

    private static Operator filter(Operator source, @Nullable Expression where) {
        List<Expression> predicates = Expressions.conjuncts(where);
        return predicates.isEmpty() ? source : new Operator.Filter(source, predicates);
    }

    /** {@code keyspace.table} of every table, sorted; a SELECT without tables uses {@code dual}. */
    public List<String> tablesUsed() {
        Stream<String> names = tables.isEmpty()
                ? Stream.of(binder.anyKeyspace() + ".dual")
                : tables.stream().map(BoundTable::fullName);
        return names.distinct().sorted().toList();
    }
}
