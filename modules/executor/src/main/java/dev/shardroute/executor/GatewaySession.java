package dev.shardroute.executor;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.shardroute.key.TabletType;
import dev.shardroute.planner.PlanningContext;
import dev.shardroute.planner.plan.Plan;
import dev.shardroute.planner.route.RouterView;
import dev.shardroute.planner.route.Routing;
import dev.shardroute.planner.route.Session;
import dev.shardroute.sql.SqlParser;
import dev.shardroute.sql.ast.Administration;
import dev.shardroute.sql.ast.CallProcedure;
import dev.shardroute.sql.ast.CommentOnly;
import dev.shardroute.sql.ast.Ddl;
import dev.shardroute.sql.ast.Delete;
import dev.shardroute.sql.ast.Do;
import dev.shardroute.sql.ast.Explain;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Insert;
import dev.shardroute.sql.ast.PreparedStatement;
import dev.shardroute.sql.ast.Query;
import dev.shardroute.sql.ast.SetVariables;
import dev.shardroute.sql.ast.Show;
import dev.shardroute.sql.ast.Statement;
import dev.shardroute.sql.ast.TransactionStatement;
import dev.shardroute.sql.ast.Update;
import dev.shardroute.sql.ast.Use;
import dev.shardroute.sql.ast.VitessStatement;
import dev.shardroute.sql.normalize.SessionFunctions;
import dev.shardroute.type.ResultStream;
import dev.shardroute.type.ResultStream.Completion;
import dev.shardroute.type.Results;
import dev.shardroute.type.Value;
import java.util.Map;
import java.util.Optional;

/** What one client sees of the gateway: a MySQL server with a database chosen. Used by one thread at a time. */
public final class GatewaySession {
    private final Gateway gateway;
    private final SqlParser parser = new SqlParser();
    private Session session = Session.DEFAULT;

    GatewaySession(Gateway gateway) {
        this.gateway = gateway;
    }

    /** The keyspace that is chosen; empty when none is. */
    public Optional<String> keyspace() {
        return session.keyspace();
    }

    /**
     * Chooses the keyspace, or a part of it ({@code customer:-80}), and with {@code @replica} or the like the tablets.
     *
     * @throws dev.shardroute.error.ShardrouteException {@code VT05003} for an unknown keyspace, {@code VT12001} for a target
     *         that is one tablet, {@code SR03001} for what is no target string or names tablets that do not serve
     */
    public void use(String target) {
        Session chosen = gateway.router().session(target);
        // what no statement could be planned for is refused now
        chosen.context(TabletType.PRIMARY);
        session = chosen;
    }

    /**
     * Runs a statement that a client sent: in UTF-8, except that string literals may hold any bytes. They reach the shards as
     * they are.
     *
     * @throws dev.shardroute.error.ShardrouteException as {@link #execute(String)}
     */
    public ResultStream execute(byte[] sql) {
        return execute(parser.parse(sql), new String(sql, UTF_8));
    }

    /**
     * Runs a statement.
     *
     * @return the result, to be closed by the caller before the next statement
     * @throws dev.shardroute.error.ShardrouteException when it cannot be parsed, planned or executed; the session lives on
     */
    public ResultStream execute(String sql) {
        return execute(parser.parse(sql), sql);
    }

    /** Runs a statement; {@code sql} is its text for people. */
    private ResultStream execute(Statement statement, String sql) {
        return switch (statement) {
            case Use use -> {
                use(use.database());
                yield Results.of(Completion.NONE);
            }
            case SetVariables set -> {
                new SessionSettings(this).check(set);
                yield Results.of(Completion.NONE);
            }
            case CommentOnly comments -> Results.of(Completion.NONE);
            case Query query -> run(query, sql);
            case Insert insert -> run(insert, sql);
            case Update update -> run(update, sql);
            case Delete delete -> run(delete, sql);
            // the planner says of these what it does not do
            case Show other -> run(other, sql);
            case TransactionStatement other -> run(other, sql);
            case PreparedStatement other -> run(other, sql);
            case Explain other -> run(other, sql);
            case Administration other -> run(other, sql);
            case VitessStatement other -> run(other, sql);
            case CallProcedure other -> run(other, sql);
            case Do other -> run(other, sql);
            case Ddl other -> run(other, sql);
        };
    }

    /**
     * What each shard must run for a statement of this session.
     *
     * @throws dev.shardroute.error.ShardrouteException as {@link #execute(String)}
     */
    public Routing route(String sql) {
        return route(parser.parse(sql), sql);
    }

    /** Runs a statement that is not a session statement. */
    ResultStream run(Statement statement, String sql) {
        return new WithoutWarnings(gateway.executor().execute(route(statement, sql)));
    }

    private Routing route(Statement statement, String sql) {
        Expression database = keyspace()
                .<Expression>map(name -> new Expression.Literal(Value.of(name))).orElseGet(Expression.Null::new);
        Statement replaced =
                new SessionFunctions(Map.of("database", database, "schema", database)).replaceIn(statement);
        RouterView view = gateway.router().view();
        PlanningContext context = view.context(replaced, session);
        Plan plan = view.planner().plan(replaced, sql, context);
        return view.route(plan, new SessionBinds(this).of(plan.needs()), context.tabletType());
    }
}
