package dev.shardroute.sql.printer;

import dev.shardroute.sql.ast.Administration;
import dev.shardroute.sql.ast.Assignment;
import dev.shardroute.sql.ast.CallProcedure;
import dev.shardroute.sql.ast.CommentOnly;
import dev.shardroute.sql.ast.Ddl;
import dev.shardroute.sql.ast.Delete;
import dev.shardroute.sql.ast.Do;
import dev.shardroute.sql.ast.Explain;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Insert;
import dev.shardroute.sql.ast.InsertSource;
import dev.shardroute.sql.ast.PreparedStatement;
import dev.shardroute.sql.ast.Query;
import dev.shardroute.sql.ast.SetVariables;
import dev.shardroute.sql.ast.Show;
import dev.shardroute.sql.ast.Statement;
import dev.shardroute.sql.ast.TransactionStatement;
import dev.shardroute.sql.ast.Update;
import dev.shardroute.sql.ast.Use;
import dev.shardroute.sql.ast.VitessStatement;
import java.util.List;

/** Prints statements: the index of their kinds, and those that change rows. */
final class StatementPrinter {
    private final SqlWriter out;
    private final ExpressionPrinter expressions;
    private final QueryPrinter queries;
    private final ClausePrinter clauses;
    private final TablePrinter tables;

    StatementPrinter(SqlWriter out, ExpressionPrinter expressions) {
        this.out = out;
        this.expressions = expressions;
        this.queries = new QueryPrinter(out, expressions);
        this.clauses = new ClausePrinter(out, expressions);
        this.tables = new TablePrinter(out, expressions);
    }

    void print(Statement statement) {
        switch (statement) {
            case Query query -> queries.print(query);
            case Insert insert -> printInsert(insert);
            case Update update -> printUpdate(update);
            case Delete delete -> printDelete(delete);
            case SetVariables set -> session().print(set);
            case Use use -> session().print(use);
            case Show show -> session().print(show);
            case TransactionStatement transaction -> session().print(transaction);
            case PreparedStatement prepared -> session().print(prepared);
            case Explain explain -> session().print(explain);
            case Administration administration -> session().print(administration);
            case VitessStatement vitess -> session().print(vitess);
            case CallProcedure call -> session().print(call);
            case Do evaluation -> session().print(evaluation);
            case Ddl ddl -> out.statementText(ddl.text());
            case CommentOnly comments -> session().print(comments);
        }
    }

    private SessionStatementPrinter session() {
        return new SessionStatementPrinter(out, expressions);
    }

    // INSERT

    private void printInsert(Insert insert) {
        printInsertHead(insert);
        out.append(" ");
        boolean isOpen = !insert.onDuplicate().isEmpty() && insert.source() instanceof InsertSource.FromQuery(var query)
                && QueryPrinter.endsInJoin(query);
        out.append(isOpen ? "(" : "");
        print(insert.source());
        out.append(isOpen ? ")" : "");
        printInsertTail(insert);
    }

    /** From the verb to the column list. */
    void printInsertHead(Insert insert) {
        out.append(insert.replace() ? "replace " : "insert ").comments(insert.comments());
        out.append(insert.ignore() ? "ignore into " : "into ").tableName(insert.table());
        tables.printPartitions(insert.partitions());
        if (!insert.columns().isEmpty()) {
            out.append("(").names(insert.columns()).append(")");
        }
    }

    void print(InsertSource source) {
        switch (source) {
            case InsertSource.Rows(var rows) -> printRows(rows);
            case InsertSource.FromQuery(var query) -> queries.print(query);
        }
    }

    private void printRows(List<List<Expression>> rows) {
        for (int i = 0; i < rows.size(); i++) {
            out.append(i == 0 ? "values " : ", ");
            expressions.printRow(rows.get(i));
        }
    }

    /** What follows the rows. */
    void printInsertTail(Insert insert) {
        if (insert.alias() != null) {
            out.append(" ");
            clauses.print(insert.alias());
        }
        if (!insert.onDuplicate().isEmpty()) {
            out.append(" on duplicate key update ");
            printAssignments(insert.onDuplicate());
        }
    }

    private void printAssignments(List<Assignment> assignments) {
        for (int i = 0; i < assignments.size(); i++) {
            out.append(i == 0 ? "" : ", ");
            clauses.print(assignments.get(i));
        }
    }

    // UPDATE and DELETE

    private void printUpdate(Update update) {
        queries.printWith(update.with());
        out.append("update ").comments(update.comments()).append(update.ignore() ? "ignore " : "");
        tables.printAll(update.tables());
        out.append(" set ");
        printAssignments(update.assignments());
        clauses.printOptional(" where ", update.where());
        clauses.printOrder(update.orderBy());
        clauses.printLimit(update.limit());
    }

    private void printDelete(Delete delete) {
        queries.printWith(delete.with());
        out.append("delete ").comments(delete.comments()).append(delete.ignore() ? "ignore " : "");
        if (delete.targets().isEmpty()) {
            out.append("from ");
            tables.printDeleted(delete.tables().getFirst());
        } else {
            out.list(delete.targets(), ", ", out::tableName).append(" from ");
            tables.printAll(delete.tables());
        }
        clauses.printOptional(" where ", delete.where());
        clauses.printOrder(delete.orderBy());
        clauses.printLimit(delete.limit());
    }
}
