package dev.shardroute.sql.parser;

import dev.shardroute.sql.ast.Limit;
import dev.shardroute.sql.ast.Show.Filter;
import dev.shardroute.sql.ast.Show.Listing;
import dev.shardroute.sql.ast.Show.Subject;
import dev.shardroute.sql.ast.TableName;
import dev.shardroute.sql.lex.Keyword;
import dev.shardroute.sql.lex.TokenKind;
import org.jspecify.annotations.Nullable;

/** Parses those SHOW statements that list things: first the words for the things, then what may follow those. */
final class ListingParser {
    private final TokenCursor cursor;
    private final ExpressionParser expressions;
    private final ClauseParser clauses;
    private final SessionClauses parts;

    ListingParser(TokenCursor cursor, ExpressionParser expressions, ClauseParser clauses) {
        this.cursor = cursor;
        this.expressions = expressions;
        this.clauses = clauses;
        this.parts = new SessionClauses(cursor, expressions);
    }

    /** From what follows the verb on. */
    Listing parse() {
        boolean extended = cursor.accept(Keyword.EXTENDED);
        boolean full = cursor.accept(Keyword.FULL);
        Subject subject = subject();
        if (extended || full) {
            checkWide(extended, full, subject);
        }
        Listing listing = listing(subject);
        return new Listing(extended && subject != Subject.INDEXES, full, subject, listing.name(), listing.database(),
                listing.filter(), listing.limit());
    }

    private void checkWide(boolean extended, boolean full, Subject subject) {
        boolean fits = switch (subject) {
            case COLUMNS, TABLES -> true;
            case INDEXES -> !full;
            case PROCESSLIST, TRIGGERS -> !extended;
            default -> false;
        };
        if (!fits) {
            throw cursor.error(subject.sql() + " cannot be had EXTENDED or FULL");
        }
    }

    private Subject subject() {
        return switch (cursor.keyword()) {
            case BINARY -> binary();
            case CHARSET -> words(Subject.CHARSET);
            case CHARACTER, CHAR -> words(Subject.CHARSET, Keyword.SET);
            case COLLATION -> words(Subject.COLLATION);
            case COLUMNS, FIELDS -> words(Subject.COLUMNS);
            case COUNT -> count();
            case DATABASES, SCHEMAS -> words(Subject.DATABASES);
            case ENGINES -> words(Subject.ENGINES);
            case STORAGE -> words(Subject.ENGINES, Keyword.ENGINES);
            case ERRORS -> words(Subject.ERRORS);
            case EVENTS -> words(Subject.EVENTS);
            case FUNCTION -> codeOrStatus(Subject.FUNCTION_CODE, Subject.FUNCTION_STATUS);
            case PROCEDURE -> codeOrStatus(Subject.PROCEDURE_CODE, Subject.PROCEDURE_STATUS);
            case GLOBAL -> global();
            case SESSION, LOCAL -> session();
            case INDEX, INDEXES, KEYS -> words(Subject.INDEXES);
            case MASTER -> words(Subject.MASTER_STATUS, Keyword.STATUS);
            case OPEN -> words(Subject.OPEN_TABLES, Keyword.TABLES);
            case PLUGINS -> words(Subject.PLUGINS);
            case PRIVILEGES -> words(Subject.PRIVILEGES);
            case PROCESSLIST -> words(Subject.PROCESSLIST);
            case PROFILES -> words(Subject.PROFILES);
            case REPLICAS -> words(Subject.REPLICAS);
            case SLAVE -> words(Subject.SLAVE_HOSTS, Keyword.HOSTS);
            case STATUS -> words(Subject.STATUS);
            case TABLE -> words(Subject.TABLE_STATUS, Keyword.STATUS);
            case TABLES -> words(Subject.TABLES);
            case TRIGGERS -> words(Subject.TRIGGERS);
            case VARIABLES -> words(Subject.VARIABLES);
            case WARNINGS -> words(Subject.WARNINGS);
            default -> subjectOfVitess();
        };
    }

    private Subject subjectOfVitess() {
        return switch (cursor.keyword()) {
            case KEYSPACES, VITESS_KEYSPACES -> words(Subject.KEYSPACES);
            case VITESS_METADATA -> words(Subject.VITESS_METADATA_VARIABLES, Keyword.VARIABLES);
            case VITESS_MIGRATIONS -> words(Subject.VITESS_MIGRATIONS);
            case VITESS_REPLICATION_STATUS -> words(Subject.VITESS_REPLICATION_STATUS);
            case VITESS_SHARDS -> words(Subject.VITESS_SHARDS);
            case VITESS_TABLETS -> words(Subject.VITESS_TABLETS);
            case VITESS_TARGET -> words(Subject.VITESS_TARGET);
            case VITESS_THROTTLED_APPS -> words(Subject.VITESS_THROTTLED_APPS);
            case VITESS_THROTTLER -> words(Subject.VITESS_THROTTLER_STATUS, Keyword.STATUS);
            case VSCHEMA -> vschema();
            default -> throw cursor.error("expected what to show");
        };
    }

    /** The word that the cursor is at and those behind it stand for {@code subject}. */
    private Subject words(Subject subject, Keyword... others) {
        cursor.advance();
        parts.expect(others);
        return subject;
    }

    private Subject binary() {
        cursor.advance();
        return cursor.at(Keyword.LOG)
                ? words(Subject.BINARY_LOG_STATUS, Keyword.STATUS)
                : choice(Keyword.LOGS, Subject.BINARY_LOGS);
    }

    private Subject count() {
        cursor.advance();
        cursor.expect(TokenKind.LEFT_PAREN);
        cursor.expect(TokenKind.STAR);
        cursor.expect(TokenKind.RIGHT_PAREN);
        return cursor.at(Keyword.ERRORS)
                ? words(Subject.COUNT_ERRORS)
                : choice(Keyword.WARNINGS, Subject.COUNT_WARNINGS);
    }

    private Subject codeOrStatus(Subject code, Subject status) {
        cursor.advance();
        return cursor.at(Keyword.CODE) ? words(code) : choice(Keyword.STATUS, status);
    }

    private Subject global() {
        cursor.advance();
        return switch (cursor.keyword()) {
            case STATUS -> words(Subject.GLOBAL_STATUS);
            case GTID_EXECUTED -> words(Subject.GLOBAL_GTID_EXECUTED);
            case VGTID_EXECUTED -> words(Subject.GLOBAL_VGTID_EXECUTED);
            default -> choice(Keyword.VARIABLES, Subject.GLOBAL_VARIABLES);
        };
    }

    private Subject session() {
        cursor.advance();
        return cursor.at(Keyword.STATUS) ? words(Subject.STATUS) : choice(Keyword.VARIABLES, Subject.VARIABLES);
    }

    private Subject vschema() {
        cursor.advance();
        return switch (cursor.keyword()) {
            case KEYSPACES -> words(Subject.VSCHEMA_KEYSPACES);
            case TABLES -> words(Subject.VSCHEMA_TABLES);
            default -> choice(Keyword.VINDEXES, Subject.VSCHEMA_VINDEXES);
        };
    }

    /** The last word that can stand here. */
    private Subject choice(Keyword word, Subject subject) {
        cursor.expect(word);
        return subject;
    }

    private Listing listing(Subject subject) {
        return switch (subject) {
            case CHARSET, COLLATION, DATABASES, FUNCTION_STATUS, GLOBAL_STATUS, GLOBAL_VARIABLES, KEYSPACES,
                    PROCEDURE_STATUS, STATUS, VARIABLES, VITESS_SHARDS, VITESS_TABLETS ->
                    of(subject, null, null, filter(), null);
            case EVENTS, OPEN_TABLES, TABLES, TABLE_STATUS, TRIGGERS, VITESS_MIGRATIONS ->
                    of(subject, null, database(), filter(), null);
            case COLUMNS, INDEXES -> of(subject, table(), database(), filter(), null);
            case GLOBAL_GTID_EXECUTED, GLOBAL_VGTID_EXECUTED -> of(subject, null, database(), null, null);
            case VITESS_METADATA_VARIABLES, VITESS_REPLICATION_STATUS -> of(subject, null, null, like(), null);
            case ERRORS, WARNINGS -> of(subject, null, null, null, clauses.limit());
            case FUNCTION_CODE, PROCEDURE_CODE -> of(subject, clauses.tableName(), null, null, null);
            case VSCHEMA_VINDEXES -> of(subject, tableOfVindexes(), null, null, null);
            case BINARY_LOGS, BINARY_LOG_STATUS, COUNT_ERRORS, COUNT_WARNINGS, ENGINES, MASTER_STATUS, PLUGINS,
                    PRIVILEGES, PROCESSLIST, PROFILES, REPLICAS, SLAVE_HOSTS, VITESS_TARGET, VITESS_THROTTLED_APPS,
                    VITESS_THROTTLER_STATUS, VSCHEMA_KEYSPACES, VSCHEMA_TABLES ->
                    of(subject, null, null, null, null);
        };
    }

    private static Listing of(Subject subject, @Nullable TableName name, @Nullable String database,
            @Nullable Filter filter, @Nullable Limit limit) {
        return new Listing(false, false, subject, name, database, filter, limit);
    }

    private TableName table() {
        if (!acceptFrom()) {
            throw cursor.error("expected FROM");
        }
        return clauses.tableName();
    }

    private @Nullable TableName tableOfVindexes() {
        return cursor.accept(Keyword.FROM) || cursor.accept(Keyword.ON) ? clauses.tableName() : null;
    }

    private @Nullable String database() {
        return acceptFrom() ? cursor.name("a database") : null;
    }

    private boolean acceptFrom() {
        return cursor.accept(Keyword.FROM) || cursor.accept(Keyword.IN);
    }

    private @Nullable Filter filter() {
        return cursor.accept(Keyword.WHERE) ? new Filter.Where(expressions.parse()) : like();
    }

    private @Nullable Filter like() {
        return cursor.accept(Keyword.LIKE) ? new Filter.Like(parts.string()) : null;
    }
}
