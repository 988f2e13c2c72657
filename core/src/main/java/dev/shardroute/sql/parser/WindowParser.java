package dev.shardroute.sql.parser;

import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.OrderItem;
import dev.shardroute.sql.ast.Window;
import dev.shardroute.sql.lex.Keyword;
import dev.shardroute.sql.lex.TokenKind;
import java.util.List;

/** Parses windows. */
final class WindowParser {
    private final TokenCursor cursor;
    private final ExpressionParser expressions;

    WindowParser(TokenCursor cursor, ExpressionParser expressions) {
        this.cursor = cursor;
        this.expressions = expressions;
    }

    /** What is in parentheses. */
    Window.Specification specification() {
        cursor.expect(TokenKind.LEFT_PAREN);
        String base = cursor.atName() ? cursor.take() : null;
        List<Expression> partitionBy = List.of();
        if (cursor.accept(Keyword.PARTITION)) {
            cursor.expect(Keyword.BY);
            partitionBy = cursor.commaList(expressions::parse);
        }
        List<OrderItem> orderBy = new ClauseParser(cursor, expressions).orderBy();
        if (cursor.at(Keyword.ROWS) || cursor.at(Keyword.RANGE)) {
            throw TokenCursor.unsupported("frames of windows");
        }
        cursor.expect(TokenKind.RIGHT_PAREN);
        return new Window.Specification(base, partitionBy, orderBy, null);
    }
}
