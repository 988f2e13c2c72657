package dev.shardroute.sql.parser;

import dev.shardroute.sql.ast.CommonTable;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.GroupBy;
import dev.shardroute.sql.ast.Query;
import dev.shardroute.sql.ast.Select;
import dev.shardroute.sql.ast.SelectItem;
import dev.shardroute.sql.ast.TableExpression;
import dev.shardroute.sql.ast.ValuesRows;
import dev.shardroute.sql.ast.With;
import dev.shardroute.sql.lex.Keyword;
import dev.shardroute.sql.lex.Lexer;
import dev.shardroute.sql.lex.TokenKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parses whole queries: SELECT, VALUES and TABLE, in parentheses or not, and set operations of them. */
final class QueryParser {
    private final TokenCursor cursor;
    private final ExpressionParser expressions;
    private final ClauseParser clauses;
    private final SurroundingsParser surroundings;
    private final TableParser tables;
    private final SelectParser selects;

    QueryParser(TokenCursor cursor, ExpressionParser expressions) {
        this.cursor = cursor;
        this.expressions = expressions;
        this.clauses = new ClauseParser(cursor, expressions);
        this.surroundings = new SurroundingsParser(cursor, clauses);
        this.tables = new TableParser(cursor, expressions, clauses, this);
        this.selects = new SelectParser(cursor, expressions, clauses, surroundings, tables);
    }

    /** The parser of the tables of all statements. */
    TableParser tables() {
        return tables;
    }

    /** True at a query that no parentheses are around. */
    boolean atQuery() {
        return switch (cursor.keyword()) {
            case SELECT, WITH, TABLE -> true;
            case VALUES -> atRows();
            default -> false;
        };
    }

    /** {@code VALUES(column)} is an expression, and {@code VALUES (…)} is of INSERT. */
    private boolean atRows() {
        Lexer ahead = cursor.ahead();
        return ahead.keyword() == Keyword.ROW || ahead.kind() == TokenKind.LIST_VARIABLE;
    }

    /** True at what goes on with a query in parentheses that is a part of something. */
    boolean atContinuation() {
        return surroundings.atSetOperator() || surroundings.atAny();
    }

    /** A query that is a statement of its own, behind its WITH if it has one. */
    Query statement(@Nullable With with) {
        return query(with, Place.STATEMENT);
    }

    /** A query that is a part of something. */
    Query query() {
        return query(Place.NESTED);
    }

    /** A query with what {@code place} allows. */
    Query query(Place place) {
        int siblings = cursor.enter();
        int none = cursor.enter(); // a query takes twice the stack that an expression takes
        Query query = query(with(), place);
        cursor.leave(none);
        cursor.grow();
        cursor.leave(siblings);
        return query;
    }

    /** The query that begins with {@code operand}, which has been read with its parentheses. */
    Query continueFrom(Query operand) {
        int siblings = cursor.enter();
        Query query = continued(null, operand, Place.NESTED);
        cursor.grow();
        cursor.leave(siblings);
        return query;
    }

    /** The rows of an INSERT: the query whose opening parenthesis has been read, and what goes on with it. */
    Query continueOpened() {
        Query first = query(Place.INSERTED);
        cursor.expect(TokenKind.RIGHT_PAREN);
        return continued(null, first, Place.INSERTED);
    }

    /** The WITH that the cursor is at, or null. */
    @Nullable With with() {
        if (!cursor.accept(Keyword.WITH)) {
            return null;
        }
        boolean recursive = cursor.accept(Keyword.RECURSIVE);
        List<CommonTable> commonTables = new ArrayList<>();
        do {
            commonTables.add(commonTable());
        } while (cursor.accept(TokenKind.COMMA));
        return new With(recursive, commonTables);
    }

    private CommonTable commonTable() {
        String name = cursor.name("a name");
        List<String> columns = clauses.optionalNames("a column");
        cursor.expect(Keyword.AS);
        cursor.expect(TokenKind.LEFT_PAREN);
        int siblings = cursor.enter();
        Query query = query();
        cursor.grow(); // WITH and its table are more than one level
        cursor.leave(siblings);
        cursor.expect(TokenKind.RIGHT_PAREN);
        return new CommonTable(name, columns, query);
    }

    private Query query(@Nullable With with, Place place) {
        if (cursor.at(TokenKind.LEFT_PAREN)) {
            return continued(with, inParentheses(place), place);
        }
        Query first = primary(with, place);
        if (!surroundings.atSetOperator()) {
            return first;
        }
        if (!Surroundings.of(first).isEmpty()) {
            throw cursor.error("expected parentheses around the query before this");
        }
        return new SetOperationParser(cursor, this, surroundings).parse(with, first, place);
    }

    private Query continued(@Nullable With with, Query first, Place place) {
        if (surroundings.atSetOperator()) {
            return new SetOperationParser(cursor, this, surroundings).parse(with, first, place);
        }
        Surroundings around = surroundings.parse(with, place);
        if (around.isEmpty()) {
            return first;
        }
        String obstacle = around.obstacle(first);
        if (obstacle != null) {
            throw TokenCursor.unsupported(obstacle);
        }
        return around.around(first);
    }

    /** An operand of a set operation. */
    Query operand() {
        return cursor.at(TokenKind.LEFT_PAREN) ? inParentheses(Place.NESTED) : primary(null, Place.OPERAND);
    }

    private Query inParentheses(Place place) {
        int siblings = cursor.enter();
        cursor.expect(TokenKind.LEFT_PAREN);
        Query query = query(with(), place);
        cursor.expect(TokenKind.RIGHT_PAREN);
        cursor.leave(siblings);
        return query;
    }

    private Query primary(@Nullable With with, Place place) {
        return switch (cursor.keyword()) {
            case SELECT -> selects.parse(with, place);
            case VALUES -> values(with, place);
            case TABLE -> table(with, place);
            default -> throw cursor.error("expected a query");
        };
    }

    /** {@code TABLE t} is {@code SELECT * FROM t}. */
    private Select table(@Nullable With with, Place place) {
        List<String> comments = cursor.commentsAfterVerb();
        TableExpression table = new TableExpression.Table(clauses.tableName(), null);
        Surroundings around = surroundings.ofPrimary(with, place);
        return new Select(around.with(), comments, false, List.of(), List.of(new SelectItem.Star(null)), List.of(table),
                null, GroupBy.NONE, null, List.of(), around.orderBy(), around.limit(), around.locks(), around.into());
    }

    private ValuesRows values(@Nullable With with, Place place) {
        List<String> comments = cursor.commentsAfterVerb();
        Expression.ListVariable list =
                cursor.at(TokenKind.LIST_VARIABLE) ? new Expression.ListVariable(cursor.take()) : null;
        List<List<Expression>> rows = list == null ? rows(place) : List.of();
        Surroundings around = surroundings.ofPrimary(with, place);
        if (!around.locks().isEmpty() || around.into() != null) {
            throw cursor.error("expected neither locks nor INTO behind VALUES");
        }
        return new ValuesRows(around.with(), comments, rows, list, around.orderBy(), around.limit());
    }

    private List<List<Expression>> rows(Place place) {
        List<List<Expression>> rows = new ArrayList<>();
        do {
            cursor.expect(Keyword.ROW);
            rows.add(place == Place.INSERTED ? clauses.insertedRow() : row());
        } while (cursor.accept(TokenKind.COMMA));
        return rows;
    }

    private List<Expression> row() {
        cursor.expect(TokenKind.LEFT_PAREN);
        List<Expression> values = new ArrayList<>();
        do {
            values.add(expressions.parse());
        } while (cursor.accept(TokenKind.COMMA));
        cursor.expect(TokenKind.RIGHT_PAREN);
        return List.copyOf(values);
    }
}
