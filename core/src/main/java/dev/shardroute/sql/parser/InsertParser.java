package dev.shardroute.sql.parser;

import dev.shardroute.sql.ast.Assignment;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Insert;
import dev.shardroute.sql.ast.InsertSource;
import dev.shardroute.sql.ast.Query;
import dev.shardroute.sql.ast.RowAlias;
import dev.shardroute.sql.ast.TableName;
import dev.shardroute.sql.lex.Keyword;
import dev.shardroute.sql.lex.TokenKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parses INSERT and REPLACE. */
final class InsertParser {
    private final TokenCursor cursor;
    private final ExpressionParser expressions;
    private final ClauseParser clauses;
    private final QueryParser queries;

    InsertParser(TokenCursor cursor, ExpressionParser expressions, ClauseParser clauses) {
        this.cursor = cursor;
        this.expressions = expressions;
        this.clauses = clauses;
        this.queries = expressions.queries();
    }

    /** What comes before the rows. */
    private record Head(List<String> comments, boolean replace, boolean ignore, TableName table,
            List<String> partitions) {}

    /** From the verb on. */
    Insert parse(boolean replace) {
        List<String> comments = cursor.commentsAfterVerb();
        refuseOptions(replace ? "REPLACE" : "INSERT");
        boolean ignore = !replace && cursor.accept(Keyword.IGNORE);
        cursor.accept(Keyword.INTO);
        Head head = new Head(comments, replace, ignore, clauses.tableName(), clauses.partitions());
        if (cursor.accept(Keyword.SET)) {
            return ofAssignments(head);
        }
        if (!cursor.accept(TokenKind.LEFT_PAREN)) {
            return ofColumns(head, List.of());
        }
        return queries.atQuery() || cursor.at(TokenKind.LEFT_PAREN)
                ? ofQuery(head, List.of(), queries.continueOpened())
                : ofColumns(head, columns(head.table));
    }

    private void refuseOptions(String verb) {
        clauses.refuseOption(verb, Keyword.LOW_PRIORITY);
        clauses.refuseOption(verb, Keyword.DELAYED);
        clauses.refuseOption(verb, Keyword.HIGH_PRIORITY);
    }

    private Insert ofColumns(Head head, List<String> columns) {
        if (queries.atQuery() || cursor.at(TokenKind.LEFT_PAREN)) {
            return ofQuery(head, columns, queries.query(Place.INSERTED));
        }
        if (!cursor.accept(Keyword.VALUE)) {
            cursor.expect(Keyword.VALUES);
        }
        List<List<Expression>> rows = new ArrayList<>();
        do {
            rows.add(clauses.insertedRow());
        } while (cursor.accept(TokenKind.COMMA));
        return ofRows(head, columns, rows);
    }

    private Insert ofAssignments(Head head) {
        List<String> columns = new ArrayList<>();
        List<Expression> row = new ArrayList<>();
        for (Assignment assignment : clauses.assignments()) {
            columns.add(name(head.table, assignment.column()));
            row.add(assignment.value());
        }
        return ofRows(head, columns, List.of(row));
    }

    private Insert ofRows(Head head, List<String> columns, List<List<Expression>> rows) {
        RowAlias alias = head.replace ? null : alias();
        return insert(head, columns, new InsertSource.Rows(rows), alias);
    }

    /** The rows of a query have no name. */
    private Insert ofQuery(Head head, List<String> columns, Query query) {
        return insert(head, columns, new InsertSource.FromQuery(query), null);
    }

    private Insert insert(Head head, List<String> columns, InsertSource source, @Nullable RowAlias alias) {
        List<Assignment> onDuplicate = head.replace ? List.of() : onDuplicate();
        return new Insert(head.comments, head.replace, head.ignore, head.table, head.partitions, columns, source, alias,
                onDuplicate);
    }

    /** Up to the closing parenthesis; no columns are all columns. */
    private List<String> columns(TableName table) {
        if (cursor.accept(TokenKind.RIGHT_PAREN)) {
            return List.of();
        }
        List<String> columns = new ArrayList<>();
        do {
            columns.add(name(table, expressions.column()));
        } while (cursor.accept(TokenKind.COMMA));
        cursor.expect(TokenKind.RIGHT_PAREN);
        return columns;
    }

    /** The column without its table, which can only be the one that rows are inserted into. */
    private static String name(TableName table, Expression.Column column) {
        TableName qualifier = column.table();
        boolean isOther = qualifier != null && !qualifier.name().equals(table.name());
        if (isOther || (qualifier != null && qualifier.qualifier() != null && !qualifier.equals(table))) {
            throw TokenCursor.unsupported("a column of another table in INSERT");
        }
        return column.name();
    }

    private @Nullable RowAlias alias() {
        if (!cursor.accept(Keyword.AS)) {
            return null;
        }
        return new RowAlias(cursor.name("an alias"), clauses.optionalNames("a column"));
    }

    private List<Assignment> onDuplicate() {
        if (!cursor.accept(Keyword.ON)) {
            return List.of();
        }
        cursor.expect(Keyword.DUPLICATE);
        cursor.expect(Keyword.KEY);
        cursor.expect(Keyword.UPDATE);
        return clauses.assignments();
    }
}
