package dev.shardroute.sql.parser;

import dev.shardroute.sql.ast.Ddl;
import dev.shardroute.sql.ast.Ddl.Action;
import dev.shardroute.sql.ast.Ddl.Condition;
import dev.shardroute.sql.ast.Ddl.ObjectKind;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Query;
import dev.shardroute.sql.ast.TableDefinition;
import dev.shardroute.sql.ast.TableName;
import dev.shardroute.sql.lex.Keyword;
import dev.shardroute.sql.lex.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Parses statements that define objects: what is done to which kind of object, their names, and where the statement ends.
 * Of the rest only that is refused which certainly is no MySQL; the shards see the statement's own text. For one statement.
 */
final class DdlParser {
    /** Objects that no keyspace holds, by the first word that names them. */
    private static final Set<String> OTHERS =
            Set.of("USER", "ROLE", "SERVER", "TABLESPACE", "UNDO", "LOGFILE", "RESOURCE", "INSTANCE");

    private final TokenCursor cursor;
    private final ClauseParser clauses;
    private final TokenSkipper skipper;
    private final Supplier<? extends Query> queries;
    private final Function<String, @Nullable Expression> expressions;

    private final List<TableName> names = new ArrayList<>();
    private final List<TableName> related = new ArrayList<>();
    private List<String> columns = List.of();
    private Condition condition = Condition.NONE;
    private boolean temporary;
    private @Nullable TableDefinition definition;
    private @Nullable Query query;

    /**
     * A parser of the statement that the cursor is at.
     *
     * @param queries     parses the query that the cursor is at
     * @param expressions gives the expression that a text is, or null when it is none that is known
     */
    DdlParser(TokenCursor cursor, ClauseParser clauses, Supplier<? extends Query> queries,
            Function<String, @Nullable Expression> expressions) {
        this.cursor = cursor;
        this.clauses = clauses;
        this.skipper = new TokenSkipper(cursor);
        this.queries = queries;
        this.expressions = expressions;
    }

    /** From the verb on. */
    Ddl parse(Action action) {
        int verb = cursor.start();
        List<String> comments = cursor.commentsAfterVerb();
        ObjectKind kind = switch (action) {
            case CREATE -> create();
            case ALTER -> alter();
            case DROP -> drop();
            case RENAME -> rename();
            case TRUNCATE -> truncate();
        };
        return new Ddl(action, kind, names, related, condition, temporary, comments, definition, columns, query,
                text(verb));
    }

    /** The verb may stand in a version comment, whose signs are then part of the statement. */
    private String text(int verb) {
        if (!skipper.atEnd()) {
            throw cursor.error("expected the end of the statement");
        }
        int first = cursor.sql().start();
        boolean inComment = cursor.textBetween(first, verb).contains("/*!");
        return cursor.textBetween(inComment ? first : verb, cursor.start()).strip();
    }

    private ObjectKind create() {
        boolean replace = cursor.accept(Keyword.OR);
        if (replace) {
            cursor.expect(Keyword.REPLACE);
        }
        boolean onlyView = algorithm();
        boolean defined = definer();
        onlyView |= security();
        if (cursor.at(Keyword.VIEW)) {
            return view();
        }
        if (onlyView || (replace && !cursor.at(Keyword.SPATIAL))) {
            throw cursor.error("expected VIEW");
        }
        return switch (cursor.keyword()) {
            case PROCEDURE, FUNCTION, TRIGGER, EVENT -> routine();
            case TEMPORARY, TABLE, UNIQUE, FULLTEXT, SPATIAL, INDEX, DATABASE, SCHEMA -> {
                if (defined) {
                    throw cursor.error("expected what may have a definer");
                }
                yield createTableOrIndex();
            }
            default -> !defined && cursor.acceptWord("AGGREGATE") ? aggregate() : other();
        };
    }

    /** A loadable function of many rows. */
    private ObjectKind aggregate() {
        if (!cursor.at(Keyword.FUNCTION)) {
            throw cursor.error("expected FUNCTION");
        }
        return routine();
    }

    private ObjectKind createTableOrIndex() {
        switch (cursor.keyword()) {
            case TEMPORARY, TABLE -> {
                temporary = cursor.accept(Keyword.TEMPORARY);
                cursor.expect(Keyword.TABLE);
                ifNotExists();
                createTable();
                return ObjectKind.TABLE;
            }
            case DATABASE, SCHEMA -> {
                cursor.advance();
                ifNotExists();
                names.add(TableName.of(cursor.name("a database")));
                databaseOptions();
                return ObjectKind.DATABASE;
            }
            case UNIQUE, FULLTEXT, SPATIAL -> cursor.advance();
            default -> {
            }
        }
        return cursor.atWord("REFERENCE") ? other() : createIndex();
    }

    private ObjectKind createIndex() {
        cursor.expect(Keyword.INDEX);
        cursor.name("an index");
        if (cursor.accept(Keyword.USING)) {
            cursor.expect(TokenKind.WORD);
        }
        cursor.expect(Keyword.ON);
        names.add(clauses.tableName());
        skipper.group();
        skipper.toEnd();
        return ObjectKind.INDEX;
    }

    /** From the name on. */
    private void createTable() {
        names.add(clauses.tableName());
        if (cursor.accept(Keyword.LIKE)) {
            related.add(clauses.tableName());
            return;
        }
        Keyword inside = cursor.at(TokenKind.LEFT_PAREN) ? cursor.ahead().keyword() : Keyword.OTHER;
        if (inside == Keyword.LIKE) {
            cursor.advance();
            cursor.advance();
            related.add(clauses.tableName());
            cursor.expect(TokenKind.RIGHT_PAREN);
            return;
        }
        TableDefinitionParser elements = null;
        if (cursor.at(TokenKind.LEFT_PAREN) && !atQuery()) {
            elements = new TableDefinitionParser(cursor, clauses, expressions);
            elements.parse();
        }
        TableOptions options = new TableOptions(cursor);
        options.parse();
        definition = elements == null ? null : elements.definition(options);
        partitions();
        source();
    }

    private boolean atQuery() {
        Keyword first = cursor.keyword();
        if (cursor.at(TokenKind.LEFT_PAREN)) {
            if (cursor.ahead().kind() == TokenKind.LEFT_PAREN) {
                return true;
            }
            first = cursor.ahead().keyword();
        }
        return switch (first) {
            case SELECT, WITH, TABLE, VALUES -> true;
            default -> false;
        };
    }

    private void partitions() {
        if (!cursor.accept(Keyword.PARTITION)) {
            return;
        }
        cursor.expect(Keyword.BY);
        while (!skipper.atEnd() && !atSource() && !cursor.at(TokenKind.COMMA)) {
            skipper.skip();
        }
    }

    private boolean atSource() {
        return switch (cursor.keyword()) {
            case IGNORE, REPLACE, AS -> true;
            default -> cursor.at(TokenKind.WORD) && atQuery();
        };
    }

    /** The query whose rows the new table gets. Behind IGNORE and REPLACE also a clause may stand that is not known. */
    private void source() {
        boolean conflict = cursor.accept(Keyword.IGNORE) || cursor.accept(Keyword.REPLACE);
        if (cursor.accept(Keyword.AS) || atQuery()) {
            query = queries.get();
        } else if (conflict) {
            skipper.toEnd();
        }
    }

    private ObjectKind view() {
        cursor.expect(Keyword.VIEW);
        names.add(clauses.tableName());
        if (cursor.accept(TokenKind.LEFT_PAREN)) {
            columns = cursor.commaList(() -> cursor.name("a column"));
            cursor.expect(TokenKind.RIGHT_PAREN);
        }
        cursor.expect(Keyword.AS);
        query = queries.get();
        if (cursor.accept(Keyword.WITH)) {
            if (!cursor.acceptWord("CASCADED")) {
                cursor.acceptWord("LOCAL");
            }
            cursor.expect(Keyword.CHECK);
            cursor.expect(Keyword.OPTION);
        }
        return ObjectKind.VIEW;
    }

    private boolean algorithm() {
        boolean found = cursor.acceptWord("ALGORITHM");
        if (found) {
            cursor.accept(TokenKind.EQUAL);
            cursor.expect(TokenKind.WORD);
        }
        return found;
    }

    /** {@code DEFINER = user}, the user in quotes or not. */
    private boolean definer() {
        boolean found = cursor.acceptWord("DEFINER");
        if (found) {
            cursor.accept(TokenKind.EQUAL);
            if (!cursor.accept(TokenKind.WORD) && !cursor.accept(TokenKind.QUOTED_NAME)) {
                cursor.expect(TokenKind.STRING);
            }
            if (!cursor.accept(TokenKind.USER_VARIABLE) && cursor.accept(TokenKind.LEFT_PAREN)) {
                cursor.expect(TokenKind.RIGHT_PAREN);
            }
        }
        return found;
    }

    private boolean security() {
        boolean found = cursor.accept(Keyword.SQL);
        if (found) {
            cursor.expect(Keyword.SECURITY);
            cursor.expect(TokenKind.WORD);
        }
        return found;
    }

    private ObjectKind routine() {
        RoutineParser routine = new RoutineParser(cursor, clauses);
        ObjectKind kind = routineKind(cursor.keyword());
        cursor.advance();
        ifNotExists();
        names.add(clauses.tableName());
        TableName table = routine.parse(kind);
        if (table != null) {
            related.add(table);
        }
        return kind;
    }

    private static ObjectKind routineKind(Keyword keyword) {
        return switch (keyword) {
            case PROCEDURE -> ObjectKind.PROCEDURE;
            case FUNCTION -> ObjectKind.FUNCTION;
            case TRIGGER -> ObjectKind.TRIGGER;
            default -> ObjectKind.EVENT;
        };
    }

    private ObjectKind alter() {
        boolean onlyView = algorithm();
        boolean defined = definer();
        onlyView |= security();
        if (cursor.at(Keyword.VIEW)) {
            return view();
        }
        if (onlyView) {
            throw cursor.error("expected VIEW");
        }
        if (cursor.at(Keyword.EVENT)) {
            return alterRoutine();
        }
        if (defined) {
            throw cursor.error("expected what may have a definer");
        }
        return switch (cursor.keyword()) {
            case TABLE -> {
                cursor.advance();
                names.add(clauses.tableName());
                new AlterTableParser(cursor, clauses).parse(related);
                yield ObjectKind.TABLE;
            }
            case DATABASE, SCHEMA -> alterDatabase();
            case PROCEDURE, FUNCTION -> alterRoutine();
            default -> other();
        };
    }

    private ObjectKind alterRoutine() {
        ObjectKind kind = routineKind(cursor.keyword());
        cursor.advance();
        names.add(clauses.tableName());
        if (kind == ObjectKind.EVENT) {
            new RoutineParser(cursor, clauses).alterEvent();
        } else {
            skipper.toEnd();
        }
        return kind;
    }

    private ObjectKind alterDatabase() {
        cursor.advance();
        if (cursor.atName() && !atNamelessOption()) {
            names.add(TableName.of(cursor.take()));
        }
        if (skipper.atEnd()) {
            throw cursor.error("expected an option");
        }
        databaseOptions();
        return ObjectKind.DATABASE;
    }

    /** Words that begin an option are names too: they are one where an option follows. */
    private boolean atNamelessOption() {
        if (!cursor.at(Keyword.CHARSET) && !cursor.at(Keyword.ENCRYPTION)) {
            return false;
        }
        return switch (cursor.ahead().keyword()) {
            case DEFAULT, CHARSET, CHARACTER, COLLATE, ENCRYPTION, READ, UPGRADE -> false;
            default -> true;
        };
    }

    private void databaseOptions() {
        while (!skipper.atEnd()) {
            boolean isDefault = cursor.accept(Keyword.DEFAULT);
            switch (cursor.keyword()) {
                case CHARSET, CHARACTER -> {
                    if (cursor.accept(Keyword.CHARACTER)) {
                        cursor.expect(Keyword.SET);
                    } else {
                        cursor.advance();
                    }
                    databaseOption();
                }
                case COLLATE -> {
                    cursor.advance();
                    databaseOption();
                }
                default -> {
                    if (isDefault && !cursor.at(Keyword.ENCRYPTION)) {
                        throw cursor.error("expected CHARACTER SET, COLLATE or ENCRYPTION");
                    }
                    skipper.skip();
                }
            }
        }
    }

    private void databaseOption() {
        cursor.accept(TokenKind.EQUAL);
        ColumnTypeParser.charsetName(cursor);
    }

    private ObjectKind drop() {
        temporary = cursor.accept(Keyword.TEMPORARY);
        ObjectKind kind = switch (cursor.keyword()) {
            case TABLE, TABLES -> dropList(ObjectKind.TABLE);
            case VIEW -> dropList(ObjectKind.VIEW);
            case INDEX -> dropIndex();
            case DATABASE, SCHEMA -> {
                cursor.advance();
                ifExists();
                names.add(TableName.of(cursor.name("a database")));
                yield ObjectKind.DATABASE;
            }
            case PROCEDURE, FUNCTION, TRIGGER, EVENT -> {
                ObjectKind routine = routineKind(cursor.keyword());
                cursor.advance();
                ifExists();
                names.add(clauses.tableName());
                yield routine;
            }
            case SPATIAL -> other();
            default -> other();
        };
        if (temporary && kind != ObjectKind.TABLE) {
            throw cursor.error("only a table can be temporary");
        }
        return kind;
    }

    private ObjectKind dropList(ObjectKind kind) {
        cursor.advance();
        ifExists();
        names.addAll(cursor.commaList(clauses::tableName));
        if (!cursor.accept(Keyword.RESTRICT)) {
            cursor.accept(Keyword.CASCADE);
        }
        return kind;
    }

    private ObjectKind dropIndex() {
        cursor.advance();
        cursor.name("an index");
        cursor.expect(Keyword.ON);
        names.add(clauses.tableName());
        skipper.toEnd();
        return ObjectKind.INDEX;
    }

    private ObjectKind rename() {
        if (cursor.atWord("USER")) {
            return other();
        }
        if (!cursor.accept(Keyword.TABLES)) {
            cursor.expect(Keyword.TABLE);
        }
        do {
            names.add(clauses.tableName());
            cursor.expect(Keyword.TO);
            names.add(clauses.tableName());
        } while (cursor.accept(TokenKind.COMMA));
        return ObjectKind.TABLE;
    }

    private ObjectKind truncate() {
        cursor.accept(Keyword.TABLE);
        names.add(clauses.tableName());
        return ObjectKind.TABLE;
    }

    private ObjectKind other() {
        boolean known = cursor.atWord("REFERENCE") || cursor.at(Keyword.SPATIAL)
                || OTHERS.stream().anyMatch(cursor::atWord);
        if (!known) {
            throw cursor.error("expected what kind of object");
        }
        skipper.skip();
        if (skipper.atEnd()) {
            throw cursor.error("expected more");
        }
        skipper.toEnd();
        return ObjectKind.OTHER;
    }

    private void ifExists() {
        if (cursor.accept(Keyword.IF)) {
            cursor.expect(Keyword.EXISTS);
            condition = Condition.IF_EXISTS;
        }
    }

    private void ifNotExists() {
        if (cursor.accept(Keyword.IF)) {
            cursor.expect(Keyword.NOT);
            cursor.expect(Keyword.EXISTS);
            condition = Condition.IF_NOT_EXISTS;
        }
    }
}
