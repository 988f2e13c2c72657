package dev.shardroute.sql.parser;

import dev.shardroute.sql.ast.DataType;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.TableDefinition.Column;
import dev.shardroute.sql.ast.TableDefinition.KeyKind;
import dev.shardroute.sql.lex.Keyword;
import dev.shardroute.sql.lex.TokenKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Parses the definition of a column. For one column. */
final class ColumnParser {
    /** Words of a column that are followed by one word, number or string of which nothing is kept. */
    private static final Set<Keyword> WITH_VALUE = EnumSet.of(Keyword.COLUMN_FORMAT, Keyword.STORAGE,
            Keyword.ENGINE_ATTRIBUTE, Keyword.SECONDARY_ENGINE_ATTRIBUTE, Keyword.SRID, Keyword.COMMENT);

    private final TokenCursor cursor;
    private final TokenSkipper skipper;
    private final ReferenceParser references;
    private final Function<String, @Nullable Expression> expressions;

    private boolean known = true;
    private boolean nullable = true;
    private boolean autoIncrement;
    private boolean invisible;
    private boolean generated;
    private @Nullable String collation;
    private @Nullable Expression defaultValue;
    private @Nullable KeyKind key;

    /** {@code expressions} gives the expression that a text is, or null when it is none that is known. */
    ColumnParser(TokenCursor cursor, ReferenceParser references, Function<String, @Nullable Expression> expressions) {
        this.cursor = cursor;
        this.skipper = new TokenSkipper(cursor);
        this.references = references;
        this.expressions = expressions;
    }

    /**
     * The column, or null when something is said of it that is not known; then the cursor may be anywhere in it. Keys that
     * the column says it has are added to {@code keys}.
     */
    @Nullable Column parse(KeyCollector keys) {
        String name = cursor.name("a column or a key");
        boolean serial = cursor.atWord("SERIAL");
        DataType type = new ColumnTypeParser(cursor).parse();
        if (type == null) {
            return null;
        }
        if (serial) {
            serial(name, keys);
        }
        while (known && !cursor.at(TokenKind.COMMA) && !cursor.at(TokenKind.RIGHT_PAREN) && !skipper.atEnd()) {
            attribute();
            if (key != null) {
                keys.add(key, name);
                key = null;
            }
        }
        return known ? column(name, type) : null;
    }

    private Column column(String name, DataType type) {
        DataType whole = new DataType(type.name(), type.length(), type.scale(), type.unsigned(), type.zerofill(),
                type.charset(), type.binary(), collation, type.values());
        return new Column(name, whole, nullable, defaultValue, autoIncrement, invisible, generated);
    }

    /** {@code SERIAL} is {@code BIGINT UNSIGNED NOT NULL AUTO_INCREMENT UNIQUE}. */
    private void serial(String name, KeyCollector keys) {
        nullable = false;
        autoIncrement = true;
        keys.add(KeyKind.UNIQUE, name);
    }

    private void attribute() {
        Keyword keyword = cursor.keyword();
        if (WITH_VALUE.contains(keyword)) {
            cursor.advance();
            cursor.accept(TokenKind.EQUAL);
            skipper.skip();
            return;
        }
        switch (keyword) {
            case NOT, NULL -> nullability();
            case DEFAULT -> defaultValue();
            case ON -> onUpdate();
            case AUTO_INCREMENT -> autoIncrement = accepted();
            case UNIQUE, PRIMARY, KEY -> key();
            case COLLATE -> collation();
            case VISIBLE -> cursor.advance();
            case INVISIBLE -> invisible = accepted();
            case GENERATED, AS -> generated();
            case CONSTRAINT, CHECK, REFERENCES -> constraint();
            default -> known = false;
        }
    }

    private boolean accepted() {
        cursor.advance();
        return true;
    }

    private void nullability() {
        boolean not = cursor.accept(Keyword.NOT);
        if (not && cursor.acceptWord("SECONDARY")) {
            return;
        }
        cursor.expect(Keyword.NULL);
        nullable = !not;
    }

    private void defaultValue() {
        cursor.advance();
        if (cursor.at(Keyword.NOW) && cursor.ahead().kind() != TokenKind.LEFT_PAREN) {
            defaultValue = new Expression.Call(null, "now", false, List.of());
            cursor.advance();
            return;
        }
        int from = cursor.start();
        defaultValue = expressions.apply(cursor.textBetween(from, skipValue()));
        known = defaultValue != null && !(defaultValue instanceof Expression.Column);
    }

    /** A literal, a word with or without arguments, or an expression in parentheses. */
    private int skipValue() {
        if (!cursor.accept(TokenKind.MINUS)) {
            cursor.accept(TokenKind.PLUS);
        }
        boolean isWord = cursor.at(TokenKind.WORD);
        int end = skipper.skip();
        if (isWord && (cursor.at(TokenKind.LEFT_PAREN) || atLiteral())) {
            end = skipper.skip();
        }
        while (cursor.at(TokenKind.STRING)) {
            end = skipper.skip();
        }
        return end;
    }

    private boolean atLiteral() {
        return switch (cursor.kind()) {
            case STRING, HEX_STRING, BIT_STRING, HEX_NUMBER, BIT_NUMBER -> true;
            default -> false;
        };
    }

    /** The only thing that is done ON UPDATE is setting the time. */
    private void onUpdate() {
        cursor.advance();
        cursor.expect(Keyword.UPDATE);
        cursor.expect(TokenKind.WORD);
        if (cursor.at(TokenKind.LEFT_PAREN)) {
            skipper.group();
        }
    }

    private void key() {
        boolean unique = cursor.accept(Keyword.UNIQUE);
        key = unique ? KeyKind.UNIQUE : KeyKind.PRIMARY;
        if (unique) {
            cursor.accept(Keyword.KEY);
        } else {
            cursor.accept(Keyword.PRIMARY);
            cursor.expect(Keyword.KEY);
        }
    }

    private void collation() {
        cursor.advance();
        collation = ColumnTypeParser.charsetName(cursor);
    }

    private void generated() {
        if (cursor.accept(Keyword.GENERATED)) {
            cursor.expect(Keyword.ALWAYS);
        }
        cursor.expect(Keyword.AS);
        skipper.group();
        if (!cursor.accept(Keyword.VIRTUAL)) {
            cursor.accept(Keyword.STORED);
        }
        generated = true;
    }

    /** What REFERENCES says here, MySQL parses and ignores. */
    private void constraint() {
        if (cursor.at(Keyword.REFERENCES)) {
            references.parse();
            return;
        }
        if (cursor.accept(Keyword.CONSTRAINT) && cursor.atName()) {
            cursor.advance();
        }
        references.check();
    }
}
