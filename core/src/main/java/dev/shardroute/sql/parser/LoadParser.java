package dev.shardroute.sql.parser;

import dev.shardroute.sql.ast.Administration.Load;
import dev.shardroute.sql.ast.TableName;
import dev.shardroute.sql.lex.Keyword;
import dev.shardroute.sql.lex.TokenKind;

/**
 * Parses LOAD DATA and LOAD XML as far as the table; what follows it is for the servers, and any token will do. The text
 * is put together from the tokens, because comments of versions may begin and end anywhere.
 */
final class LoadParser {
    private final TokenCursor cursor;
    private final StringBuilder text = new StringBuilder();
    private int end;

    LoadParser(TokenCursor cursor) {
        this.cursor = cursor;
        this.end = cursor.start();
    }

    /** From the verb on. */
    Load parse() {
        step();
        if (cursor.at(Keyword.INDEX)) {
            throw TokenCursor.unsupported("the statement LOAD INDEX");
        }
        if (!accept(Keyword.DATA) && !acceptWord("XML")) {
            throw cursor.error("expected DATA or XML");
        }
        boolean fromStore = accept(Keyword.FROM);
        source(fromStore);
        TableName table = fromStore && atEnd() ? null : target();
        while (!atEnd()) {
            step();
        }
        return new Load(table, text.toString());
    }

    /** A file, or what Amazon's servers call one: {@code FROM S3 PREFIX 'uri'}. */
    private void source(boolean fromStore) {
        if (fromStore) {
            expect(Keyword.S3);
            if (!acceptWord("FILE") && !acceptWord("PREFIX")) {
                accept(Keyword.MANIFEST);
            }
        } else {
            if (!accept(Keyword.LOW_PRIORITY)) {
                acceptWord("CONCURRENT");
            }
            accept(Keyword.LOCAL);
            expect(Keyword.INFILE);
        }
        if (!cursor.at(TokenKind.STRING)) {
            throw cursor.error("expected a string");
        }
        step();
    }

    private TableName target() {
        if (!accept(Keyword.REPLACE)) {
            accept(Keyword.IGNORE);
        }
        expect(Keyword.INTO);
        expect(Keyword.TABLE);
        String name = name();
        if (!cursor.at(TokenKind.DOT)) {
            return TableName.of(name);
        }
        step();
        return new TableName(name, nameAfterDot());
    }

    /** Right behind a dot every word is a name. */
    private String nameAfterDot() {
        if (!cursor.at(TokenKind.WORD) || cursor.start() > end) {
            return name();
        }
        record();
        return cursor.take();
    }

    private String name() {
        record();
        return cursor.name("a table");
    }

    private void expect(Keyword keyword) {
        if (!accept(keyword)) {
            throw cursor.error("expected " + keyword);
        }
    }

    private boolean accept(Keyword keyword) {
        return stepIf(cursor.at(keyword));
    }

    private boolean acceptWord(String upper) {
        return stepIf(cursor.atWord(upper));
    }

    private boolean stepIf(boolean found) {
        if (found) {
            step();
        }
        return found;
    }

    private void step() {
        record();
        cursor.advance();
    }

    /** Puts the token to the text; the cursor is still at it. */
    private void record() {
        text.append(cursor.start() > end ? " " : "").append(cursor.text());
        end = cursor.end();
    }

    private boolean atEnd() {
        return cursor.at(TokenKind.END) || cursor.at(TokenKind.SEMICOLON);
    }
}
