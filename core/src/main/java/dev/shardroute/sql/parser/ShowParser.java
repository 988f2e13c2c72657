package dev.shardroute.sql.parser;

import dev.shardroute.sql.ast.Account;
import dev.shardroute.sql.ast.Expression.Literal;
import dev.shardroute.sql.ast.Show;
import dev.shardroute.sql.ast.Show.ObjectKind;
import dev.shardroute.sql.ast.TableName;
import dev.shardroute.sql.lex.Keyword;
import dev.shardroute.sql.lex.TokenKind;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Parses SHOW; {@link ListingParser} has those that list things. */
final class ShowParser {
    private static final Set<String> PROFILE_TYPES = Set.of("all", "block io", "context switches", "cpu", "ipc",
            "memory", "page faults", "source", "swaps");

    private final TokenCursor cursor;
    private final ClauseParser clauses;
    private final SessionClauses parts;
    private final ListingParser listings;

    ShowParser(TokenCursor cursor, ExpressionParser expressions, ClauseParser clauses) {
        this.cursor = cursor;
        this.clauses = clauses;
        this.parts = new SessionClauses(cursor, expressions);
        this.listings = new ListingParser(cursor, expressions, clauses);
    }

    /** From the verb on. */
    Show parse() {
        cursor.advance();
        return switch (cursor.keyword()) {
            case BINLOG -> binlogEvents();
            case CREATE -> create();
            case ENGINE -> engine();
            case GRANTS -> grants();
            case PROFILE -> profile();
            case RELAYLOG -> relaylogEvents();
            case REPLICA -> replicaStatus(false);
            case SLAVE -> cursor.ahead().keyword() == Keyword.HOSTS ? listings.parse() : replicaStatus(true);
            case TRANSACTION -> transactionStatus();
            case UNRESOLVED -> unresolvedTransactions();
            case VITESS_MIGRATION -> migrationLogs();
            default -> listings.parse();
        };
    }

    private Show create() {
        cursor.advance();
        return switch (cursor.keyword()) {
            case DATABASE, SCHEMA -> createDatabase();
            case EVENT -> create(ObjectKind.EVENT);
            case FUNCTION -> create(ObjectKind.FUNCTION);
            case PROCEDURE -> create(ObjectKind.PROCEDURE);
            case TABLE -> create(ObjectKind.TABLE);
            case TRIGGER -> create(ObjectKind.TRIGGER);
            case VIEW -> create(ObjectKind.VIEW);
            case USER -> {
                cursor.advance();
                yield new Show.CreateUser(account());
            }
            default -> throw cursor.error("expected a kind of object");
        };
    }

    private Show create(ObjectKind kind) {
        cursor.advance();
        return new Show.Create(kind, false, clauses.tableName());
    }

    private Show createDatabase() {
        cursor.advance();
        boolean ifNotExists = cursor.accept(Keyword.IF);
        if (ifNotExists) {
            parts.expect(Keyword.NOT, Keyword.EXISTS);
        }
        return new Show.Create(ObjectKind.DATABASE, ifNotExists, TableName.of(cursor.name("a database")));
    }

    private Show engine() {
        cursor.advance();
        if (cursor.at(Keyword.ALL)) {
            throw TokenCursor.unsupported("SHOW ENGINE ALL");
        }
        String name = parts.nameOrString("an engine").toLowerCase(Locale.ROOT);
        if (cursor.at(Keyword.LOGS)) {
            throw TokenCursor.unsupported("SHOW ENGINE … LOGS");
        }
        boolean mutex = cursor.accept(Keyword.MUTEX);
        if (!mutex) {
            cursor.expect(Keyword.STATUS);
        }
        return new Show.Engine(name, mutex);
    }

    private Show grants() {
        cursor.advance();
        if (!cursor.accept(Keyword.FOR)) {
            return new Show.Grants(null, List.of());
        }
        Account account = account();
        return new Show.Grants(account, cursor.accept(Keyword.USING) ? cursor.commaList(this::role) : List.of());
    }

    /** Null for the current user. */
    private @Nullable Account account() {
        if (!cursor.accept(Keyword.CURRENT_USER)) {
            return role();
        }
        if (cursor.accept(TokenKind.LEFT_PAREN)) {
            cursor.expect(TokenKind.RIGHT_PAREN);
        }
        return null;
    }

    private Account role() {
        String name = parts.nameOrString("a user");
        return new Account(name, cursor.at(TokenKind.USER_VARIABLE) ? cursor.take() : null);
    }

    private Show binlogEvents() {
        parts.expect(Keyword.BINLOG, Keyword.EVENTS);
        return new Show.LogEvents(false, log(), position(), clauses.limit(), null);
    }

    private Show relaylogEvents() {
        parts.expect(Keyword.RELAYLOG, Keyword.EVENTS);
        return new Show.LogEvents(true, log(), position(), clauses.limit(), channel());
    }

    private @Nullable String log() {
        return cursor.accept(Keyword.IN) ? parts.string() : null;
    }

    private @Nullable Literal position() {
        return cursor.accept(Keyword.FROM) ? parts.wholeNumber() : null;
    }

    private @Nullable String channel() {
        if (!cursor.accept(Keyword.FOR)) {
            return null;
        }
        cursor.expect(Keyword.CHANNEL);
        return parts.nameOrString("a channel");
    }

    private Show replicaStatus(boolean legacy) {
        cursor.advance();
        cursor.expect(Keyword.STATUS);
        return new Show.ReplicaStatus(legacy, channel());
    }

    private Show profile() {
        cursor.advance();
        boolean hasTypes = cursor.at(TokenKind.WORD) && !cursor.at(Keyword.FOR) && !cursor.at(Keyword.LIMIT);
        List<String> types = hasTypes ? cursor.commaList(this::profileType) : List.of();
        return new Show.Profile(types, query(), clauses.limit());
    }

    /** One word or two. */
    private String profileType() {
        String type = lowerWord();
        switch (type) {
            case "block", "context", "page" -> type += " " + lowerWord();
            default -> {
            }
        }
        if (!PROFILE_TYPES.contains(type)) {
            throw cursor.error("expected a type of profile before this");
        }
        return type;
    }

    private String lowerWord() {
        return cursor.at(TokenKind.WORD) ? cursor.take().toLowerCase(Locale.ROOT) : "";
    }

    private @Nullable Literal query() {
        if (!cursor.accept(Keyword.FOR)) {
            return null;
        }
        cursor.expect(Keyword.QUERY);
        return parts.wholeNumber();
    }

    private Show transactionStatus() {
        parts.expect(Keyword.TRANSACTION, Keyword.STATUS);
        cursor.accept(Keyword.FOR);
        return new Show.TransactionStatus(parts.string());
    }

    private Show unresolvedTransactions() {
        parts.expect(Keyword.UNRESOLVED, Keyword.TRANSACTIONS);
        return new Show.UnresolvedTransactions(cursor.accept(Keyword.FOR) ? cursor.name("a keyspace") : null);
    }

    private Show migrationLogs() {
        cursor.advance();
        String uuid = parts.string();
        cursor.expect(Keyword.LOGS);
        return new Show.MigrationLogs(uuid);
    }
}
