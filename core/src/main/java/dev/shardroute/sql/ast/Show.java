package dev.shardroute.sql.ast;

import dev.shardroute.sql.ast.Expression.Literal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A SHOW. */
public sealed interface Show extends Statement {
    /**
     * A SHOW that lists things.
     *
     * @param extended true for SHOW EXTENDED; of indexes it is not kept
     * @param full     true for SHOW FULL
     * @param subject  what is listed
     * @param name     the table, or the routine, that it is about, or null
     * @param database the database it is about, or null
     * @param filter   which of the things, or null for all
     * @param limit    how many, or null
     */
    record Listing(boolean extended, boolean full, Subject subject, @Nullable TableName name,
            @Nullable String database, @Nullable Filter filter, @Nullable Limit limit) implements Show {}

    /** {@code SHOW CREATE …}; {@code ifNotExists} is of databases only. */
    record Create(ObjectKind kind, boolean ifNotExists, TableName name) implements Show {}

    /** {@code SHOW CREATE USER}; without account it is about the current user. */
    record CreateUser(@Nullable Account account) implements Show {}

    /** {@code SHOW GRANTS [FOR account [USING roles]]}; without account it is about the current user. */
    record Grants(@Nullable Account account, List<Account> roles) implements Show {
        /** Copies the list. */
        public Grants {
            roles = List.copyOf(roles);
        }
    }

    /** {@code SHOW ENGINE name STATUS} or {@code MUTEX}; the name in lower case. */
    record Engine(String name, boolean mutex) implements Show {}

    /**
     * {@code SHOW BINLOG EVENTS} and {@code SHOW RELAYLOG EVENTS}.
     *
     * @param relay    true for RELAYLOG
     * @param log      the name of the log, or null
     * @param position where to begin, or null
     * @param limit    how many, or null
     * @param channel  the channel, or null
     */
    record LogEvents(boolean relay, @Nullable String log, @Nullable Literal position, @Nullable Limit limit,
            @Nullable String channel) implements Show {}

    /** {@code SHOW REPLICA STATUS [FOR CHANNEL channel]}; SLAVE with {@code legacy}. */
    record ReplicaStatus(boolean legacy, @Nullable String channel) implements Show {}

    /** {@code SHOW PROFILE [types] [FOR QUERY n] [LIMIT …]}. */
    record Profile(List<String> types, @Nullable Literal query, @Nullable Limit limit) implements Show {
        /** Copies the list. */
        public Profile {
            types = List.copyOf(types);
        }
    }

    /** {@code SHOW TRANSACTION STATUS FOR 'id'}. */
    record TransactionStatus(String id) implements Show {}

    /** {@code SHOW UNRESOLVED TRANSACTIONS [FOR keyspace]}. */
    record UnresolvedTransactions(@Nullable String keyspace) implements Show {}

    /** {@code SHOW VITESS_MIGRATION 'uuid' LOGS}. */
    record MigrationLogs(String uuid) implements Show {}

    /** What a listing lists; the canonical words are those of the name unless they are given. */
    enum Subject {
        BINARY_LOG_STATUS, BINARY_LOGS, CHARSET, COLLATION, COLUMNS, COUNT_ERRORS("count(*) errors"),
        COUNT_WARNINGS("count(*) warnings"), DATABASES, ENGINES, ERRORS, EVENTS, FUNCTION_CODE, FUNCTION_STATUS,
        GLOBAL_GTID_EXECUTED("global gtid_executed"), GLOBAL_STATUS, GLOBAL_VARIABLES,
        GLOBAL_VGTID_EXECUTED("global vgtid_executed"), INDEXES, KEYSPACES, MASTER_STATUS, OPEN_TABLES, PLUGINS,
        PRIVILEGES, PROCEDURE_CODE, PROCEDURE_STATUS, PROCESSLIST, PROFILES, REPLICAS, SLAVE_HOSTS, STATUS, TABLES,
        TABLE_STATUS, TRIGGERS, VARIABLES, VITESS_METADATA_VARIABLES("vitess_metadata variables"),
        VITESS_MIGRATIONS("vitess_migrations"), VITESS_REPLICATION_STATUS("vitess_replication_status"),
        VITESS_SHARDS("vitess_shards"), VITESS_TABLETS("vitess_tablets"), VITESS_TARGET("vitess_target"),
        VITESS_THROTTLED_APPS("vitess_throttled_apps"), VITESS_THROTTLER_STATUS("vitess_throttler status"),
        VSCHEMA_KEYSPACES, VSCHEMA_TABLES, VSCHEMA_VINDEXES, WARNINGS;

        private final String sql;

        Subject() {
            this.sql = name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }

        Subject(String sql) {
            this.sql = sql;
        }

        /** The words of canonical SQL. */
        public String sql() {
            return sql;
        }
    }

    /** What SHOW CREATE shows. */
    enum ObjectKind {
        DATABASE, EVENT, FUNCTION, PROCEDURE, TABLE, TRIGGER, VIEW
    }

    /** Which of the things a listing lists. */
    sealed interface Filter extends Clause {
        /** {@code LIKE 'pattern'}. */
        record Like(String pattern) implements Filter {}

        /** {@code WHERE condition}. */
        record Where(Expression condition) implements Filter {}
    }
}
