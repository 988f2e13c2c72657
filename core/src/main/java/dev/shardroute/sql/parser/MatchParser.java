package dev.shardroute.sql.parser;

import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.SpecialForm.Match;
import dev.shardroute.sql.ast.SpecialForm.MatchMode;
import dev.shardroute.sql.lex.Keyword;
import dev.shardroute.sql.lex.TokenKind;
import java.util.ArrayList;
import java.util.List;

/** Parses MATCH. */
final class MatchParser {
    private final TokenCursor cursor;
    private final ExpressionParser expressions;

    MatchParser(TokenCursor cursor, ExpressionParser expressions) {
        this.cursor = cursor;
        this.expressions = expressions;
    }

    /** From MATCH to the parenthesis behind AGAINST. */
    Match parse() {
        cursor.advance();
        List<Expression> columns = columns();
        cursor.expect(Keyword.AGAINST);
        cursor.expect(TokenKind.LEFT_PAREN);
        Expression pattern = expressions.parse(ExpressionParser.BIT_OR);
        MatchMode mode = mode();
        cursor.expect(TokenKind.RIGHT_PAREN);
        cursor.grow();
        return new Match(columns, pattern, mode);
    }

    /** The parentheses are optional. */
    private List<Expression> columns() {
        boolean isOpened = cursor.accept(TokenKind.LEFT_PAREN);
        List<Expression> columns = new ArrayList<>();
        do {
            columns.add(expressions.column());
        } while (cursor.accept(TokenKind.COMMA));
        if (isOpened) {
            cursor.expect(TokenKind.RIGHT_PAREN);
        }
        return columns;
    }

    private MatchMode mode() {
        if (!cursor.accept(Keyword.IN)) {
            return expansion() ? MatchMode.EXPANSION : MatchMode.DEFAULT;
        }
        boolean isBoolean = cursor.accept(Keyword.BOOLEAN);
        if (!isBoolean) {
            cursor.expect(Keyword.NATURAL);
            cursor.expect(Keyword.LANGUAGE);
        }
        cursor.expect(Keyword.MODE);
        if (isBoolean) {
            return MatchMode.BOOLEAN;
        }
        return expansion() ? MatchMode.NATURAL_LANGUAGE_EXPANSION : MatchMode.NATURAL_LANGUAGE;
    }

    private boolean expansion() {
        boolean isExpanded = cursor.accept(Keyword.WITH);
        if (isExpanded) {
            cursor.expect(Keyword.QUERY);
            cursor.expect(Keyword.EXPANSION);
        }
        return isExpanded;
    }
}
