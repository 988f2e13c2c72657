package dev.shardroute.sql;

import dev.shardroute.sql.ast.Account;
import dev.shardroute.sql.ast.Administration.Flush;
import dev.shardroute.sql.ast.Administration.FlushLock;
import dev.shardroute.sql.ast.Administration.FlushTables;
import dev.shardroute.sql.ast.Administration.Kill;
import dev.shardroute.sql.ast.Administration.Load;
import dev.shardroute.sql.ast.Administration.LockTables;
import dev.shardroute.sql.ast.Administration.LockedTable;
import dev.shardroute.sql.ast.Administration.Maintenance;
import dev.shardroute.sql.ast.Administration.PurgeBinaryLogs;
import dev.shardroute.sql.ast.Administration.TableLock;
import dev.shardroute.sql.ast.Administration.UnlockTables;
import dev.shardroute.sql.ast.CallProcedure;
import dev.shardroute.sql.ast.CommentOnly;
import dev.shardroute.sql.ast.Do;
import dev.shardroute.sql.ast.Explain;
import dev.shardroute.sql.ast.Expression.Literal;
import dev.shardroute.sql.ast.Expression.UserVariable;
import dev.shardroute.sql.ast.Limit;
import dev.shardroute.sql.ast.PreparedStatement.Deallocate;
import dev.shardroute.sql.ast.PreparedStatement.Execute;
import dev.shardroute.sql.ast.PreparedStatement.Prepare;
import dev.shardroute.sql.ast.Show;
import dev.shardroute.sql.ast.Show.Filter;
import dev.shardroute.sql.ast.Show.Subject;
import dev.shardroute.sql.ast.Statement;
import dev.shardroute.sql.ast.TableExpression;
import dev.shardroute.sql.ast.TableName;
import dev.shardroute.sql.ast.TransactionStatement.Begin;
import dev.shardroute.sql.ast.TransactionStatement.Characteristic;
import dev.shardroute.sql.ast.TransactionStatement.Choice;
import dev.shardroute.sql.ast.TransactionStatement.Commit;
import dev.shardroute.sql.ast.TransactionStatement.Release;
import dev.shardroute.sql.ast.TransactionStatement.Rollback;
import dev.shardroute.sql.ast.TransactionStatement.RollbackTo;
import dev.shardroute.sql.ast.TransactionStatement.Savepoint;
import dev.shardroute.sql.ast.TransactionStatement.Start;
import dev.shardroute.type.Value;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Random statements of MySQL that are neither queries nor changes of rows, as the parser could have made them. */
final class SessionTrees {
    private static final List<Load> LOADS = List.of(new Load(null, "load data from s3 'x'"),
            new Load(TableName.of("select"),
                    "LOAD XML LOCAL INFILE \"x\" IGNORE INTO TABLE `select`(a, @b) SET c=now()"),
            new Load(new TableName("k", "key"), "load data infile 'x' into table k.key fields terminated by ','"));

    private final Random random;
    private final ExpressionTrees expressions;
    private final Supplier<List<String>> comments;
    private final Supplier<Statement> rows;

    /** {@code rows} makes what EXPLAIN takes. */
    SessionTrees(Random random, ExpressionTrees expressions, Supplier<List<String>> comments,
            Supplier<Statement> rows) {
        this.random = random;
        this.expressions = expressions;
        this.comments = comments;
        this.rows = rows;
    }

    Statement any() {
        return switch (random.nextInt(10)) {
            case 0, 1 -> listing();
            case 2 -> show();
            case 3 -> transaction();
            case 4 -> prepared();
            case 5 -> explain();
            case 6, 7 -> administration();
            case 8 -> new CallProcedure(expressions.table(), expressions.list(0, expressions::any));
            default -> flag()
                    ? new Do(expressions.list(1, expressions::any))
                    : new CommentOnly(expressions.list(1, () -> expressions.of(List.of("/* a */", "-- b\n", "#\n"))));
        };
    }

    private Statement listing() {
        Subject subject = expressions.of(List.of(Subject.values()));
        return switch (subject) {
            case CHARSET, COLLATION, DATABASES, FUNCTION_STATUS, GLOBAL_STATUS, GLOBAL_VARIABLES, KEYSPACES,
                    PROCEDURE_STATUS, STATUS, VARIABLES, VITESS_SHARDS, VITESS_TABLETS ->
                    listing(subject, null, null, optional(this::filter));
            case EVENTS, OPEN_TABLES, TABLES, TABLE_STATUS, TRIGGERS, VITESS_MIGRATIONS ->
                    listing(subject, null, optional(expressions::name), optional(this::filter));
            case COLUMNS, INDEXES ->
                    listing(subject, expressions.table(), optional(expressions::name), optional(this::filter));
            case GLOBAL_GTID_EXECUTED, GLOBAL_VGTID_EXECUTED ->
                    listing(subject, null, optional(expressions::name), null);
            case VITESS_METADATA_VARIABLES, VITESS_REPLICATION_STATUS ->
                    listing(subject, null, null, flag() ? null : new Filter.Like(expressions.name()));
            case ERRORS, WARNINGS ->
                    new Show.Listing(false, false, subject, null, null, null, optional(this::limit));
            case FUNCTION_CODE, PROCEDURE_CODE -> listing(subject, expressions.table(), null, null);
            case VSCHEMA_VINDEXES -> listing(subject, optional(expressions::table), null, null);
            default -> listing(subject, null, null, null);
        };
    }

    private Show.Listing listing(Subject subject, @Nullable TableName name, @Nullable String database,
            @Nullable Filter filter) {
        boolean isWide = subject == Subject.COLUMNS || subject == Subject.TABLES;
        boolean full = isWide || subject == Subject.PROCESSLIST || subject == Subject.TRIGGERS;
        return new Show.Listing(isWide && flag(), full && flag(), subject, name, database, filter, null);
    }

    private Filter filter() {
        return flag() ? new Filter.Like(expressions.name()) : new Filter.Where(expressions.any());
    }

    private Statement show() {
        return switch (random.nextInt(10)) {
            case 0 -> new Show.Create(Show.ObjectKind.DATABASE, flag(), TableName.of(expressions.name()));
            case 1 -> {
                Show.ObjectKind kind = expressions.of(List.of(Show.ObjectKind.values()));
                boolean isDatabase = kind == Show.ObjectKind.DATABASE;
                yield new Show.Create(kind, false, isDatabase ? TableName.of("d") : expressions.table());
            }
            case 2 -> new Show.CreateUser(optional(this::account));
            case 3 -> new Show.Grants(optional(this::account), expressions.list(0, this::account));
            case 4 -> new Show.Engine(expressions.name().toLowerCase(Locale.ROOT), flag());
            case 5 -> logEvents(flag());
            case 6 -> new Show.ReplicaStatus(flag(), optional(expressions::name));
            case 7 -> new Show.Profile(
                    expressions.list(0, () -> expressions.of(List.of("all", "block io", "cpu", "page faults"))),
                    optional(this::number), optional(this::limit));
            case 8 -> new Show.TransactionStatus(expressions.name());
            default -> flag()
                    ? new Show.UnresolvedTransactions(optional(expressions::name))
                    : new Show.MigrationLogs(expressions.name());
        };
    }

    private Show logEvents(boolean relay) {
        return new Show.LogEvents(relay, optional(expressions::name), optional(this::number), optional(this::limit),
                relay ? optional(expressions::name) : null);
    }

    private Account account() {
        return new Account(expressions.name(), optional(expressions::name));
    }

    private Statement transaction() {
        return switch (random.nextInt(7)) {
            case 0 -> new Begin();
            case 1 -> new Start(expressions.list(0, () -> expressions
                    .of(List.of(Characteristic.CONSISTENT_SNAPSHOT, Characteristic.READ_ONLY))));
            case 2 -> new Commit(choice(), Choice.NO);
            case 3 -> new Rollback(Choice.NO, choice());
            case 4 -> new Savepoint(expressions.name());
            case 5 -> new RollbackTo(flag() ? "savepoint" : expressions.name());
            default -> new Release(expressions.name());
        };
    }

    private Choice choice() {
        return expressions.of(List.of(Choice.values()));
    }

    private Statement prepared() {
        return switch (random.nextInt(3)) {
            case 0 -> new Prepare(comments.get(), expressions.name(),
                    flag() ? userVariable() : new Literal(Value.of(expressions.name())));
            case 1 -> new Execute(comments.get(), expressions.name(), expressions.list(0, this::userVariable));
            default -> new Deallocate(comments.get(), expressions.name());
        };
    }

    private UserVariable userVariable() {
        return new UserVariable(expressions.name());
    }

    private Statement explain() {
        return switch (random.nextInt(3)) {
            case 0 -> new Explain.OfTable(expressions.table(), null, optional(expressions::name));
            case 1 -> new Explain.OfTable(expressions.table(), optional(expressions::name), null);
            default -> new Explain.OfStatement(comments.get(), expressions.of(List.of(Explain.Format.values())),
                    rows.get());
        };
    }

    private Statement administration() {
        return switch (random.nextInt(8)) {
            case 0 -> maintenance();
            case 1 -> new Flush(flag(), expressions.list(1, () -> expressions
                    .of(List.of("binary logs", "relay logs", "relay logs for channel `a b`", "status"))));
            case 2 -> flushTables(expressions.list(0, expressions::table));
            case 3 -> new Kill(flag(), random.nextLong());
            case 4 -> new LockTables(expressions.list(1, this::lockedTable));
            case 5 -> new UnlockTables();
            case 6 -> new PurgeBinaryLogs(flag(), expressions.name());
            default -> expressions.of(LOADS);
        };
    }

    private Statement maintenance() {
        Maintenance.Verb verb = expressions.of(List.of(Maintenance.Verb.values()));
        List<TableName> tables = expressions.list(1, expressions::table);
        return switch (verb) {
            case ANALYZE, OPTIMIZE -> new Maintenance(verb, flag(), tables, List.of());
            case CHECK -> new Maintenance(verb, false, tables,
                    expressions.list(0, () -> expressions.of(List.of("for upgrade", "fast"))));
            case CHECKSUM -> new Maintenance(verb, false, tables, List.of("extended"));
            case REPAIR -> new Maintenance(verb, flag(), tables,
                    expressions.list(0, () -> expressions.of(List.of("quick", "use_frm"))));
        };
    }

    private Statement flushTables(List<TableName> tables) {
        FlushLock lock = flag() ? FlushLock.READ_LOCK : tables.isEmpty() ? FlushLock.NONE : FlushLock.EXPORT;
        return new FlushTables(flag(), tables, lock);
    }

    private LockedTable lockedTable() {
        return new LockedTable(new TableExpression.Table(expressions.table(), optional(expressions::name)),
                expressions.of(List.of(TableLock.values())));
    }

    private Limit limit() {
        return new Limit(optional(this::number), number());
    }

    private Literal number() {
        return new Literal(Value.of(random.nextInt(100)));
    }

    private boolean flag() {
        return random.nextBoolean();
    }

    private <T> @Nullable T optional(Supplier<? extends @Nullable T> supplier) {
        return flag() ? null : supplier.get();
    }
}
