package dev.shardroute.sql.printer;

import dev.shardroute.sql.ast.Assignment;
import dev.shardroute.sql.ast.Clause;
import dev.shardroute.sql.ast.CommonTable;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.GroupBy;
import dev.shardroute.sql.ast.InsertSource;
import dev.shardroute.sql.ast.Into;
import dev.shardroute.sql.ast.Limit;
import dev.shardroute.sql.ast.Locking;
import dev.shardroute.sql.ast.NamedWindow;
import dev.shardroute.sql.ast.Node;
import dev.shardroute.sql.ast.OrderItem;
import dev.shardroute.sql.ast.RowAlias;
import dev.shardroute.sql.ast.SelectItem;
import dev.shardroute.sql.ast.SetVariables.Setting;
import dev.shardroute.sql.ast.Show;
import dev.shardroute.sql.ast.Statement;
import dev.shardroute.sql.ast.TableExpression;
import dev.shardroute.sql.ast.Window;
import dev.shardroute.sql.ast.With;

/** Prints nodes of any kind: the index of the printers. */
final class NodePrinter {
    private final SqlWriter out;
    private final ExpressionPrinter expressions;

    NodePrinter(SqlWriter out) {
        this.out = out;
        this.expressions = new ExpressionPrinter(out);
    }

    void print(Node node) {
        switch (node) {
            case Statement statement -> new StatementPrinter(out, expressions).print(statement);
            case Expression expression -> expressions.print(expression);
            case SelectItem item -> new QueryPrinter(out, expressions).print(item);
            case TableExpression table -> new TablePrinter(out, expressions).print(table);
            case Clause clause -> print(clause, new ClausePrinter(out, expressions));
        }
    }

    private void print(Clause clause, ClausePrinter clauses) {
        switch (clause) {
            case Assignment assignment -> clauses.print(assignment);
            case GroupBy groupBy -> clauses.print(groupBy);
            case Into into -> clauses.print(into);
            case Limit limit -> clauses.print(limit);
            case Locking lock -> clauses.print(lock);
            case NamedWindow window -> clauses.print(window);
            case OrderItem item -> clauses.print(item);
            case RowAlias alias -> clauses.print(alias);
            case Window window -> clauses.print(window);
            case Window.Frame frame -> clauses.print(frame);
            case Window.Bound bound -> clauses.print(bound);
            case CommonTable table -> new QueryPrinter(out, expressions).print(table);
            case With with -> new QueryPrinter(out, expressions).print(with);
            case InsertSource source -> new StatementPrinter(out, expressions).print(source);
            case Setting setting -> new SessionStatementPrinter(out, expressions).print(setting);
            case Show.Filter filter -> new ShowPrinter(out, expressions).print(filter);
        }
    }
}
