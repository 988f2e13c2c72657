package dev.shardroute.planner.check;

import dev.shardroute.planner.operator.Items;
import dev.shardroute.sql.ast.CommonTable;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.JsonTable;
import dev.shardroute.sql.ast.Node;
import dev.shardroute.sql.ast.Nodes;
import dev.shardroute.sql.ast.Query;
import dev.shardroute.sql.ast.Select;
import dev.shardroute.sql.ast.SelectItem;
import dev.shardroute.sql.ast.SetOperation;
import dev.shardroute.sql.ast.TableExpression;
import dev.shardroute.sql.ast.TableName;
import dev.shardroute.sql.ast.ValuesRows;
import dev.shardroute.sql.ast.With;
import dev.shardroute.sql.printer.SqlPrinter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Checks that MySQL can find the names of a query: the tables of qualified columns, and columns of derived tables. What columns
 * the tables of a keyspace have is not known here.
 */
final class ShardSql {
    private final Map<String, Columns> commonTables;

    private ShardSql(Map<String, Columns> commonTables) {
        this.commonTables = commonTables;
    }

    /**
     * The columns of a query.
     *
     * @throws AssertionError when MySQL would refuse it
     */
    static Columns columns(Query query) {
        return new ShardSql(Map.of()).query(query, null);
    }

    /** True when MySQL finds the names of a query. */
    static boolean isValid(Query query) {
        try {
            columns(query);
            return true;
        } catch (AssertionError e) {
            return false;
        }
    }

    /** A table of FROM. */
    private record Table(String name, Columns columns) {}

    /** The tables that columns may be of, those of the queries around it too. */
    private record Scope(List<Table> tables, Columns aliases, @Nullable Scope outer) {
        Scope(List<Table> tables, @Nullable Scope outer) {
            this(tables, Columns.of(List.of()), outer);
        }
    }

    // queries

    private Columns query(Query query, @Nullable Scope outer) {
        ShardSql inner = with(query.with(), outer);
        return switch (query) {
            case Select select -> inner.select(select, outer);
            case SetOperation union -> inner.union(union, outer);
            case ValuesRows rows -> rows.list() != null ? Columns.UNKNOWN
                    : Columns.of(Collections.nCopies(rows.rows().getFirst().size(), ""));
        };
    }

    private ShardSql with(@Nullable With with, @Nullable Scope outer) {
        if (with == null) {
            return this;
        }
        Map<String, Columns> tables = new HashMap<>(commonTables);
        for (CommonTable table : with.tables()) {
            if (with.recursive() && table.query() instanceof SetOperation union) {
                tables.put(lower(table.name()),
                        named(new ShardSql(tables).query(union.first(), outer), table.columns()));
            }
            tables.put(lower(table.name()), named(new ShardSql(tables).query(table.query(), outer), table.columns()));
        }
        return new ShardSql(tables);
    }

    private static Columns named(Columns columns, List<String> names) {
        if (names.isEmpty()) {
            return columns;
        }
        check(columns.areAsManyAs(Columns.of(names)), "a table of the columns " + columns + " has the names " + names);
        return Columns.of(names);
    }

    private Columns union(SetOperation union, @Nullable Scope outer) {
        Columns first = query(union.first(), outer);
        for (SetOperation.Arm arm : union.arms()) {
            Columns other = query(arm.query(), outer);
            check(first.areAsManyAs(other), "queries of a UNION have the columns " + first + " and " + other);
        }
        Scope result = new Scope(List.of(new Table("", first)), outer);
        union.orderBy().forEach(key -> expression(key.expression(), result));
        return first;
    }

    private Columns select(Select select, @Nullable Scope outer) {
        List<Table> tables = new ArrayList<>();
        select.from().forEach(table -> tables.addAll(tables(table, tables, outer)));
        checkUnique(tables.stream().map(Table::name).toList(), "tables");
        Scope scope = new Scope(tables, outer);
        Columns columns = items(select.items(), scope);
        if (select.where() != null) {
            expression(select.where(), scope);
        }
        Scope results = new Scope(tables, columns, outer);
        select.groupBy().expressions().forEach(key -> expression(key, results));
        if (select.having() != null) {
            expression(select.having(), results);
        }
        select.windows().forEach(window -> expression(window, scope));
        select.orderBy().forEach(key -> expression(key.expression(), results));
        return columns;
    }

    private Columns items(List<SelectItem> items, Scope scope) {
        List<String> names = new ArrayList<>();
        boolean isKnown = true;
        for (SelectItem item : items) {
            switch (item) {
                case SelectItem.Item plain -> {
                    expression(plain.expression(), scope);
                    names.add(Items.name(plain));
                }
                case SelectItem.NextValues next -> names.add("nextval");
                case SelectItem.Star(var name) -> {
                    List<Table> starred = starred(name, scope);
                    isKnown = isKnown && starred.stream().allMatch(table -> table.columns.names().isPresent());
                    starred.forEach(table -> table.columns.names().ifPresent(names::addAll));
                }
            }
        }
        return isKnown ? Columns.of(names) : Columns.UNKNOWN;
    }

    private static List<Table> starred(@Nullable TableName name, Scope scope) {
        List<Table> starred =
                scope.tables.stream().filter(table -> name == null || isCalled(table, name)).toList();
        check(!starred.isEmpty(), "a star of no table: " + name);
        return starred;
    }

    // tables

    private List<Table> tables(TableExpression table, List<Table> before, @Nullable Scope outer) {
        return switch (table) {
            case TableExpression.Table plain -> List.of(new Table(plain.correlationName(), columns(plain.name())));
            case TableExpression.Derived derived -> {
                Columns columns = query(derived.query(), derived.lateral() ? new Scope(before, outer) : outer);
                Columns named = named(columns, derived.columns());
                named.names().ifPresent(names -> checkUnique(names, "columns of " + derived.alias()));
                yield List.of(new Table(derived.alias(), named));
            }
            case TableExpression.Bound bound -> tables(bound.written(), before, outer);
            case TableExpression.Join join -> join(join, before, outer);
            case TableExpression.Parenthesized(var several) -> {
                List<Table> all = new ArrayList<>();
                several.forEach(one -> all.addAll(tables(one, before, outer)));
                yield all;
            }
            case JsonTable json -> List.of(new Table(json.alias(), Columns.UNKNOWN));
        };
    }

    private Columns columns(TableName name) {
        return name.qualifier() == null
                ? commonTables.getOrDefault(lower(name.name()), Columns.UNKNOWN)
                : Columns.UNKNOWN;
    }

    private List<Table> join(TableExpression.Join join, List<Table> before, @Nullable Scope outer) {
        List<Table> left = tables(join.left(), before, outer);
        List<Table> known = Stream.concat(before.stream(), left.stream()).toList();
        List<Table> right = tables(join.right(), known, outer);
        List<Table> both = Stream.concat(left.stream(), shown(join, right).stream()).toList();
        if (join.on() != null) {
            expression(join.on(), new Scope(both, outer));
        }
        return both;
    }

    /** Columns that both sides have become one. */
    private static List<Table> shown(TableExpression.Join join, List<Table> right) {
        return switch (join.type()) {
            case NATURAL, NATURAL_LEFT, NATURAL_RIGHT -> hidden(right);
            case JOIN, STRAIGHT_JOIN, LEFT, RIGHT -> join.using().isEmpty() ? right : hidden(right);
        };
    }

    private static List<Table> hidden(List<Table> tables) {
        return tables.stream().map(table -> new Table(table.name, Columns.UNKNOWN)).toList();
    }

    // names

    private void expression(Node node, Scope scope) {
        switch (node) {
            case Query query -> query(query, scope);
            case Expression.Column column -> checkColumn(column, scope);
            default -> Nodes.forEachPart(node, part -> expression(part, scope));
        }
    }

    private static void checkColumn(Expression.Column column, Scope scope) {
        for (Scope here = scope; here != null; here = here.outer) {
            TableName name = column.table();
            List<Table> candidates =
                    here.tables.stream().filter(table -> name == null || isCalled(table, name)).toList();
            long known = candidates.stream().filter(table -> table.columns.names().isPresent())
                    .filter(table -> contains(table.columns, column.name())).count();
            boolean isAlias = name == null && (here.aliases.names().isEmpty() || contains(here.aliases, column.name()));
            check(isAlias || known < 2, "an ambiguous column " + SqlPrinter.print(column));
            if (isAlias || known > 0 || candidates.stream().anyMatch(table -> table.columns.names().isEmpty())) {
                return;
            }
        }
        throw new AssertionError("an unknown column " + SqlPrinter.print(column));
    }

    private static boolean contains(Columns columns, String name) {
        return columns.names().orElse(List.of()).stream().anyMatch(name::equalsIgnoreCase);
    }

    private static boolean isCalled(Table table, TableName name) {
        return table.name.equalsIgnoreCase(name.name());
    }

    private static void checkUnique(List<String> names, String of) {
        Set<String> known = new HashSet<>();
        names.stream().filter(name -> !name.isEmpty())
                .forEach(name -> check(known.add(lower(name)), "two " + of + " called " + name));
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }
}
