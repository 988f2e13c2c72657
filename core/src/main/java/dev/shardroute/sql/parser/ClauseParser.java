package dev.shardroute.sql.parser;

import dev.shardroute.sql.ast.Assignment;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Limit;
import dev.shardroute.sql.ast.OrderItem;
import dev.shardroute.sql.ast.TableName;
import dev.shardroute.sql.lex.Keyword;
import dev.shardroute.sql.lex.TokenKind;
import dev.shardroute.type.Type;
import java.util.ArrayList;
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

    /** The alias of a table: a name. */
    @Nullable String alias() {
        return cursor.accept(Keyword.AS) || cursor.atName() ? cursor.name("an alias") : null;
    }

    /** The alias of an expression: a name or a string. */
    @Nullable String itemAlias() {
        boolean isNamed = cursor.accept(Keyword.AS);
        return cursor.at(TokenKind.STRING) ? cursor.take()
                : isNamed || cursor.atName() ? cursor.name("an alias") : null;
    }

    /** {@code (name, name)}, one at least. */
    List<String> names(String what) {
        cursor.expect(TokenKind.LEFT_PAREN);
        List<String> names = new ArrayList<>();
        do {
            names.add(cursor.name(what));
        } while (cursor.accept(TokenKind.COMMA));
        cursor.expect(TokenKind.RIGHT_PAREN);
        return List.copyOf(names);
    }

    /** {@code (name, name)} if there are parentheses. */
    List<String> optionalNames(String what) {
        return cursor.at(TokenKind.LEFT_PAREN) ? names(what) : List.of();
    }

    /** {@code PARTITION (p, q)} if there is one. */
    List<String> partitions() {
        return cursor.accept(Keyword.PARTITION) ? names("a partition") : List.of();
    }

    @Nullable Expression where() {
        return cursor.accept(Keyword.WHERE) ? expressions.parse() : null;
    }

    List<OrderItem> orderBy() {
        if (!cursor.accept(Keyword.ORDER)) {
            return List.of();
        }
        cursor.expect(Keyword.BY);
        OrderItem first = orderItem();
        if (!cursor.at(TokenKind.COMMA)) {
            return List.of(first);
        }
        List<OrderItem> items = new ArrayList<>();
        items.add(first);
        while (cursor.accept(TokenKind.COMMA)) {
            items.add(orderItem());
        }
        return List.copyOf(items);
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

    /** A name is a variable of the procedure that the statement is in. */
    private Expression limitValue() {
        if (cursor.atName()) {
            return new Expression.Column(null, cursor.take());
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

    /** {@code column = value, column = value}. */
    List<Assignment> assignments() {
        Assignment first = assignment();
        if (!cursor.at(TokenKind.COMMA)) {
            return List.of(first);
        }
        List<Assignment> assignments = new ArrayList<>();
        assignments.add(first);
        while (cursor.accept(TokenKind.COMMA)) {
            assignments.add(assignment());
        }
        return List.copyOf(assignments);
    }

    private Assignment assignment() {
        Expression.Column column = expressions.column();
        if (!cursor.accept(TokenKind.ASSIGN)) {
            cursor.expect(TokenKind.EQUAL);
        }
        return new Assignment(column, expressions.parseOrDefault());
    }

    /** A row of an INSERT: its values may be DEFAULT, and none at all says that all are. */
    List<Expression> insertedRow() {
        cursor.expect(TokenKind.LEFT_PAREN);
        if (cursor.accept(TokenKind.RIGHT_PAREN)) {
            return List.of();
        }
        List<Expression> values = new ArrayList<>();
        do {
            values.add(expressions.parseOrDefault());
        } while (cursor.accept(TokenKind.COMMA));
        cursor.expect(TokenKind.RIGHT_PAREN);
        return List.copyOf(values);
    }

    /** Refuses what MySQL has behind the verb and the tree cannot say. */
    void refuseOption(String verb, Keyword option) {
        if (cursor.at(option)) {
            throw TokenCursor.unsupported(verb + " " + option);
        }
    }
}
