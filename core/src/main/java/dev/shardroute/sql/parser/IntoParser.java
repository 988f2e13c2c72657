package dev.shardroute.sql.parser;

import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.FileFormat;
import dev.shardroute.sql.ast.FileFormat.Kind;
import dev.shardroute.sql.ast.FileFormat.Option;
import dev.shardroute.sql.ast.Into;
import dev.shardroute.sql.lex.Keyword;
import dev.shardroute.sql.lex.TokenKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parses INTO of SELECT. */
final class IntoParser {
    private final TokenCursor cursor;

    IntoParser(TokenCursor cursor) {
        this.cursor = cursor;
    }

    /** From INTO on. */
    Into parse() {
        cursor.expect(Keyword.INTO);
        if (cursor.accept(Keyword.DUMPFILE)) {
            return new Into.Dumpfile(text());
        }
        return cursor.accept(Keyword.OUTFILE) ? outfile() : variables();
    }

    private Into.Outfile outfile() {
        boolean s3 = cursor.accept(Keyword.S3);
        String file = text();
        String charset = charset();
        Into.Csv csv = s3 && cursor.accept(Keyword.FORMAT) ? csv() : Into.Csv.NONE;
        FileFormat format = format();
        Boolean manifest = s3 ? isOn(Keyword.MANIFEST) : null;
        Boolean overwrite = s3 ? isOn(Keyword.OVERWRITE) : null;
        return new Into.Outfile(s3, file, charset, csv, format, manifest, overwrite);
    }

    private @Nullable String charset() {
        if (cursor.accept(Keyword.CHARACTER)) {
            cursor.expect(Keyword.SET);
        } else if (!cursor.accept(Keyword.CHARSET)) {
            return null;
        }
        boolean isText = cursor.at(TokenKind.STRING) || cursor.at(Keyword.BINARY);
        return isText ? cursor.take() : cursor.name("a character set");
    }

    private Into.Csv csv() {
        boolean isCsv = cursor.accept(Keyword.CSV);
        if (!isCsv) {
            cursor.expect(Keyword.TEXT);
        }
        if (cursor.accept(Keyword.HEADER)) {
            return isCsv ? Into.Csv.CSV_HEADER : Into.Csv.TEXT_HEADER;
        }
        return isCsv ? Into.Csv.CSV : Into.Csv.TEXT;
    }

    private FileFormat format() {
        boolean hasFields = cursor.accept(Keyword.FIELDS) || cursor.accept(Keyword.COLUMNS);
        List<Option> fields = hasFields ? options(true) : List.of();
        List<Option> lines = cursor.accept(Keyword.LINES) ? options(false) : List.of();
        return hasFields || !lines.isEmpty() ? new FileFormat(fields, lines) : FileFormat.DEFAULT;
    }

    /** One option at least. */
    private List<Option> options(boolean ofFields) {
        List<Option> options = new ArrayList<>();
        for (Kind kind = kind(ofFields); kind != null; kind = kind(ofFields)) {
            cursor.expect(Keyword.BY);
            options.add(new Option(kind, text()));
        }
        if (options.isEmpty()) {
            throw cursor.error("expected how fields or lines are written");
        }
        return options;
    }

    private @Nullable Kind kind(boolean ofFields) {
        if (cursor.accept(Keyword.TERMINATED)) {
            return Kind.TERMINATED;
        }
        if (!ofFields) {
            return cursor.accept(Keyword.STARTING) ? Kind.STARTING : null;
        }
        if (cursor.accept(Keyword.OPTIONALLY)) {
            cursor.expect(Keyword.ENCLOSED);
            return Kind.OPTIONALLY_ENCLOSED;
        }
        if (cursor.accept(Keyword.ENCLOSED)) {
            return Kind.ENCLOSED;
        }
        return cursor.accept(Keyword.ESCAPED) ? Kind.ESCAPED : null;
    }

    private @Nullable Boolean isOn(Keyword option) {
        if (!cursor.accept(option)) {
            return null;
        }
        boolean on = cursor.accept(Keyword.ON);
        if (!on) {
            cursor.expect(Keyword.OFF);
        }
        return on;
    }

    private String text() {
        return switch (cursor.kind()) {
            case STRING -> cursor.take();
            case HEX_STRING, HEX_NUMBER, BIT_STRING, BIT_NUMBER ->
                    throw TokenCursor.unsupported("a number for a text in INTO");
            default -> throw cursor.error("expected a string");
        };
    }

    private Into.Variables variables() {
        List<Expression> variables = new ArrayList<>();
        do {
            variables.add(variable());
        } while (cursor.accept(TokenKind.COMMA));
        return new Into.Variables(variables);
    }

    /** A word of the grammar is no variable of a procedure here, though MySQL would take some. */
    private Expression variable() {
        if (cursor.at(TokenKind.USER_VARIABLE)) {
            return new Expression.UserVariable(cursor.take());
        }
        boolean isName = cursor.at(Keyword.OTHER) && cursor.atName();
        if (!isName) {
            throw cursor.error("expected a variable");
        }
        return new Expression.Column(null, cursor.take());
    }
}
