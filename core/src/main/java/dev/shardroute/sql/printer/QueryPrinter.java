package dev.shardroute.sql.printer;

import dev.shardroute.sql.ast.CommonTable;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Locking;
import dev.shardroute.sql.ast.Query;
import dev.shardroute.sql.ast.Select;
import dev.shardroute.sql.ast.SelectItem;
import dev.shardroute.sql.ast.SetOperation;
import dev.shardroute.sql.ast.SetOperation.Arm;
import dev.shardroute.sql.ast.SetOperation.Operator;
import dev.shardroute.sql.ast.ValuesRows;
import dev.shardroute.sql.ast.With;
import dev.shardroute.sql.printer.SqlTemplate.Site;
import dev.shardroute.sql.printer.SqlWriter.Form;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Prints queries. */
final class QueryPrinter {
    private final SqlWriter out;
    private final ExpressionPrinter expressions;
    private final ClausePrinter clauses;
    private final TablePrinter tables;

    QueryPrinter(SqlWriter out, ExpressionPrinter expressions) {
        this.out = out;
        this.expressions = expressions;
        this.clauses = new ClausePrinter(out, expressions);
        this.tables = new TablePrinter(out, expressions);
    }

    void print(Query query) {
        printWith(query.with());
        switch (query) {
            case Select select when out.form() == Form.FIELDS -> printFields(select);
            case Select select -> printSelect(select);
            case SetOperation operation -> printOperation(operation);
            case ValuesRows values -> printValues(values);
        }
    }

    // WITH

    /** Nothing for null. */
    void printWith(@Nullable With with) {
        if (with != null) {
            print(with);
        }
    }

    /** With a blank at its end; in canonical SQL there is also one before each comma. */
    void print(With with) {
        out.append(with.recursive() ? "with recursive " : "with ");
        List<CommonTable> all = with.tables();
        for (int i = 0; i < all.size(); i++) {
            out.append(i == 0 ? "" : ", ");
            print(all.get(i));
            out.append(" ");
        }
    }

    void print(CommonTable table) {
        out.name(table.name());
        if (!table.columns().isEmpty()) {
            out.append("(").names(table.columns()).append(")");
        }
        out.append(" as (");
        print(table.query());
        out.append(")");
    }

    // SELECT

    private void printSelect(Select select) {
        out.append("select ").comments(select.comments()).append(select.distinct() ? "distinct " : "");
        for (Select.Option option : select.options()) {
            out.append(option.name().toLowerCase(Locale.ROOT)).append(" ");
        }
        printItems(select.items());
        out.append(select.from().isEmpty() ? " from dual" : " from ");
        tables.printAll(select.from());
        clauses.printOptional(" where ", select.where());
        printGroups(select);
        clauses.printOptional(" having ", select.having());
        clauses.printWindows(select.windows());
        clauses.printOrder(select.orderBy());
        clauses.printLimit(select.limit());
        printLocks(select.locks());
        if (select.into() != null) {
            out.append(" ");
            clauses.print(select.into());
        }
    }

    private void printFields(Select select) {
        out.append("select ");
        printItems(select.items());
        out.append(select.from().isEmpty() ? " from dual" : " from ");
        tables.printAll(select.from());
        out.append(" where 1 != 1");
        printGroups(select);
        clauses.printWindows(select.windows());
    }

    private void printGroups(Select select) {
        if (!select.groupBy().isEmpty()) {
            out.append(" ");
            clauses.print(select.groupBy());
        }
    }

    private void printItems(List<SelectItem> items) {
        for (int i = 0; i < items.size(); i++) {
            out.append(i == 0 ? "" : ", ");
            print(items.get(i));
        }
    }

    void print(SelectItem item) {
        switch (item) {
            case SelectItem.Star(var table) -> {
                if (table != null) {
                    out.tableName(table).append(".");
                }
                out.append("*");
            }
            case SelectItem.Item(var expression, var alias) -> {
                expressions.print(expression);
                if (alias != null) {
                    out.append(" as ").name(alias);
                }
            }
            case SelectItem.NextValues(var count) -> {
                out.append("next ");
                expressions.print(count);
                out.append(" values");
            }
        }
    }

    private void printLocks(List<Locking> locks) {
        for (Locking lock : locks) {
            out.append(" ");
            clauses.print(lock);
        }
    }

    // set operations

    private void printOperation(SetOperation operation) {
        boolean isIntersection = isIntersection(operation);
        printOperand(operation.first(), isBareFirst(operation.first(), isIntersection));
        for (Arm arm : operation.arms()) {
            out.append(" ").append(arm.operator().name().toLowerCase(Locale.ROOT)).append(arm.all() ? " all " : " ");
            printOperand(arm.query(), isBare(arm.query(), isIntersection));
        }
        if (out.form() == Form.FIELDS) {
            return;
        }
        clauses.printOrder(operation.orderBy());
        clauses.printLimit(operation.limit());
        printLocks(operation.locks());
        if (operation.into() != null) {
            out.append(" ");
            clauses.print(operation.into());
        }
    }

    private void printOperand(Query query, boolean isBare) {
        out.append(isBare ? "" : "(");
        print(query);
        out.append(isBare ? "" : ")");
    }

    /** INTERSECT binds more tightly than the others. */
    private static boolean isIntersection(SetOperation operation) {
        return operation.arms().getFirst().operator() == Operator.INTERSECT;
    }

    /** Operators of one kind are taken from left to right, so parentheses at the left change nothing. */
    private static boolean isBareFirst(Query query, boolean inIntersection) {
        return isBare(query, inIntersection)
                || (query instanceof SetOperation operation && isPlain(query)
                        && isIntersection(operation) == inIntersection);
    }

    private static boolean isBare(Query query, boolean inIntersection) {
        boolean isTighter =
                !(query instanceof SetOperation operation) || (!inIntersection && isIntersection(operation));
        return isTighter && isPlain(query);
    }

    /** True where nothing of the query could be taken for a part of what it is in. */
    private static boolean isPlain(Query query) {
        return query.with() == null && hasNothingBehind(query);
    }

    private static boolean hasNothingBehind(Query query) {
        boolean isOrdered = !query.orderBy().isEmpty() || query.limit() != null;
        return !isOrdered && switch (query) {
            case Select select -> select.locks().isEmpty() && select.into() == null;
            case SetOperation operation -> operation.locks().isEmpty() && operation.into() == null;
            case ValuesRows values -> true;
        };
    }

    /** True when the last thing in the query is a join that ON behind the query would be taken for the condition of. */
    static boolean endsInJoin(Query query) {
        Query last = query;
        while (last instanceof SetOperation operation && hasNothingBehind(operation)) {
            last = operation.arms().getLast().query();
        }
        return last instanceof Select select && hasNothingBehind(select) && select.where() == null
                && select.groupBy().isEmpty()
                && select.having() == null && select.windows().isEmpty() && !select.from().isEmpty()
                && !TablePrinter.isClosed(select.from().getLast());
    }

    // VALUES

    private void printValues(ValuesRows values) {
        out.append("values ").comments(values.comments());
        List<List<Expression>> rows = values.rows();
        for (int i = 0; i < rows.size(); i++) {
            out.append(i == 0 ? "row" : ", row");
            expressions.printRow(rows.get(i));
        }
        if (values.list() != null) {
            out.variable(values.list().name(), Site.Kind.ROWS);
        }
        clauses.printOrder(values.orderBy());
        clauses.printLimit(values.limit());
    }
}
