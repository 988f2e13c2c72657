package dev.shardroute.sql.printer;

import dev.shardroute.sql.ast.IndexHint;
import dev.shardroute.sql.ast.JsonTable;
import dev.shardroute.sql.ast.TableExpression;
import dev.shardroute.sql.ast.TableExpression.Derived;
import dev.shardroute.sql.ast.TableExpression.Join;
import dev.shardroute.sql.ast.TableExpression.JoinType;
import dev.shardroute.sql.ast.TableExpression.Parenthesized;
import dev.shardroute.sql.ast.TableExpression.Table;
import dev.shardroute.sql.ast.TableName;
import java.util.List;

/** Prints what rows come from. */
final class TablePrinter {
    private static final Table DUAL = new Table(TableName.of("dual"), null);

    private final SqlWriter out;
    private final ExpressionPrinter expressions;

    TablePrinter(SqlWriter out, ExpressionPrinter expressions) {
        this.out = out;
        this.expressions = expressions;
    }

    void printAll(List<TableExpression> tables) {
        for (int i = 0; i < tables.size(); i++) {
            out.append(i == 0 ? "" : ", ");
            print(tables.get(i));
        }
    }

    void print(TableExpression table) {
        switch (table) {
            case Table named -> printTable(named);
            case Join join -> printJoin(join);
            case Derived derived -> printDerived(derived);
            case TableExpression.Bound(var written, var number) -> printBound(written);
            case Parenthesized(var tables) -> {
                out.append("(");
                printAll(tables);
                out.append(")");
            }
            case JsonTable json -> printJsonTable(json);
        }
    }

    /** In a bound statement, {@code dual} without alias is the table of a SELECT that has none. */
    private void printBound(TableExpression written) {
        if (written.equals(DUAL)) {
            out.append("dual");
        } else {
            print(written);
        }
    }

    /** DELETE of one table has the partitions behind the alias. */
    void printDeleted(TableExpression deleted) {
        if (deleted instanceof Table table && !table.partitions().isEmpty()) {
            print(new Table(table.name(), List.of(), table.alias(), table.hints()));
            printPartitions(table.partitions());
        } else {
            print(deleted);
        }
    }

    private void printTable(Table table) {
        out.tableName(table.name());
        printPartitions(table.partitions());
        if (table.alias() != null) {
            out.append(" as ").name(table.alias());
        }
        for (IndexHint hint : table.hints()) {
            out.append(" ").append(hint.action().sql()).append(hint.purpose().sql());
            out.append(" (").names(hint.names()).append(")");
        }
    }

    /** From the blank on; nothing for none. */
    void printPartitions(List<String> partitions) {
        if (!partitions.isEmpty()) {
            out.append(" partition (").names(partitions).append(")");
        }
    }

    private void printDerived(Derived derived) {
        out.append(derived.lateral() ? "lateral (" : "(");
        new QueryPrinter(out, expressions).print(derived.query());
        out.append(") as ").name(derived.alias());
        if (!derived.columns().isEmpty()) {
            out.append("(").names(derived.columns()).append(")");
        }
    }

    // joins

    private void printJoin(Join join) {
        print(join.left());
        out.append(" ").append(join.type().sql()).append(" ");
        printRight(join);
        if (join.on() != null) {
            out.append(" on ");
            expressions.print(join.on());
        } else if (!join.using().isEmpty()) {
            out.append(" using (").names(join.using()).append(")");
        }
    }

    /** A join takes what stands to its left first, unless there are conditions for both. */
    private void printRight(Join join) {
        boolean isBare = !(join.right() instanceof Join right) || (hasCondition(join) && isClosed(right));
        out.append(isBare ? "" : "(");
        print(join.right());
        out.append(isBare ? "" : ")");
    }

    /** True when no condition that follows can be taken for one of a join that the table is, or has at its left. */
    static boolean isClosed(TableExpression table) {
        TableExpression left = table;
        while (left instanceof Join inner && (hasCondition(inner) || isNatural(inner.type()))) {
            left = inner.left();
        }
        return !(left instanceof Join);
    }

    private static boolean hasCondition(Join join) {
        return join.on() != null || !join.using().isEmpty();
    }

    private static boolean isNatural(JoinType type) {
        return switch (type) {
            case NATURAL, NATURAL_LEFT, NATURAL_RIGHT -> true;
            case JOIN, STRAIGHT_JOIN, LEFT, RIGHT -> false;
        };
    }

    // JSON_TABLE, which canonical SQL has on several lines

    private void printJsonTable(JsonTable json) {
        out.append("json_table(");
        expressions.print(json.document());
        out.append(", ");
        expressions.print(json.path());
        printColumns(json.columns());
        out.append("\t)\n) as ").name(json.alias());
    }

    private void printColumns(List<JsonTable.Column> columns) {
        out.append(" columns(\n");
        FormPrinter forms = new FormPrinter(out, expressions);
        for (int i = 0; i < columns.size(); i++) {
            out.append(i == 0 ? "\t" : ",\n\t");
            print(columns.get(i), forms);
        }
        out.append("\n");
    }

    private void print(JsonTable.Column column, FormPrinter forms) {
        switch (column) {
            case JsonTable.Column.Ordinality(var name) -> out.name(name).append(" for ordinality");
            case JsonTable.Column.Nested(var path, var columns) -> {
                out.append("nested path ");
                expressions.print(path);
                printColumns(columns);
                out.append(")");
            }
            case JsonTable.Column.Path path -> {
                out.name(path.name()).append(" ");
                forms.print(path.type(), ",");
                out.append(path.exists() ? " exists path " : " path ");
                expressions.print(path.path());
                out.append(" ");
                forms.printFallback("", path.onEmpty(), " on empty ");
                forms.printFallback("", path.onError(), " on error ");
            }
        }
    }
}
