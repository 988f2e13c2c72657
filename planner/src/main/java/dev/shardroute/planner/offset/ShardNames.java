package dev.shardroute.planner.offset;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.planner.operator.Items;
import dev.shardroute.planner.operator.Planning;
import dev.shardroute.planner.semantics.SemanticTable;
import dev.shardroute.planner.semantics.TableInfo;
import dev.shardroute.sql.ast.Expression.BoundColumn;
import dev.shardroute.sql.ast.Node;
import dev.shardroute.sql.ast.Nodes;
import dev.shardroute.sql.ast.Query;
import dev.shardroute.sql.ast.Select;
import dev.shardroute.sql.ast.SelectItem;
import dev.shardroute.sql.ast.SetOperation;
import dev.shardroute.sql.ast.TableExpression;
import dev.shardroute.sql.ast.TableExpression.Bound;
import dev.shardroute.sql.ast.TableExpression.Derived;
import dev.shardroute.sql.printer.SqlPrinter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a query of which shards would not find the columns: tables that are not there, and what a derived table does not show.
 * Each such query is one that planning has taken apart wrongly; it must not be sent.
 */
final class ShardNames {
    private final Planning planning;

    private ShardNames(Planning planning) {
        this.planning = planning;
    }

    /**
     * Checks the query of a route.
     *
     * @throws dev.shardroute.error.ShardrouteException {@code VT12001}
     */
    static void check(Query query, Planning planning) {
        new ShardNames(planning).query(query, null);
    }

    /**
     * The tables of a SELECT by number, each with the names of its columns if these are known. Where some table has no number,
     * a column without qualifier may be one of it.
     */
    private record Scope(Map<Integer, Optional<Set<String>>> tables, boolean isNumbered, @Nullable Scope outer) {}

    private void query(Query query, @Nullable Scope outer) {
        switch (query) {
            case Select select -> select(select, outer);
            case SetOperation union -> {
                query(union.first(), outer);
                union.arms().forEach(arm -> query(arm.query(), outer));
            }
            default -> {
            }
        }
    }

    private void select(Select select, @Nullable Scope outer) {
        if (select.with() != null) {
            return; // the columns of recursive common table expressions have the numbers of others
        }
        Scope scope = new Scope(new HashMap<>(), select.from().stream().allMatch(ShardNames::isNumbered), outer);
        select.from().forEach(table -> table(table, scope));
        Nodes.forEachPart(select, part -> part(part, scope));
    }

    private static boolean isNumbered(TableExpression table) {
        return switch (table) {
            case Bound bound -> true;
            case TableExpression.Join join -> isNumbered(join.left()) && isNumbered(join.right());
            case TableExpression.Parenthesized(var tables) -> tables.stream().allMatch(ShardNames::isNumbered);
            default -> false;
        };
    }

    // tables

    private void table(TableExpression table, Scope scope) {
        switch (table) {
            case Bound(Derived derived, var number) -> {
                query(derived.query(), derived.lateral() ? scope : scope.outer);
                scope.tables.put(number, names(derived));
            }
            case Bound(var written, var number) -> scope.tables.put(number, Optional.empty());
            case Derived derived -> query(derived.query(), scope.outer);
            case TableExpression.Join join -> {
                table(join.left(), scope);
                table(join.right(), scope);
            }
            case TableExpression.Parenthesized(var tables) -> tables.forEach(inner -> table(inner, scope));
            default -> {
            }
        }
    }

    private static Optional<Set<String>> names(Derived derived) {
        return derived.columns().isEmpty()
                ? Items.known(SemanticTable.items(derived.query())).map(ShardNames::names)
                : Optional.of(derived.columns().stream().map(ShardNames::lower).collect(Collectors.toSet()));
    }

    private static Set<String> names(List<SelectItem.Item> items) {
        return items.stream().map(Items::name).map(ShardNames::lower).collect(Collectors.toSet());
    }

    // columns

    private void part(Node node, Scope scope) {
        switch (node) {
            case Derived derived -> {
                // looked at before
            }
            case Query query -> query(query, scope);
            case BoundColumn column -> column(column, scope);
            default -> Nodes.forEachPart(node, part -> part(part, scope));
        }
    }

    private void column(BoundColumn column, Scope scope) {
        boolean isNumbered = true;
        for (Scope here = scope; here != null; here = here.outer) {
            isNumbered = isNumbered && here.isNumbered;
            Optional<Set<String>> names = here.tables.get(column.source());
            if (names != null) {
                if (names.isEmpty() || names.get().isEmpty() || names.get().contains(lower(column.name()))) {
                    return;
                }
                throw unknown(column);
            }
        }
        boolean isHere = isTable(column.source(), isNumbered || column.column().table() != null)
                ? !isNumbered && column.column().table() == null
                : !isNumbered || column.column().table() != null || isShown(column.name(), scope);
        if (!isHere) {
            throw unknown(column);
        }
    }

    /** True for a column of the rows of a union that a table may have: it goes by its name only. */
    private static boolean isShown(String name, Scope scope) {
        for (Scope here = scope; here != null; here = here.outer) {
            if (here.tables.values().stream().anyMatch(
                    names -> names.isEmpty() || names.get().isEmpty() || names.get().contains(lower(name)))) {
                return true;
            }
        }
        return false;
    }

    /** False for the rows of unions and of recursive steps; a recursion may be a table without number. */
    private boolean isTable(int number, boolean isRecursion) {
        return number < planning.semantics().tables().size() && switch (planning.semantics().info(number)) {
            case TableInfo.Real real -> true;
            case TableInfo.Derived derived -> !derived.isResult();
            case TableInfo.Vindex vindex -> true;
            case TableInfo.Recursive recursive -> isRecursion;
            case TableInfo.RecursiveTable recursive -> false;
        };
    }

    private static RuntimeException unknown(BoundColumn column) {
        return ErrorCode.VT12001.error("a query of several shards that needs a column in a place where it is not: "
                + SqlPrinter.print(column));
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
