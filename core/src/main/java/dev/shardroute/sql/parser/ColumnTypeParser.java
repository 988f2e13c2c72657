package dev.shardroute.sql.parser;

import dev.shardroute.sql.ast.DataType;
import dev.shardroute.sql.lex.Keyword;
import dev.shardroute.sql.lex.TokenKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Parses the type of a column, up to what says more of the column than its type. For one type. */
final class ColumnTypeParser {
    /** Reserved words that are types, or begin one. Of words that are not reserved any may be a type. */
    private static final Set<Keyword> RESERVED = EnumSet.of(Keyword.BIGINT, Keyword.BINARY, Keyword.BLOB, Keyword.CHAR,
            Keyword.CHARACTER, Keyword.DEC, Keyword.DECIMAL, Keyword.DOUBLE, Keyword.FLOAT, Keyword.FLOAT4,
            Keyword.FLOAT8, Keyword.INT, Keyword.INT1, Keyword.INT2, Keyword.INT3, Keyword.INT4, Keyword.INT8,
            Keyword.INTEGER, Keyword.LONG, Keyword.LONGBLOB, Keyword.LONGTEXT, Keyword.MEDIUMBLOB, Keyword.MEDIUMINT,
            Keyword.MEDIUMTEXT, Keyword.MIDDLEINT, Keyword.NUMERIC, Keyword.REAL, Keyword.SET, Keyword.SMALLINT,
            Keyword.TINYBLOB, Keyword.TINYINT, Keyword.TINYTEXT, Keyword.VARBINARY, Keyword.VARCHAR,
            Keyword.VARCHARACTER);

    private final TokenCursor cursor;
    private String name = "";
    private @Nullable String length;
    private @Nullable String scale;
    private boolean unsigned;
    private boolean zerofill;
    private boolean binary;
    private @Nullable String charset;
    private List<String> values = List.of();

    ColumnTypeParser(TokenCursor cursor) {
        this.cursor = cursor;
    }

    /** The type, or null when its arguments are not known; then the cursor is behind them. */
    @Nullable DataType parse() {
        if (!cursor.at(TokenKind.WORD) || (cursor.isReserved() && !RESERVED.contains(cursor.keyword()))) {
            throw cursor.error("expected a type");
        }
        name();
        if (cursor.at(TokenKind.LEFT_PAREN) && !arguments()) {
            return null;
        }
        while (attribute()) {
            // each of them says one thing
        }
        return new DataType(name, length, scale, unsigned, zerofill, charset, binary, null, values);
    }

    private void name() {
        Keyword first = cursor.keyword();
        name = cursor.text();
        boolean national = cursor.atWord("NATIONAL");
        cursor.advance();
        switch (first) {
            case DOUBLE -> and(Keyword.PRECISION);
            case CHAR, CHARACTER -> and(Keyword.VARYING);
            case NCHAR -> andAny(Keyword.VARCHAR, Keyword.VARYING);
            case LONG -> {
                andAny(Keyword.VARCHAR, Keyword.VARCHARACTER, Keyword.VARBINARY, Keyword.CHAR, Keyword.CHARACTER);
                and(Keyword.VARYING);
            }
            default -> {
                if (national) {
                    andAny(Keyword.VARCHAR, Keyword.VARCHARACTER, Keyword.CHAR, Keyword.CHARACTER);
                    and(Keyword.VARYING);
                }
            }
        }
    }

    private void andAny(Keyword... words) {
        for (Keyword word : words) {
            if (and(word)) {
                return;
            }
        }
    }

    private boolean and(Keyword word) {
        boolean found = cursor.at(word);
        if (found) {
            name += " " + cursor.text();
            cursor.advance();
        }
        return found;
    }

    /** What is in the parentheses that the cursor is at; false when it is neither a length nor the members of an ENUM. */
    private boolean arguments() {
        cursor.advance();
        if (cursor.at(TokenKind.INTEGER)) {
            length = cursor.take();
            scale = cursor.accept(TokenKind.COMMA) && cursor.at(TokenKind.INTEGER) ? cursor.take() : null;
        } else {
            members();
        }
        boolean known = (length != null || !values.isEmpty()) && cursor.accept(TokenKind.RIGHT_PAREN);
        if (!known) {
            skipArguments();
        }
        return known;
    }

    private void skipArguments() {
        TokenSkipper skipper = new TokenSkipper(cursor);
        while (!cursor.at(TokenKind.RIGHT_PAREN)) {
            skipper.skip();
        }
        cursor.advance();
    }

    private void members() {
        List<String> members = new ArrayList<>();
        do {
            if (!cursor.at(TokenKind.STRING)) {
                return;
            }
            members.add(cursor.take());
        } while (cursor.accept(TokenKind.COMMA));
        values = members;
    }

    private boolean attribute() {
        switch (cursor.keyword()) {
            case UNSIGNED -> unsigned = true;
            case ZEROFILL -> zerofill = true;
            case SIGNED -> {
            }
            case BINARY -> binary = true;
            case ASCII -> charset = "latin1";
            case UNICODE -> charset = "ucs2";
            case BYTE -> name = "binary";
            case CHARSET, CHARACTER -> {
                return charset();
            }
            default -> {
                return false;
            }
        }
        cursor.advance();
        return true;
    }

    private boolean charset() {
        if (!cursor.accept(Keyword.CHARSET)) {
            cursor.expect(Keyword.CHARACTER);
            cursor.expect(Keyword.SET);
        }
        charset = charsetName(cursor);
        return true;
    }

    /** The name of a character set or a collation, which may be in quotes, and may be {@code binary}. */
    static String charsetName(TokenCursor cursor) {
        if (cursor.at(TokenKind.STRING) || cursor.at(Keyword.BINARY) || cursor.at(Keyword.ASCII)
                || cursor.at(Keyword.DEFAULT)) {
            return cursor.take();
        }
        return cursor.name("a character set or collation");
    }
}
