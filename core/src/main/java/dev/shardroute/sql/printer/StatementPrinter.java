package dev.shardroute.sql.printer;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.sql.ast.Administration;
import dev.shardroute.sql.ast.Assignment;
import dev.shardroute.sql.ast.CallProcedure;
import dev.shardroute.sql.ast.CommentOnly;
import dev.shardroute.sql.ast.Delete;
import dev.shardroute.sql.ast.Do;
import dev.shardroute.sql.ast.Explain;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Insert;
import dev.shardroute.sql.ast.InsertSource;
import dev.shardroute.sql.ast.Limit;
import dev.shardroute.sql.ast.OrderItem;
import dev.shardroute.sql.ast.PreparedStatement;
import dev.shardroute.sql.ast.Select;
import dev.shardroute.sql.ast.SelectItem;
import dev.shardroute.sql.ast.SetVariables;
import dev.shardroute.sql.ast.Show;
import dev.shardroute.sql.ast.Statement;
import dev.shardroute.sql.ast.TableExpression;
import dev.shardroute.sql.ast.TransactionStatement;
import dev.shardroute.sql.ast.Update;
import dev.shardroute.sql.ast.Use;
import dev.shardroute.sql.ast.VitessStatement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Prints statements and their clauses. */
final class StatementPrinter {
    private final SqlWriter out;
    private final ExpressionPrinter expressions;

    StatementPrinter(SqlWriter out, ExpressionPrinter expressions) {
        this.out = out;
        this.expressions = expressions;
    }

    void print(Statement statement) {
        switch (statement) {
            case Select select -> printSelect(select);
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
            case CommentOnly comments -> session().print(comments);
            default -> throw ErrorCode.VT12001.error(statement.getClass().getSimpleName());
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
                printAlias(alias);
            }
            default -> throw ErrorCode.VT12001.error(item.getClass().getSimpleName());
        }
    }

    void print(TableExpression table) {
        switch (table) {
            case TableExpression.Table(var name, var partitions, var alias, var hints) -> {
                out.tableName(name);
                printAlias(alias);
            }
            default -> throw ErrorCode.VT12001.error(table.getClass().getSimpleName());
        }
    }

    private void printSelect(Select select) {
        printVerb("select", select.comments());
        out.append(select.distinct() ? "distinct " : "").list(select.items(), ", ", this::print).append(" from ");
        if (select.from().isEmpty()) {
            out.append("dual");
        }
        out.list(select.from(), ", ", this::print);
        printClause(" where ", select.where());
        if (!select.groupBy().isEmpty()) {
            out.append(" group by ").list(select.groupBy().expressions(), ", ", expressions::print);
        }
        printClause(" having ", select.having());
        printOrder(select.orderBy(), select.limit());
        select.locks().forEach(lock -> out.append(" ").append(lock.strength().sql()));
    }

    private void printInsert(Insert insert) {
        printInsertHead(insert);
        if (insert.source() instanceof InsertSource.Rows(var rows)) {
            out.append(" values ").list(rows, ", ", expressions::printRow);
        }
        printInsertTail(insert);
    }

    /** From the verb to the column list. */
    void printInsertHead(Insert insert) {
        printVerb(insert.replace() ? "replace" : "insert", insert.comments());
        out.append(insert.ignore() ? "ignore into " : "into ").tableName(insert.table());
        if (!insert.columns().isEmpty()) {
            out.append("(").list(insert.columns(), ", ", out::name).append(")");
        }
    }

    /** What follows the rows. */
    void printInsertTail(Insert insert) {
        if (!insert.onDuplicate().isEmpty()) {
            out.append(" on duplicate key update ").list(insert.onDuplicate(), ", ", this::printAssignment);
        }
    }

    private void printUpdate(Update update) {
        printVerb("update", update.comments());
        out.append(update.ignore() ? "ignore " : "");
        out.list(update.tables(), ", ", this::print);
        out.append(" set ").list(update.assignments(), ", ", this::printAssignment);
        printClause(" where ", update.where());
        printOrder(update.orderBy(), update.limit());
    }

    private void printDelete(Delete delete) {
        printVerb("delete", delete.comments());
        out.append(delete.ignore() ? "ignore from " : "from ");
        out.list(delete.tables(), ", ", this::print);
        printClause(" where ", delete.where());
        printOrder(delete.orderBy(), delete.limit());
    }

    private SessionStatementPrinter session() {
        return new SessionStatementPrinter(out, expressions);
    }

    private void printVerb(String verb, List<String> comments) {
        out.append(verb).append(" ").list(comments, "", comment -> out.append(comment).append(" "));
    }

    private void printAlias(@Nullable String alias) {
        if (alias != null) {
            out.append(" as ").name(alias);
        }
    }

    private void printAssignment(Assignment assignment) {
        expressions.print(assignment.column());
        out.append(" = ");
        expressions.print(assignment.value());
    }

    /** Canonical SQL names no direction where none means anything. */
    private static boolean isUnordered(Expression expression) {
        return expression instanceof Expression.Null
                || (expression instanceof Expression.Call call && call.name().equalsIgnoreCase("rand"));
    }

    private void printClause(String keyword, @Nullable Expression expression) {
        if (expression != null) {
            out.append(keyword);
            expressions.print(expression);
        }
    }

    private void printOrder(List<OrderItem> orderBy, @Nullable Limit limit) {
        if (!orderBy.isEmpty()) {
            out.append(" order by ").list(orderBy, ", ", item -> {
                expressions.print(item.expression());
                out.append(item.descending() ? " desc" : isUnordered(item.expression()) ? "" : " asc");
            });
        }
        if (limit != null) {
            out.append(" limit ");
            if (limit.offset() != null) {
                expressions.print(limit.offset());
                out.append(", ");
            }
            expressions.print(limit.rowCount());
        }
    }
}
