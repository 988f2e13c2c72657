package dev.shardroute.planner;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.key.Destination;
import dev.shardroute.key.KeyRange;
import dev.shardroute.key.TabletType;
import dev.shardroute.planner.change.ChangePlanner;
import dev.shardroute.planner.plan.KeyspaceRef;
import dev.shardroute.planner.plan.Plan;
import dev.shardroute.planner.plan.PlanType;
import dev.shardroute.planner.plan.Primitive;
import dev.shardroute.planner.plan.Primitive.SendTrait;
import dev.shardroute.planner.plan.QueryType;
import dev.shardroute.planner.semantics.StatementNames;
import dev.shardroute.sql.SqlParser;
import dev.shardroute.sql.ast.Administration;
import dev.shardroute.sql.ast.CallProcedure;
import dev.shardroute.sql.ast.CommentOnly;
import dev.shardroute.sql.ast.Ddl;
import dev.shardroute.sql.ast.Delete;
import dev.shardroute.sql.ast.Do;
import dev.shardroute.sql.ast.Explain;
import dev.shardroute.sql.ast.Insert;
import dev.shardroute.sql.ast.PreparedStatement;
import dev.shardroute.sql.ast.Query;
import dev.shardroute.sql.ast.Select;
import dev.shardroute.sql.ast.SetVariables;
import dev.shardroute.sql.ast.Show;
import dev.shardroute.sql.ast.Statement;
import dev.shardroute.sql.ast.TransactionStatement;
import dev.shardroute.sql.ast.Update;
import dev.shardroute.sql.ast.Use;
import dev.shardroute.sql.ast.VitessStatement;
import dev.shardroute.sql.normalize.Normalized;
import dev.shardroute.vschema.Table;
import dev.shardroute.vschema.VSchema;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Makes plans for one VSchema. Immutable and thread-safe. */
public final class Planner {
    private final VSchema vschema;
    private final PlannerOptions options;
    private final SqlParser parser;

    /** A planner with the default bounds. */
    public Planner(VSchema vschema) {
        this(vschema, PlannerOptions.DEFAULT);
    }

    /** A planner with these bounds. */
    public Planner(VSchema vschema, PlannerOptions options) {
        this.vschema = vschema;
        this.options = options;
        this.parser = new SqlParser(options.parser());
    }

    /** What it plans for. */
    public VSchema vschema() {
        return vschema;
    }

    /** A plan and how it came about. */
    public record Traced(Plan plan, List<TraceEvent> trace) {
        /** Copies the list. */
        public Traced {
            trace = List.copyOf(trace);
        }
    }

    /**
     * The plan of a statement.
     *
     * @throws dev.shardroute.error.ShardrouteException when the statement is not MySQL, names what is not there, or cannot be
     *         routed with certainty ({@code VT12001})
     */
    public Plan plan(String sql, PlanningContext context) {
        return trace(sql, context).plan();
    }

    /** The plan of a statement that is parsed already; {@code original} is its text. */
    public Plan plan(Statement statement, String original, PlanningContext context) {
        return trace(statement, original, context).plan();
    }

    /** {@link #plan(String, PlanningContext)} with the trace of the rules. */
    public Traced trace(String sql, PlanningContext context) {
        return trace(parser.parse(sql), sql, context);
    }

    private Traced trace(Statement statement, String original, PlanningContext context) {
        return context.destination().isPresent()
                ? targeted(statement, original, context)
                : untargeted(statement, original, context);
    }

    /** A part of the keyspace is chosen. */
    private Traced targeted(Statement statement, String original, PlanningContext context) {
        return switch (statement) {
            case Query query -> {
                checkTarget(QueryType.SELECT, locksRows(query), context);
                Normalized normalized = SessionValues.takeOut(query, vschema, context);
                yield traced(TargetedStatement.of(normalized.statement(), QueryType.SELECT, original, vschema, context)
                        .with(normalized.needs()));
            }
            case Insert insert -> targetedChange(insert, type(insert), original, context);
            case Update update -> targetedChange(update, QueryType.UPDATE, original, context);
            case Delete delete -> targetedChange(delete, QueryType.DELETE, original, context);
            case Administration.Load load -> traced(TargetedStatement.ofText(QueryType.OTHER, original,
                    Set.of(SendTrait.IS_DML, SendTrait.SINGLE_SHARD_ONLY), vschema, context));
            case Ddl ddl ->
                    traced(TargetedStatement.ofText(QueryType.DDL, original, Set.of(), vschema, context));
            default -> untargeted(statement, original, context);
        };
    }

    private Traced targetedChange(Statement change, QueryType type, String original, PlanningContext context) {
        checkTarget(type, true, context);
        return traced(TargetedStatement.of(change, type, original, vschema, context));
    }

    private static Traced traced(Plan plan) {
        return new Traced(plan, List.of());
    }

    private static QueryType type(Insert insert) {
        return insert.replace() ? QueryType.REPLACE : QueryType.INSERT;
    }

    private Traced untargeted(Statement statement, String original, PlanningContext context) {
        return switch (statement) {
            case Query query -> {
                checkTarget(QueryType.SELECT, locksRows(query), context);
                yield new QueryPlanner(vschema, options, context).trace(query, original);
            }
            case Insert insert -> {
                QueryType type = type(insert);
                checkTarget(type, true, context);
                yield changed(type, original, new ChangePlanner(vschema, context).plan(insert));
            }
            case Update update -> {
                checkTarget(QueryType.UPDATE, true, context);
                yield changed(QueryType.UPDATE, original, new ChangePlanner(vschema, context).plan(update));
            }
            case Delete delete -> {
                checkTarget(QueryType.DELETE, true, context);
                yield changed(QueryType.DELETE, original, new ChangePlanner(vschema, context).plan(delete));
            }
            case Show other -> throw unplanned(other);
            case TransactionStatement other -> throw unplanned(other);
            case PreparedStatement other -> throw unplanned(other);
            case Explain other -> throw unplanned(other);
            case Administration other -> throw unplanned(other);
            case VitessStatement.Stream stream -> traced(stream(stream, original, context));
            case VitessStatement other -> throw unplanned(other);
            case CallProcedure other -> throw unplanned(other);
            case Do other -> throw unplanned(other);
            case Ddl other -> throw unplanned(other);
            case CommentOnly other -> throw unplanned(other);
            case SetVariables set -> throw ErrorCode.VT12001.error("SET outside of a session");
            case Use use -> throw ErrorCode.VT12001.error("USE outside of a session");
        };
    }

    private Plan stream(VitessStatement.Stream stream, String original, PlanningContext context) {
        if (context.tabletType() != TabletType.PRIMARY) {
            throw ErrorCode.VT09009.error(context.tabletType());
        }
        Optional<String> keyspace = Optional.ofNullable(stream.table().qualifier()).or(context::keyspace);
        Table table = vschema.findRoutedTable(keyspace, stream.table().name(), context.tabletType());
        Destination destination = context.destination().orElse(new Destination.ExactKeyRange(KeyRange.FULL));
        Primitive.MessageStream messages = new Primitive.MessageStream(
                new KeyspaceRef(table.keyspace(), vschema.keyspace(table.keyspace()).sharded()), destination,
                table.name());
        return new Plan(PlanType.of(messages), QueryType.STREAM, original, messages, List.of());
    }

    private static Traced changed(QueryType type, String original, ChangePlanner.Planned planned) {
        Plan plan = new Plan(PlanType.of(planned.primitive()), type, original, planned.primitive(), planned.tables());
        return new Traced(plan, List.of());
    }

    private static boolean locksRows(Query query) {
        return query instanceof Select select && !select.locks().isEmpty();
    }

    private static void checkTarget(QueryType type, boolean writes, PlanningContext context) {
        if (writes && context.tabletType() != TabletType.PRIMARY) {
            throw ErrorCode.VT09002.error(type.name().toLowerCase(Locale.ROOT), context.tabletType());
        }
    }

    private static RuntimeException unplanned(Statement statement) {
        return ErrorCode.VT12001.error("the statement " + StatementNames.of(statement));
    }
}
