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
import java.util.function.Consumer;

/**
 * Plans one statement by its kind.
 *
 * @param original the text of the statement
 * @param trace told of every step
 */
record StatementPlanner(VSchema vschema, PlannerOptions options, PlanningContext context, String original,
        Optional<Consumer<TraceEvent>> trace) {
    Plan plan(Statement statement) {
        return context.destination().isPresent()
                ? targeted(statement)
                : untargeted(statement);
    }

    /** A part of the keyspace is chosen. */
    private Plan targeted(Statement statement) {
        return switch (statement) {
            case Query query -> {
                checkTarget(QueryType.SELECT, locksRows(query));
                Normalized normalized = SessionValues.takeOut(query, vschema, context);
                yield TargetedStatement.of(normalized.statement(), QueryType.SELECT, original, vschema, context)
                        .with(normalized.needs());
            }
            case Insert insert -> targetedChange(insert, type(insert));
            case Update update -> targetedChange(update, QueryType.UPDATE);
            case Delete delete -> targetedChange(delete, QueryType.DELETE);
            case Administration.Load load -> TargetedStatement.ofText(QueryType.OTHER, original,
                    Set.of(SendTrait.IS_DML, SendTrait.SINGLE_SHARD_ONLY), vschema, context);
            case Ddl ddl ->
                    TargetedStatement.ofText(QueryType.DDL, original, Set.of(), vschema, context);
            default -> untargeted(statement);
        };
    }

    private Plan targetedChange(Statement change, QueryType type) {
        checkTarget(type, true);
        return TargetedStatement.of(change, type, original, vschema, context);
    }

    private static QueryType type(Insert insert) {
        return insert.replace() ? QueryType.REPLACE : QueryType.INSERT;
    }

    private Plan untargeted(Statement statement) {
        return switch (statement) {
            case Query query -> {
                checkTarget(QueryType.SELECT, locksRows(query));
                yield new QueryPlanner(vschema, options, context, trace).plan(query, original);
            }
            case Insert insert -> {
                QueryType type = type(insert);
                checkTarget(type, true);
                yield changed(type, new ChangePlanner(vschema, context).plan(insert));
            }
            case Update update -> {
                checkTarget(QueryType.UPDATE, true);
                yield changed(QueryType.UPDATE, new ChangePlanner(vschema, context).plan(update));
            }
            case Delete delete -> {
                checkTarget(QueryType.DELETE, true);
                yield changed(QueryType.DELETE, new ChangePlanner(vschema, context).plan(delete));
            }
            case Show other -> throw unplanned(other);
            case TransactionStatement other -> throw unplanned(other);
            case PreparedStatement other -> throw unplanned(other);
            case Explain other -> throw unplanned(other);
            case Administration other -> throw unplanned(other);
            case VitessStatement.Stream stream -> stream(stream);
            case VitessStatement other -> throw unplanned(other);
            case CallProcedure other -> throw unplanned(other);
            case Do other -> throw unplanned(other);
            case Ddl other -> throw unplanned(other);
            case CommentOnly other -> throw unplanned(other);
            case SetVariables set -> throw ErrorCode.VT12001.error("SET outside of a session");
            case Use use -> throw ErrorCode.VT12001.error("USE outside of a session");
        };
    }

    private Plan stream(VitessStatement.Stream stream) {
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

    private Plan changed(QueryType type, ChangePlanner.Planned planned) {
        return new Plan(PlanType.of(planned.primitive()), type, original, planned.primitive(), planned.tables());
    }

    private static boolean locksRows(Query query) {
        return query instanceof Select select && !select.locks().isEmpty();
    }

    private void checkTarget(QueryType type, boolean writes) {
        if (writes && context.tabletType() != TabletType.PRIMARY) {
            throw ErrorCode.VT09002.error(type.name().toLowerCase(Locale.ROOT), context.tabletType());
        }
    }

    private static RuntimeException unplanned(Statement statement) {
        return ErrorCode.VT12001.error("the statement " + StatementNames.of(statement));
    }
}
