package dev.shardroute.sql.parser;

import dev.shardroute.sql.ast.Assignment;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Insert;
import dev.shardroute.sql.ast.InsertSource;
import dev.shardroute.sql.ast.TableName;
import dev.shardroute.sql.lex.Keyword;
import dev.shardroute.sql.lex.TokenKind;
import java.util.List;

/** Parses INSERT and REPLACE. */
final class InsertParser {
    private final TokenCursor cursor;
    private final ExpressionParser expressions;
    private final ClauseParser clauses;

    InsertParser(TokenCursor cursor, ExpressionParser expressions, ClauseParser clauses) {
        this.cursor = cursor;
        this.expressions = expressions;
        this.clauses = clauses;
    }

    /** From the verb on. */
    Insert parse(boolean replace) {
        List<String> comments = cursor.commentsAfterVerb();
        refusePriority();
        boolean ignore = !replace && cursor.accept(Keyword.IGNORE);
        cursor.accept(Keyword.INTO);
        TableName table = clauses.tableName();
        refuseOtherForms();
        if (cursor.accept(Keyword.SET)) {
            return ofAssignments(comments, replace, ignore, table);
        }
        List<String> columns = cursor.accept(TokenKind.LEFT_PAREN) ? columns(table) : List.of();
        refuseOtherForms();
        if (!cursor.accept(Keyword.VALUE)) {
            cursor.expect(Keyword.VALUES);
        }
        List<List<Expression>> rows = cursor.commaList(this::row);
        return new Insert(comments, replace, ignore, table, List.of(), columns, new InsertSource.Rows(rows), null,
                onDuplicate(replace));
    }

    private void refusePriority() {
        if (cursor.atWord("LOW_PRIORITY") || cursor.atWord("HIGH_PRIORITY") || cursor.atWord("DELAYED")) {
            throw TokenCursor.unsupported("INSERT " + cursor.text());
        }
    }

    private void refuseOtherForms() {
        switch (cursor.keyword()) {
            case SELECT, WITH, TABLE -> throw TokenCursor.unsupported("INSERT … SELECT");
            case PARTITION -> throw TokenCursor.unsupported("PARTITION");
            case AS -> throw TokenCursor.unsupported("row aliases in INSERT");
            default -> {
            }
        }
    }

    private Insert ofAssignments(List<String> comments, boolean replace, boolean ignore, TableName table) {
        List<Assignment> assignments = cursor.commaList(clauses::assignment);
        List<String> columns = assignments.stream().map(assignment -> name(table, assignment.column())).toList();
        List<Expression> row = assignments.stream().map(Assignment::value).toList();
        return new Insert(comments, replace, ignore, table, List.of(), columns, new InsertSource.Rows(List.of(row)),
                null,
                onDuplicate(replace));
    }

    private List<String> columns(TableName table) {
        if (cursor.accept(TokenKind.RIGHT_PAREN)) {
            return List.of();
        }
        refuseOtherForms();
        List<String> columns = cursor.commaList(() -> name(table, expressions.column()));
        cursor.expect(TokenKind.RIGHT_PAREN);
        if (cursor.at(TokenKind.LEFT_PAREN)) {
            throw TokenCursor.unsupported("INSERT … SELECT");
        }
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

    private List<Expression> row() {
        if (cursor.at(Keyword.ROW)) {
            throw TokenCursor.unsupported("VALUES ROW");
        }
        cursor.expect(TokenKind.LEFT_PAREN);
        if (cursor.accept(TokenKind.RIGHT_PAREN)) {
            return List.of();
        }
        List<Expression> values = cursor.commaList(expressions::parseOrDefault);
        cursor.expect(TokenKind.RIGHT_PAREN);
        return values;
    }

    private List<Assignment> onDuplicate(boolean replace) {
        refuseOtherForms();
        if (replace || !cursor.accept(Keyword.ON)) {
            return List.of();
        }
        cursor.expect(Keyword.DUPLICATE);
        cursor.expect(Keyword.KEY);
        cursor.expect(Keyword.UPDATE);
        return cursor.commaList(clauses::assignment);
    }
}
