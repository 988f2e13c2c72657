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
        if (select.from().isEmpty()) {
            return horizon(select, new Scope(Optional.empty(), Set.of()),
                    new Operator.Dual(keyspaces.apply(binder.anyKeyspace())));
        }
        BoundTable table = remember(binder.bind((TableExpression.Table) select.from().getFirst()));
        Scope scope = Scope.of(table);
        Select expanded =
                keyspaces.apply(table.table().keyspace()).sharded() ? SelectNames.resolve(select, table) : select;
        return horizon(expanded, scope, new Operator.Table(table));
    }

    private Operator horizon(Select select, Scope scope, Operator source) {
        Expression where = scope.bindOptional(select.where());
        Scope outer = scope.with(SelectNames.aliases(select));
        List<TableExpression> from = scope.table().<TableExpression>map(BoundTable::forShards).stream().toList();
        Select bound = new Select(select.comments(), select.distinct(), bindItems(select.items(), scope), from, where,
                outer.bind(select.groupBy()), outer.bindOptional(select.having()), outer.bindOrder(select.orderBy()),
                select.limit(), select.lock());
        return new Operator.Horizon(filter(source, where), bound);
    }

    private static List<SelectItem> bindItems(List<SelectItem> items, Scope scope) {
        return items.stream().map(item -> bindItem(item, scope)).toList();
    }

    private static SelectItem bindItem(SelectItem item, Scope scope) {
        return switch (item) {
            case SelectItem.Item(var expression, var alias) -> new SelectItem.Item(scope.bind(expression), alias);
            case SelectItem.Star(var table) -> new SelectItem.Star(starTable(table, scope));
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
        BoundTable table = remember(binder.bindTarget(update.table()));
        Scope scope = Scope.of(table);
        Expression where = scope.bindOptional(update.where());
        Update bound = new Update(update.comments(), update.ignore(), table.forShards(),
                scope.bindAssignments(update.assignments()), where, scope.bindOrder(update.orderBy()), update.limit());
        return new Operator.Update(filter(new Operator.Table(table), where), table, bound);
    }

    /** The tree of a DELETE. */
    public Operator analyze(Delete delete) {
        BoundTable table = remember(binder.bindTarget(delete.table()));
        Scope scope = Scope.of(table);
        Expression where = scope.bindOptional(delete.where());
        Delete bound = new Delete(delete.comments(), delete.ignore(), table.forShards(), where,
                scope.bindOrder(delete.orderBy()), delete.limit());
        return new Operator.Delete(filter(new Operator.Table(table), where), table, bound);
    }

    /** The tree of an INSERT or REPLACE. */
    public Operator analyze(Insert insert) {
        BoundTable table = remember(binder.bindTarget(new TableExpression.Table(insert.table(), null)));
        List<String> columns = columns(table, insert);
        int width = columns.isEmpty() && !insert.rows().isEmpty() ? insert.rows().getFirst().size() : columns.size();
        boolean uneven = insert.rows().stream().anyMatch(row -> row.size() != width);
        if (uneven) {
            throw ErrorCode.VT03006.error();
        }
        // a row cannot name a column of the table, so there is nothing to bind but what ON DUPLICATE KEY UPDATE uses
        Insert bound =
                new Insert(insert.comments(), insert.replace(), insert.ignore(), TableName.of(table.table().name()),
                        columns, insert.rows(), Scope.of(table).bindAssignments(insert.onDuplicate()));
        return new Operator.Insert(table, keyspaces.apply(table.table().keyspace()), bound);
    }

    private static List<String> columns(BoundTable table, Insert insert) {
        boolean listed = !insert.columns().isEmpty();
        boolean needed = !table.table().columnVindexes().isEmpty() || table.table().autoIncrement().isPresent();
        boolean hasValues = insert.rows().stream().anyMatch(row -> !row.isEmpty());
        if (listed || !needed || !hasValues) {
            return insert.columns();
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
