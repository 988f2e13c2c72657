package dev.shardroute.sql.parser;

import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.TableDefinition;
import dev.shardroute.sql.ast.TableDefinition.Column;
import dev.shardroute.sql.ast.TableDefinition.ForeignKey;
import dev.shardroute.sql.ast.TableDefinition.KeyKind;
import dev.shardroute.sql.ast.TableDefinition.KeyPart;
import dev.shardroute.sql.lex.Keyword;
import dev.shardroute.sql.lex.TokenKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Parses the columns and keys of CREATE TABLE. What is no MySQL is refused; what may be a clause of some server's dialect is
 * passed over, and then there is no definition. For one table.
 */
final class TableDefinitionParser {
    /** What may follow a key, with or without one word, number or string. */
    private static final Set<Keyword> KEY_OPTIONS = EnumSet.of(Keyword.KEY_BLOCK_SIZE, Keyword.USING, Keyword.WITH,
            Keyword.COMMENT, Keyword.VISIBLE, Keyword.INVISIBLE, Keyword.ENGINE_ATTRIBUTE,
            Keyword.SECONDARY_ENGINE_ATTRIBUTE);

    private final TokenCursor cursor;
    private final TokenSkipper skipper;
    private final ReferenceParser references;
    private final Function<String, @Nullable Expression> expressions;

    private final List<Column> columns = new ArrayList<>();
    private final List<TableDefinition.Key> keys = new ArrayList<>();
    private final List<ForeignKey> foreignKeys = new ArrayList<>();
    private boolean known = true;

    TableDefinitionParser(TokenCursor cursor, ClauseParser clauses,
            Function<String, @Nullable Expression> expressions) {
        this.cursor = cursor;
        this.skipper = new TokenSkipper(cursor);
        this.references = new ReferenceParser(cursor, clauses);
        this.expressions = expressions;
    }

    /** From the parenthesis on. */
    void parse() {
        cursor.expect(TokenKind.LEFT_PAREN);
        do {
            element();
            if (!cursor.at(TokenKind.COMMA) && !cursor.at(TokenKind.RIGHT_PAREN)) {
                known = false;
                skipper.toComma();
            }
        } while (cursor.accept(TokenKind.COMMA));
        cursor.expect(TokenKind.RIGHT_PAREN);
    }

    /** What was said, with what the options say; null when some of it is not known. */
    @Nullable TableDefinition definition(TableOptions options) {
        if (!known) {
            return null;
        }
        return new TableDefinition(primaryNotNull(), keys, foreignKeys, options.charset(), options.collation(),
                options.comment());
    }

    /** The columns of the primary key are not null, whether that is said or not. */
    private List<Column> primaryNotNull() {
        Set<String> primary = new HashSet<>();
        for (TableDefinition.Key key : keys) {
            if (key.kind() == KeyKind.PRIMARY) {
                key.parts().forEach(part -> primary.add(lower(part.column())));
            }
        }
        return columns.stream().map(column -> primary.contains(lower(column.name())) ? notNull(column) : column)
                .toList();
    }

    private static String lower(@Nullable String name) {
        return name == null ? "" : name.toLowerCase(Locale.ROOT);
    }

    private static Column notNull(Column column) {
        return new Column(column.name(), column.type(), false, column.defaultValue(), column.autoIncrement(),
                column.invisible(), column.generated());
    }

    private void element() {
        switch (cursor.keyword()) {
            case CONSTRAINT -> {
                cursor.advance();
                constraint(cursor.atName() ? cursor.take() : null);
            }
            case PRIMARY, UNIQUE, FOREIGN, CHECK -> constraint(null);
            case KEY, INDEX -> {
                cursor.advance();
                key(KeyKind.INDEX, null);
            }
            case FULLTEXT -> keyOfKind(KeyKind.FULLTEXT, null);
            case SPATIAL -> keyOfKind(KeyKind.SPATIAL, null);
            default -> column();
        }
    }

    private void column() {
        Column column = new ColumnParser(cursor, references, expressions).parse(this::addKey);
        if (column == null) {
            known = false;
            skipper.toComma();
        } else {
            columns.add(column);
        }
    }

    private void addKey(KeyKind kind, String column) {
        keys.add(new TableDefinition.Key(kind, null, List.of(new KeyPart(column, null))));
    }

    private void constraint(@Nullable String name) {
        switch (cursor.keyword()) {
            case PRIMARY -> {
                cursor.advance();
                cursor.expect(Keyword.KEY);
                key(KeyKind.PRIMARY, null);
            }
            case UNIQUE -> keyOfKind(KeyKind.UNIQUE, name);
            case FOREIGN -> foreignKey(name);
            case CHECK -> references.check();
            default -> throw cursor.error("expected PRIMARY, UNIQUE, FOREIGN or CHECK");
        }
    }

    private void keyOfKind(KeyKind kind, @Nullable String constraint) {
        cursor.advance();
        if (!cursor.accept(Keyword.KEY)) {
            cursor.accept(Keyword.INDEX);
        }
        key(kind, constraint);
    }

    /** From the name on; that of a primary key does not count. */
    private void key(KeyKind kind, @Nullable String constraint) {
        String name = cursor.atName() ? cursor.take() : constraint;
        if (cursor.accept(Keyword.USING)) {
            cursor.expect(TokenKind.WORD);
        }
        cursor.expect(TokenKind.LEFT_PAREN);
        List<KeyPart> parts = cursor.commaList(this::keyPart);
        cursor.expect(TokenKind.RIGHT_PAREN);
        keys.add(new TableDefinition.Key(kind, kind == KeyKind.PRIMARY ? null : name, parts));
        keyOptions();
    }

    private KeyPart keyPart() {
        KeyPart part = cursor.at(TokenKind.LEFT_PAREN) ? expressionPart() : columnPart();
        if (!cursor.accept(Keyword.ASC)) {
            cursor.accept(Keyword.DESC);
        }
        return part;
    }

    private KeyPart columnPart() {
        KeyPart part = new KeyPart(cursor.name("a column"), null);
        if (cursor.at(TokenKind.LEFT_PAREN)) {
            skipper.group();
        }
        return part;
    }

    private KeyPart expressionPart() {
        int from = cursor.start();
        Expression expression = expressions.apply(cursor.textBetween(from, skipper.group()));
        known &= expression != null;
        return new KeyPart(null, expression);
    }

    private void keyOptions() {
        while (KEY_OPTIONS.contains(cursor.keyword())) {
            boolean alone = cursor.at(Keyword.VISIBLE) || cursor.at(Keyword.INVISIBLE);
            boolean isParser = cursor.accept(Keyword.WITH);
            if (isParser) {
                cursor.expect(Keyword.PARSER);
                cursor.name("a parser");
            } else {
                cursor.advance();
            }
            if (!alone && !isParser) {
                cursor.accept(TokenKind.EQUAL);
                skipper.skip();
            }
        }
    }

    private void foreignKey(@Nullable String name) {
        cursor.expect(Keyword.FOREIGN);
        cursor.expect(Keyword.KEY);
        if (cursor.atName()) {
            cursor.advance();
        }
        List<String> own = references.columns();
        ReferenceParser.Target target = references.parse();
        foreignKeys.add(new ForeignKey(name, own, target.table(), target.columns(), target.onDelete(),
                target.onUpdate()));
    }
}
