package dev.shardroute.sql.parser;

import dev.shardroute.sql.ast.Assignment;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Limit;
import dev.shardroute.sql.ast.OrderItem;
import dev.shardroute.sql.ast.TableExpression;
import dev.shardroute.sql.ast.TableName;
import dev.shardroute.sql.lex.Keyword;
import dev.shardroute.sql.lex.TokenKind;
import dev.shardroute.type.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Clauses that several statements have. */
final class ClauseParser {
    private final TokenCursor cursor;
    private final ExpressionParser expressions;

    ClauseParser(TokenCursor cursor, ExpressionParser expressions) {
        this.cursor = cursor;
        this.expressions = expressions;
    }

    TableName tableName() {
        String name = cursor.name("a table");
        return cursor.at(TokenKind.DOT) ? new TableName(name, cursor.nameAfterDot()) : TableName.of(name);
    }

    /** One table and its alias; whatever joins more tables to it is refused. */
    TableExpression.Table table() {
        refuseOtherTables();
        TableName name = tableName();
        if (cursor.at(Keyword.PARTITION)) {
            throw TokenCursor.unsupported("PARTITION");
        }
        TableExpression.Table table = new TableExpression.Table(name, alias());
        refuseMoreTables();
        return table;
    }

    private void refuseOtherTables() {
        if (cursor.at(TokenKind.LEFT_PAREN)) {
            throw TokenCursor.unsupported("a derived table or parentheses around tables");
        }
        if (cursor.at(TokenKind.LEFT_BRACE)) {
            throw TokenCursor.unsupported("joins");
        }
        if (cursor.at(Keyword.LATERAL) || cursor.atWord("JSON_TABLE")) {
            throw TokenCursor.unsupported(cursor.text());
        }
    }

    private void refuseMoreTables() {
        switch (cursor.keyword()) {
            case JOIN, INNER, CROSS, LEFT, RIGHT, NATURAL, STRAIGHT_JOIN -> throw TokenCursor.unsupported("joins");
            case USE, IGNORE -> throw TokenCursor.unsupported("index hints");
            default -> {
                if (cursor.atWord("FORCE")) {
                    throw TokenCursor.unsupported("index hints");
                }
            }
        }
    }

    @Nullable String alias() {
        if (cursor.accept(Keyword.AS)) {
            return cursor.at(TokenKind.STRING) ? cursor.take() : cursor.name("an alias");
        }
        return cursor.atName() ? cursor.take() : null;
    }

    @Nullable Expression where() {
        return cursor.accept(Keyword.WHERE) ? expressions.parse() : null;
    }

    List<OrderItem> orderBy() {
        if (!cursor.accept(Keyword.ORDER)) {
            return List.of();
        }
        cursor.expect(Keyword.BY);
        return cursor.commaList(this::orderItem);
    }

    private OrderItem orderItem() {
        Expression expression = expressions.parse();
        boolean descending = cursor.accept(Keyword.DESC);
        if (!descending) {
            cursor.accept(Keyword.ASC);
        }
        return new OrderItem(expression, descending);
    }

    /** A limit without an offset, as UPDATE and DELETE take it. */
    @Nullable Limit rowCount() {
        return cursor.accept(Keyword.LIMIT) ? new Limit(null, limitValue()) : null;
    }

    @Nullable Limit limit() {
        if (!cursor.accept(Keyword.LIMIT)) {
            return null;
        }
        Expression first = limitValue();
        if (cursor.accept(TokenKind.COMMA)) {
            return new Limit(first, limitValue());
        }
        return new Limit(cursor.accept(Keyword.OFFSET) ? limitValue() : null, first);
    }

    private Expression limitValue() {
        if (cursor.atName()) {
            throw TokenCursor.unsupported("LIMIT with a variable of a procedure");
        }
        if (cursor.at(TokenKind.INTEGER) || cursor.at(TokenKind.VARIABLE) || cursor.at(TokenKind.QUESTION)) {
            return checkedLimit(expressions.parsePrimary());
        }
        throw cursor.error("expected a whole number or a variable");
    }

    private Expression checkedLimit(Expression value) {
        if (value instanceof Expression.Literal literal && literal.value().type() == Type.DECIMAL) {
            throw cursor.error("expected a limit of 64 bits before this");
        }
        return value;
    }

    Assignment assignment() {
        Expression.Column column = expressions.column();
        if (!cursor.accept(TokenKind.ASSIGN)) {
            cursor.expect(TokenKind.EQUAL);
        }
        return new Assignment(column, expressions.parseOrDefault());
    }
}
