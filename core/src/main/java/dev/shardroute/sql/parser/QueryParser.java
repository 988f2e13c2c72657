package dev.shardroute.sql.parser;

import dev.shardroute.sql.ast.Query;
import dev.shardroute.sql.lex.Keyword;
import dev.shardroute.sql.lex.TokenKind;

/** Parses queries inside of expressions: a single SELECT. */
final class QueryParser {
    private final TokenCursor cursor;
    private final ExpressionParser expressions;

    QueryParser(TokenCursor cursor, ExpressionParser expressions) {
        this.cursor = cursor;
        this.expressions = expressions;
    }

    boolean atQuery() {
        return switch (cursor.keyword()) {
            case SELECT, WITH, TABLE -> true;
            case VALUES -> cursor.ahead().keyword() == Keyword.ROW;
            default -> false;
        };
    }

    boolean atContinuation() {
        return switch (cursor.keyword()) {
            case UNION, EXCEPT, INTERSECT, ORDER, LIMIT -> true;
            default -> false;
        };
    }

    Query query() {
        int siblings = cursor.enter();
        Query query;
        if (cursor.accept(TokenKind.LEFT_PAREN)) {
            query = query();
            cursor.expect(TokenKind.RIGHT_PAREN);
        } else if (cursor.at(Keyword.SELECT)) {
            query = new SelectParser(cursor, expressions, new ClauseParser(cursor, expressions)).parse();
        } else {
            throw TokenCursor.unsupported("this query");
        }
        cursor.grow();
        cursor.leave(siblings);
        return query;
    }

    Query continueFrom(Query operand) {
        if (atContinuation()) {
            throw TokenCursor.unsupported("a query that continues another");
        }
        return operand;
    }
}
