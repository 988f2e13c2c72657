package dev.shardroute.planner.semantics;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.planner.semantics.TableInfo.Derived;
import dev.shardroute.planner.semantics.TableInfo.DerivedColumn;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.SelectItem;
import dev.shardroute.sql.function.ExpressionType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The rows of a set operation, which its ORDER BY and the query around it name.
 *
 * @param first    the rows as a table; where columns have the same name, only the first of them is in it
 * @param columns  all columns, each being one of the rows; empty unless {@code complete}
 * @param tables   the tables that columns may come from, unless {@code complete}
 * @param complete true when all columns of all queries are known
 */
record UnionRows(Derived first, List<DerivedColumn> columns, TableSet tables, boolean complete) {
    /** Copies the list. */
    UnionRows {
        columns = List.copyOf(columns);
    }

    /** The rows of these queries, added to the tables of the statement. */
    static UnionRows of(List<BoundQuery> queries, Tables tables) {
        if (!queries.stream().allMatch(BoundQuery::complete)) {
            TableSet origins = origins(queries);
            Derived rows = (Derived) tables.add(number -> new Derived(number, "", List.of(), origins, false));
            return new UnionRows(rows, List.of(), origins, false);
        }
        List<DerivedColumn> merged = new ArrayList<>();
        for (int i = 0; i < queries.getFirst().columns().size(); i++) {
            merged.add(merged(i, queries, tables));
        }
        return complete(merged, tables);
    }

    private static TableSet origins(List<BoundQuery> queries) {
        TableSet origins = TableSet.EMPTY;
        for (BoundQuery query : queries) {
            origins = origins.union(query.tables());
            for (DerivedColumn column : query.columns()) {
                origins = origins.union(column.recursive());
            }
        }
        return origins;
    }

    private static DerivedColumn merged(int index, List<BoundQuery> queries, Tables tables) {
        TableSet recursive = TableSet.EMPTY;
        List<Optional<ExpressionType>> types = new ArrayList<>();
        for (BoundQuery query : queries) {
            recursive = recursive.union(query.columns().get(index).recursive());
            types.add(query.columns().get(index).type());
        }
        DerivedColumn first = queries.getFirst().columns().get(index);
        return new DerivedColumn(first.name(), first.expression(), recursive, tables.merged(types));
    }

    /** A table has no two columns of a name: there are as many tables as columns that share one. */
    private static UnionRows complete(List<DerivedColumn> merged, Tables tables) {
        List<DerivedColumn> columns = new ArrayList<>(merged);
        List<Integer> left = new ArrayList<>();
        for (int i = 0; i < merged.size(); i++) {
            left.add(i);
        }
        Derived first = takeOut(left, merged, columns, tables);
        while (!left.isEmpty()) {
            takeOut(left, merged, columns, tables);
        }
        return new UnionRows(first, columns, TableSet.EMPTY, true);
    }

    private static Derived takeOut(List<Integer> left, List<DerivedColumn> merged, List<DerivedColumn> columns,
            Tables tables) {
        Set<String> names = new HashSet<>();
        List<Integer> taken = left.stream()
                .filter(index -> names.add(merged.get(index).name().toLowerCase(Locale.ROOT))).toList();
        left.removeAll(taken);
        Derived rows = (Derived) tables.add(
                number -> new Derived(number, "", taken.stream().map(merged::get).toList(), TableSet.EMPTY, true));
        for (int index : taken) {
            DerivedColumn column = merged.get(index);
            columns.set(index, new DerivedColumn(column.name(), rows.outside(column), column.recursive(),
                    column.type()));
        }
        return rows;
    }

    /** The columns as a select list. */
    List<SelectItem> items() {
        return columns.stream().<SelectItem>map(column -> new SelectItem.Item(column.expression(), null)).toList();
    }

    /** True when several columns have the name. */
    boolean isAmbiguous(String name) {
        return columns.stream().filter(column -> column.name().equalsIgnoreCase(name)).count() > 1;
    }

    /** The column at the place that a number in ORDER BY means. */
    Expression at(String place, String clause) {
        if (!complete) {
            throw ErrorCode.VT09015.error("the " + clause + " has the number of a column, and a query has a star");
        }
        int number = place.length() > 9 ? 0 : Integer.parseInt(place);
        if (number < 1 || number > columns.size()) {
            throw ErrorCode.VT03014.error(place, clause);
        }
        return columns.get(number - 1).expression();
    }
}
