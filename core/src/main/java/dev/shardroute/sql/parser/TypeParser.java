package dev.shardroute.sql.parser;

import dev.shardroute.sql.ast.DataType;
import dev.shardroute.sql.lex.Keyword;
import dev.shardroute.sql.lex.TokenKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parses types: those that CAST and CONVERT know, and those of columns, which are more. */
final class TypeParser {
    private final TokenCursor cursor;

    TypeParser(TokenCursor cursor) {
        this.cursor = cursor;
    }

    /** The type of CAST, of CONVERT and of RETURNING. */
    DataType castType() {
        return switch (cursor.keyword()) {
            case SIGNED, UNSIGNED -> wholeNumber();
            case BINARY, DATETIME, FLOAT, NCHAR, TIME -> withLength(cursor.take());
            case CHAR, CHARACTER -> text(cursor.take());
            case DEC, DECIMAL -> withScale(cursor.take());
            case DOUBLE -> DataType.of(doubleName());
            case DATE, GEOMCOLLECTION, GEOMETRYCOLLECTION, JSON, LINESTRING, MULTILINESTRING, MULTIPOINT, MULTIPOLYGON,
                    POINT, POLYGON, REAL, YEAR ->
                    DataType.of(cursor.take());
            default -> national();
        };
    }

    /** A type whose length must be said. */
    DataType sized() {
        String name = cursor.take();
        if (!cursor.at(TokenKind.LEFT_PAREN)) {
            throw cursor.error("expected a length");
        }
        return withLength(name);
    }

    /** The type of a column with its attributes, up to the collation. */
    DataType columnType() {
        DataType type = columnTypeOf(cursor.keyword());
        return cursor.accept(Keyword.COLLATE) ? withCollation(type, nameOrString("a collation")) : type;
    }

    private DataType columnTypeOf(Keyword keyword) {
        return switch (keyword) {
            case BIGINT, BIT, BOOL, BOOLEAN, INT, INT1, INT2, INT3, INT4, INT8, INTEGER, MEDIUMINT, MIDDLEINT, SMALLINT,
                    TINYINT ->
                    number(withLength(cursor.take()));
            case DEC, DECIMAL, FIXED, FLOAT, FLOAT4, FLOAT8, NUMERIC, REAL -> number(withScale(cursor.take()));
            case DOUBLE -> number(withScale(doubleName()));
            case BINARY, BLOB, DATETIME, NCHAR, TIME, TIMESTAMP, VARBINARY, VECTOR, YEAR -> withLength(cursor.take());
            case CHAR, CHARACTER, LONGTEXT, MEDIUMTEXT, TEXT, TINYTEXT, VARCHAR, VARCHARACTER -> text(cursor.take());
            case ENUM, SET -> enumeration(cursor.take());
            case DATE, GEOMCOLLECTION, GEOMETRY, GEOMETRYCOLLECTION, JSON, LINESTRING, LONGBLOB, MEDIUMBLOB,
                    MULTILINESTRING, MULTIPOINT, MULTIPOLYGON, POINT, POLYGON, TINYBLOB ->
                    DataType.of(cursor.take());
            default -> national();
        };
    }

    /** A character set: a name, a string or BINARY, which is no name otherwise. */
    String charset() {
        return nameOrString("a character set");
    }

    /** Character sets and collations may stand in quotes. */
    String nameOrString(String what) {
        boolean isOther = cursor.at(TokenKind.STRING) || cursor.at(Keyword.BINARY);
        return isOther ? cursor.take() : cursor.name(what);
    }

    private DataType wholeNumber() {
        String name = cursor.take();
        if (cursor.at(Keyword.INT)) {
            throw TokenCursor.unsupported(name + " INT");
        }
        cursor.accept(Keyword.INTEGER);
        return DataType.of(name);
    }

    private String doubleName() {
        String name = cursor.take();
        return cursor.accept(Keyword.PRECISION) ? name + " precision" : name;
    }

    /** {@code NATIONAL CHAR} is the only type that begins with a word of no other use. */
    private DataType national() {
        if (!cursor.acceptWord("NATIONAL")) {
            throw cursor.error("expected a type");
        }
        if (!cursor.accept(Keyword.CHARACTER)) {
            cursor.expect(Keyword.CHAR);
        }
        return withLength("national char");
    }

    private DataType withLength(String name) {
        return of(name, length(), null);
    }

    /** {@code (length)}, or null. */
    private @Nullable String length() {
        if (!cursor.accept(TokenKind.LEFT_PAREN)) {
            return null;
        }
        String length = digits();
        cursor.expect(TokenKind.RIGHT_PAREN);
        return length;
    }

    private DataType withScale(String name) {
        if (!cursor.accept(TokenKind.LEFT_PAREN)) {
            return DataType.of(name);
        }
        String length = digits();
        String scale = cursor.accept(TokenKind.COMMA) ? digits() : null;
        cursor.expect(TokenKind.RIGHT_PAREN);
        return of(name, length, scale);
    }

    private String digits() {
        if (!cursor.at(TokenKind.INTEGER)) {
            throw cursor.error("expected a whole number");
        }
        return cursor.take();
    }

    private DataType number(DataType type) {
        boolean unsigned = false;
        boolean zerofill = false;
        while (true) {
            switch (cursor.keyword()) {
                case SIGNED -> {
                }
                case UNSIGNED -> unsigned = true;
                case ZEROFILL -> zerofill = true;
                default -> {
                    return new DataType(type.name(), type.length(), type.scale(), unsigned, zerofill, null, false, null,
                            List.of());
                }
            }
            cursor.advance();
        }
    }

    private DataType enumeration(String name) {
        cursor.expect(TokenKind.LEFT_PAREN);
        List<String> values = cursor.commaList(this::string);
        cursor.expect(TokenKind.RIGHT_PAREN);
        return withCharset(name, null, values);
    }

    /** A string that is no expression. */
    String string() {
        if (!cursor.at(TokenKind.STRING)) {
            throw cursor.error("expected a string");
        }
        return cursor.take();
    }

    private DataType text(String name) {
        String length = length();
        return cursor.accept(Keyword.BYTE) ? of("binary", length, null) : withCharset(name, length, List.of());
    }

    /** BINARY, which is the binary collation of the character set, may stand on either side of it. */
    private DataType withCharset(String name, @Nullable String length, List<String> values) {
        boolean binary = cursor.accept(Keyword.BINARY);
        String charset = charsetClause();
        binary |= charset != null && cursor.accept(Keyword.BINARY);
        return new DataType(name, length, null, false, false, charset, binary, null, values);
    }

    private @Nullable String charsetClause() {
        return switch (cursor.keyword()) {
            case ASCII -> shortFor("latin1");
            case UNICODE -> shortFor("ucs2");
            case CHARSET -> {
                cursor.advance();
                yield charset();
            }
            case CHAR, CHARACTER -> {
                cursor.advance();
                cursor.expect(Keyword.SET);
                yield charset();
            }
            default -> null;
        };
    }

    private String shortFor(String charset) {
        cursor.advance();
        return charset;
    }

    private static DataType of(String name, @Nullable String length, @Nullable String scale) {
        return new DataType(name, length, scale, false, false, null, false, null, List.of());
    }

    private static DataType withCollation(DataType type, String collation) {
        return new DataType(type.name(), type.length(), type.scale(), type.unsigned(), type.zerofill(), type.charset(),
                type.binary(), collation, type.values());
    }
}
