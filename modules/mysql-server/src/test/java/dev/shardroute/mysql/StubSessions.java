package dev.shardroute.mysql;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.type.Field;
import dev.shardroute.type.ResultStream;
import dev.shardroute.type.ResultStream.Completion;
import dev.shardroute.type.Results;
import dev.shardroute.type.Row;
import dev.shardroute.type.Type;
import dev.shardroute.type.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Sessions that answer from a table of statements, and besides what drivers ask when they connect. All that they were asked
 * is recorded.
 */
final class StubSessions implements SessionFactory {
    /** {@code @@version_comment LIMIT 1}, {@code @@session.autocommit AS x}. */
    private static final Pattern VARIABLE =
            Pattern.compile("@@(?:session\\.|global\\.)?(\\w+)(?: +as +(\\w+))?", Pattern.CASE_INSENSITIVE);

    private static final Map<String, String> VARIABLES = Map.ofEntries(Map.entry("auto_increment_increment", "1"),
            Map.entry("autocommit", "1"), Map.entry("character_set_client", "utf8mb4"),
            Map.entry("character_set_connection", "utf8mb4"), Map.entry("character_set_results", "utf8mb4"),
            Map.entry("character_set_server", "utf8mb4"), Map.entry("collation_connection", "utf8mb4_0900_ai_ci"),
            Map.entry("collation_server", "utf8mb4_0900_ai_ci"), Map.entry("init_connect", ""),
            Map.entry("interactive_timeout", "28800"), Map.entry("license", "Apache"),
            Map.entry("lower_case_table_names", "0"), Map.entry("max_allowed_packet", "67108864"),
            Map.entry("net_write_timeout", "60"), Map.entry("performance_schema", "0"), Map.entry("sql_mode", ""),
            Map.entry("system_time_zone", "UTC"), Map.entry("time_zone", "SYSTEM"),
            Map.entry("transaction_isolation", "REPEATABLE-READ"), Map.entry("tx_isolation", "REPEATABLE-READ"),
            Map.entry("transaction_read_only", "0"), Map.entry("version_comment", "Shardroute"),
            Map.entry("wait_timeout", "28800"));

    private final Map<String, Supplier<ResultStream>> answers = new ConcurrentHashMap<>();
    private final Queue<String> statements = new ConcurrentLinkedQueue<>();
    private final Queue<ConnectionInfo> opened = new ConcurrentLinkedQueue<>();
    private final AtomicInteger closed = new AtomicInteger();

    /** From now on {@code sql} is answered so. */
    StubSessions on(String sql, Supplier<ResultStream> answer) {
        answers.put(sql, answer);
        return this;
    }

    List<String> statements() {
        return List.copyOf(statements);
    }

    List<ConnectionInfo> opened() {
        return List.copyOf(opened);
    }

    int closed() {
        return closed.get();
    }

    @Override
    public MysqlSession open(ConnectionInfo info) {
        String database = info.database();
        if (database != null) {
            checkDatabase(database);
        }
        opened.add(info);
        return new Session(database);
    }

    private static void checkDatabase(String name) {
        if (name.startsWith("no_")) {
            throw ErrorCode.VT05003.error(name);
        }
    }

    private final class Session implements MysqlSession {
        private @Nullable String database;
        private boolean autocommit = true;
        private boolean inTransaction;

        Session(@Nullable String database) {
            this.database = database;
        }

        @Override
        public ResultStream query(byte[] sql) {
            String text = new String(sql, UTF_8);
            statements.add(text);
            Supplier<ResultStream> answer = answers.get(text);
            return answer == null ? answerDriver(withoutComment(text)) : answer.get();
        }

        private ResultStream answerDriver(String sql) {
            String lower = sql.toLowerCase(Locale.ROOT);
            if (lower.startsWith("select @@")) {
                return variables(sql);
            }
            if (lower.equals("select database()")) {
                return Results.of(List.of(Field.of("database()", Type.VARCHAR)), List.of(Row.of(nullable(database))));
            }
            if (lower.startsWith("use ")) {
                useDatabase(sql.substring("use ".length()).replace("`", ""));
                return Results.of(Completion.NONE);
            }
            track(lower);
            return Results.of(Completion.NONE);
        }

        private void track(String sql) {
            switch (sql) {
                case "set autocommit=0" -> autocommit = false;
                case "set autocommit=1" -> autocommit = true;
                case "begin", "start transaction" -> inTransaction = true;
                case "commit", "rollback" -> inTransaction = false;
                default -> {
                    if (sql.startsWith("insert")) {
                        inTransaction = !autocommit;
                    } else if (!sql.startsWith("set ")) {
                        throw ErrorCode.SR01001.error(1, 1, 0, sql, "the stub does not know it");
                    }
                }
            }
        }

        @Override
        public void useDatabase(String name) {
            checkDatabase(name);
            database = name;
        }

        @Override
        public SessionState state() {
            return new SessionState(autocommit, inTransaction, database);
        }

        @Override
        public void close() {
            closed.incrementAndGet();
        }
    }

    private static String withoutComment(String sql) {
        return (sql.startsWith("/*") ? sql.substring(sql.indexOf("*/") + 2) : sql).strip().replaceAll(" +", " ");
    }

    private static ResultStream variables(String sql) {
        List<Field> fields = new ArrayList<>();
        List<Value> values = new ArrayList<>();
        Matcher matcher = VARIABLE.matcher(sql);
        while (matcher.find()) {
            String alias = matcher.group(2);
            fields.add(Field.of(alias == null ? matcher.group() : alias, Type.VARCHAR));
            values.add(nullable(VARIABLES.get(matcher.group(1).toLowerCase(Locale.ROOT))));
        }
        return Results.of(fields, List.of(new Row(values)));
    }

    private static Value nullable(@Nullable String text) {
        return text == null ? Value.NULL : Value.of(text);
    }
}
