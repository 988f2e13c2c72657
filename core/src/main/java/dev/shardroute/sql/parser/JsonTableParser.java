package dev.shardroute.sql.parser;

import dev.shardroute.sql.ast.DataType;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.JsonTable;
import dev.shardroute.sql.ast.JsonTable.Column;
import dev.shardroute.sql.lex.Keyword;
import dev.shardroute.sql.lex.Lexer;
import dev.shardroute.sql.lex.TokenKind;
import java.util.ArrayList;
import java.util.List;

/** Parses JSON_TABLE. */
final class JsonTableParser {
    private final TokenCursor cursor;
    private final ExpressionParser expressions;

    JsonTableParser(TokenCursor cursor, ExpressionParser expressions) {
        this.cursor = cursor;
        this.expressions = expressions;
    }

    /** From the word on. */
    JsonTable parse() {
        cursor.expect(Keyword.JSON_TABLE);
        cursor.expect(TokenKind.LEFT_PAREN);
        Expression document = expressions.parse();
        cursor.expect(TokenKind.COMMA);
        Expression path = text();
        List<Column> columns = columns();
        cursor.expect(TokenKind.RIGHT_PAREN);
        cursor.accept(Keyword.AS);
        return new JsonTable(document, path, columns, cursor.name("an alias"));
    }

    /** They take the parser twice the stack that an expression takes. */
    private List<Column> columns() {
        int siblings = cursor.enter();
        int none = cursor.enter();
        cursor.expect(Keyword.COLUMNS);
        cursor.expect(TokenKind.LEFT_PAREN);
        List<Column> columns = new ArrayList<>();
        do {
            columns.add(column());
        } while (cursor.accept(TokenKind.COMMA));
        cursor.expect(TokenKind.RIGHT_PAREN);
        cursor.leave(none);
        cursor.grow();
        cursor.leave(siblings);
        return columns;
    }

    private Column column() {
        if (atNested()) {
            cursor.advance();
            cursor.accept(Keyword.PATH);
            Expression path = text();
            return new Column.Nested(path, columns());
        }
        String name = cursor.name("a column");
        if (cursor.accept(Keyword.FOR)) {
            cursor.expect(Keyword.ORDINALITY);
            return new Column.Ordinality(name);
        }
        return path(name);
    }

    /** NESTED is a column's name where a type follows. */
    private boolean atNested() {
        if (!cursor.at(Keyword.NESTED)) {
            return false;
        }
        Lexer ahead = cursor.ahead();
        return ahead.keyword() == Keyword.PATH || ahead.kind() != TokenKind.WORD;
    }

    private Column path(String name) {
        DataType type = new TypeParser(cursor).columnType();
        boolean exists = cursor.accept(Keyword.EXISTS);
        cursor.expect(Keyword.PATH);
        Expression path = text();
        JsonFallbackParser.Fallbacks fallbacks = new JsonFallbackParser(cursor, expressions).parse();
        return new Column.Path(name, type, exists, path, fallbacks.onEmpty(), fallbacks.onError());
    }

    /** A string or a variable for one. */
    private Expression text() {
        return switch (cursor.kind()) {
            case STRING, VARIABLE, QUESTION -> expressions.parsePrimary();
            default -> throw cursor.error("expected a string");
        };
    }
}
