package dev.shardroute.sql.printer;

import dev.shardroute.sql.ast.Assignment;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.FileFormat;
import dev.shardroute.sql.ast.GroupBy;
import dev.shardroute.sql.ast.Into;
import dev.shardroute.sql.ast.Limit;
import dev.shardroute.sql.ast.Locking;
import dev.shardroute.sql.ast.NamedWindow;
import dev.shardroute.sql.ast.OrderItem;
import dev.shardroute.sql.ast.RowAlias;
import dev.shardroute.sql.ast.Window;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Prints the clauses that statements of several kinds have. */
final class ClausePrinter {
    private final SqlWriter out;
    private final ExpressionPrinter expressions;

    ClausePrinter(SqlWriter out, ExpressionPrinter expressions) {
        this.out = out;
        this.expressions = expressions;
    }

    /** A keyword and an expression; nothing for null. */
    void printOptional(String keyword, @Nullable Expression expression) {
        if (expression != null) {
            out.append(keyword);
            expressions.print(expression);
        }
    }

    // order and number of rows

    /** From the blank on; nothing for an empty order. */
    void printOrder(List<OrderItem> orderBy) {
        if (!orderBy.isEmpty()) {
            out.append(" order by ");
            printItems(orderBy);
        }
    }

    private void printItems(List<OrderItem> orderBy) {
        for (int i = 0; i < orderBy.size(); i++) {
            out.append(i == 0 ? "" : ", ");
            print(orderBy.get(i));
        }
    }

    void print(OrderItem item) {
        expressions.print(item.expression());
        out.append(item.descending() ? " desc" : isUnordered(item.expression()) ? "" : " asc");
    }

    /** Canonical SQL names no direction where none means anything. */
    private static boolean isUnordered(Expression expression) {
        return expression instanceof Expression.Null
                || (expression instanceof Expression.Call call && call.name().equalsIgnoreCase("rand"));
    }

    /** From the blank on; nothing for null. */
    void printLimit(@Nullable Limit limit) {
        if (limit != null) {
            out.append(" ");
            print(limit);
        }
    }

    void print(Limit limit) {
        out.append("limit ");
        if (limit.offset() != null) {
            expressions.print(limit.offset());
            out.append(", ");
        }
        expressions.print(limit.rowCount());
    }

    void print(GroupBy groupBy) {
        out.append("group by ");
        expressions.printAll(groupBy.expressions());
        out.append(groupBy.rollup() ? " with rollup" : "");
    }

    void print(Locking lock) {
        out.append(lock.strength().sql());
        if (!lock.tables().isEmpty()) {
            out.append(" of ").list(lock.tables(), ", ", out::tableName);
        }
        out.append(lock.policy().sql());
    }

    // assignments

    void print(Assignment assignment) {
        expressions.print(assignment.column());
        out.append(" = ");
        expressions.print(assignment.value());
    }

    void print(RowAlias alias) {
        out.append("as ").name(alias.name());
        if (!alias.columns().isEmpty()) {
            out.append(" (").names(alias.columns()).append(")");
        }
    }

    // windows

    void printWindows(List<NamedWindow> windows) {
        for (int i = 0; i < windows.size(); i++) {
            out.append(i == 0 ? " window " : ", ");
            print(windows.get(i));
        }
    }

    /** AS is in upper case in canonical SQL. */
    void print(NamedWindow window) {
        out.name(window.name()).append(" AS ");
        print(window.window());
    }

    void print(Window window) {
        switch (window) {
            case Window.Reference(var name) -> out.name(name);
            case Window.Specification specification -> printSpecification(specification);
        }
    }

    private void printSpecification(Window.Specification window) {
        out.append("(");
        int start = out.length();
        if (window.base() != null) {
            out.name(window.base());
        }
        if (!window.partitionBy().isEmpty()) {
            out.append(blank(start)).append("partition by ");
            expressions.printAll(window.partitionBy());
        }
        if (!window.orderBy().isEmpty()) {
            out.append(blank(start)).append("order by ");
            printItems(window.orderBy());
        }
        if (window.frame() != null) {
            out.append(blank(start));
            print(window.frame());
        }
        out.append(")");
    }

    private String blank(int start) {
        return out.length() == start ? "" : " ";
    }

    void print(Window.Frame frame) {
        out.append(frame.unit().name().toLowerCase(Locale.ROOT)).append(frame.end() == null ? " " : " between ");
        print(frame.start());
        if (frame.end() != null) {
            out.append(" and ");
            print(frame.end());
        }
    }

    void print(Window.Bound bound) {
        if (bound.offset() != null) {
            expressions.print(bound.offset());
            out.append(" ");
        }
        out.append(bound.kind().sql());
    }

    // INTO

    void print(Into into) {
        switch (into) {
            case Into.Dumpfile(var file) -> out.append("into dumpfile ").string(file);
            case Into.Variables(var variables) -> {
                out.append("into ");
                expressions.printAll(variables);
            }
            case Into.Outfile outfile -> printOutfile(outfile);
        }
    }

    private void printOutfile(Into.Outfile outfile) {
        out.append(outfile.s3() ? "into outfile s3 " : "into outfile ").string(outfile.file());
        if (outfile.charset() != null) {
            out.append(" character set ").charset(outfile.charset());
        }
        out.append(outfile.csv().sql());
        printOptions(" fields", outfile.format().fields());
        printOptions(" lines", outfile.format().lines());
        printSwitch(" manifest", outfile.manifest());
        printSwitch(" overwrite", outfile.overwrite());
    }

    private void printOptions(String word, List<FileFormat.Option> options) {
        out.append(options.isEmpty() ? "" : word);
        for (FileFormat.Option option : options) {
            out.append(" ").append(option.kind().sql()).append(" ").string(option.text());
        }
    }

    private void printSwitch(String word, @Nullable Boolean on) {
        if (on != null) {
            out.append(word).append(on ? " on" : " off");
        }
    }
}
