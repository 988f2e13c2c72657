package dev.shardroute.planner.semantics;

import dev.shardroute.planner.semantics.TableInfo.Derived;
import dev.shardroute.planner.semantics.TableInfo.DerivedColumn;
import dev.shardroute.sql.ast.Expression.BoundColumn;
import dev.shardroute.sql.ast.Expression.Column;
import dev.shardroute.sql.ast.TableName;
import dev.shardroute.vschema.Table;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A table as expressions may name it.
 *
 * @param info   the table
 * @param schema the keyspace or schema that may stand before its name, or null where none may, as with an alias
 */
record ScopeTable(TableInfo info, @Nullable String schema) {
    private static final List<String> VINDEX_COLUMNS =
            List.of("id", "keyspace_id", "range_start", "range_end", "hex_keyspace_id", "shard");

    /** True when a qualifier, or none, may mean this table. */
    boolean matches(@Nullable TableName qualifier) {
        return qualifier == null || (qualifier.name().equals(info.name()) && matchesSchema(qualifier.qualifier()));
    }

    private boolean matchesSchema(@Nullable String qualifier) {
        return qualifier == null || (isSystem() ? qualifier.equalsIgnoreCase(schema) : qualifier.equals(schema));
    }

    private boolean isSystem() {
        return info instanceof TableInfo.Real real && real.system();
    }

    /** True when the table has a column of this name for sure. */
    boolean has(String column) {
        return switch (info) {
            case TableInfo.Real real -> has(real.table(), column);
            case Derived derived -> derived.column(column).isPresent();
            case TableInfo.Vindex vindex -> containsIgnoringCase(VINDEX_COLUMNS, column);
            case TableInfo.Recursive table -> containsIgnoringCase(table.columns(), column);
            case TableInfo.RecursiveTable table -> containsIgnoringCase(table.columns(), column);
        };
    }

    /** Where not all columns are known, the vindexes tell of some more. */
    private static boolean has(Table table, String column) {
        return table.column(column).isPresent() || (!table.columnListAuthoritative() && table.columnVindexes().stream()
                .anyMatch(vindex -> containsIgnoringCase(vindex.columns(), column)));
    }

    private static boolean containsIgnoringCase(List<String> names, String name) {
        return names.stream().anyMatch(name::equalsIgnoreCase);
    }

    /** True when it has no other columns than those that are known. */
    boolean isComplete() {
        return switch (info) {
            case TableInfo.Real real -> real.table().columnListAuthoritative();
            case Derived derived -> derived.complete();
            case TableInfo.Vindex vindex -> true;
            case TableInfo.Recursive table -> !table.columns().isEmpty();
            case TableInfo.RecursiveTable table -> !table.columns().isEmpty();
        };
    }

    /** What a star stands for; empty when that is not known. */
    Optional<List<StarColumn>> star() {
        List<String> names = isComplete() ? visible() : List.of();
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(names.stream().map(name -> new StarColumn(this, name)).toList());
    }

    private List<String> visible() {
        return switch (info) {
            case TableInfo.Real real -> real.table().columns().stream().filter(column -> !column.invisible())
                    .map(dev.shardroute.vschema.Column::name).toList();
            case Derived derived -> derived.columns().stream().map(DerivedColumn::name).toList();
            case TableInfo.Vindex vindex -> VINDEX_COLUMNS;
            case TableInfo.Recursive table -> table.columns();
            case TableInfo.RecursiveTable table -> table.columns();
        };
    }

    /** A column that a star stands for. */
    record StarColumn(ScopeTable table, String name) {
        /** The column, with its table before it when {@code qualified}. */
        BoundColumn bound(boolean qualified) {
            return qualified ? table.qualified(name) : table.column(new Column(null, name));
        }
    }

    /** The column that the statement names so; keyspaces are not written to shards. */
    BoundColumn column(Column written) {
        return new BoundColumn(Names.local(written), info.number());
    }

    /** The column with the table before it. */
    BoundColumn qualified(String name) {
        return new BoundColumn(new Column(qualifier(info), name), info.number());
    }

    /** What its columns are qualified with in SQL for shards; null for the rows of a UNION, which have no name. */
    static @Nullable TableName qualifier(TableInfo info) {
        return info instanceof Derived derived && derived.isResult() ? null : TableName.of(info.name());
    }
}
