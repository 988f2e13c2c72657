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

/** Plans one statement: the index of what is done for each kind. */
record StatementPlanner(VSchema vschema, PlannerOptions options, PlanningContext context, String original,
        Optional<Consumer<TraceEvent>> trace) {
    Plan plan(Statement statement) {
        return switch (statement) {
            case Query query -> query(query);
            case Insert insert -> insert(insert);
            case Update update -> update(update);
            case Delete delete -> delete(delete);
            case VitessStatement.Stream stream -> stream(stream);
            case Administration.Load load when isTargeted() ->
                    text(QueryType.OTHER, Set.of(SendTrait.IS_DML, SendTrait.SINGLE_SHARD_ONLY));
            case Ddl ddl when isTargeted() -> text(QueryType.DDL, Set.of());
            case Show other -> throw unplanned(other);
            case TransactionStatement other -> throw unplanned(other);
            case PreparedStatement other -> throw unplanned(other);
            case Explain other -> throw unplanned(other);
            case Administration other -> throw unplanned(other);
            case VitessStatement other -> throw unplanned(other);
            case CallProcedure other -> throw unplanned(other);
            case Do other -> throw unplanned(other);
            case Ddl other -> throw unplanned(other);
            case CommentOnly other -> throw unplanned(other);
            case SetVariables set -> throw ErrorCode.VT12001.error("SET outside of a session");
            case Use use -> throw ErrorCode.VT12001.error("USE outside of a session");
        };
    }

    private static RuntimeException unplanned(Statement statement) {
        return ErrorCode.VT12001.error("the statement " + StatementNames.of(statement));
    }

    private void requirePrimary(QueryType type) {
        if (context.tabletType() != TabletType.PRIMARY) {
            throw ErrorCode.VT09002.error(type.name().toLowerCase(Locale.ROOT), context.tabletType());
        }
    }

    // a part of the keyspace is chosen

    private boolean isTargeted() {
        return context.destination().isPresent();
    }

    private Plan targeted(Statement statement, QueryType type) {
        return TargetedStatement.of(statement, type, original, vschema, context);
    }

    private Plan text(QueryType type, Set<SendTrait> traits) {
        return TargetedStatement.ofText(type, original, traits, vschema, context);
    }

    // queries

    private Plan query(Query query) {
        if (query instanceof Select select && !select.locks().isEmpty()) {
            requirePrimary(QueryType.SELECT);
        }
        if (!isTargeted()) {
            return new QueryPlanner(vschema, options, context, trace).plan(query, original);
        }
        Normalized normalized = SessionValues.takeOut(query, vschema, context);
        return targeted(normalized.statement(), QueryType.SELECT).with(normalized.needs());
    }

    // changes

    private Plan insert(Insert insert) {
        QueryType type = insert.replace() ? QueryType.REPLACE : QueryType.INSERT;
        requirePrimary(type);
        return isTargeted() ? targeted(insert, type)
                : changed(type, new ChangePlanner(vschema, context).plan(insert));
    }

    private Plan update(Update update) {
        requirePrimary(QueryType.UPDATE);
        return isTargeted() ? targeted(update, QueryType.UPDATE)
                : changed(QueryType.UPDATE, new ChangePlanner(vschema, context).plan(update));
    }

    private Plan delete(Delete delete) {
        requirePrimary(QueryType.DELETE);
        return isTargeted() ? targeted(delete, QueryType.DELETE)
                : changed(QueryType.DELETE, new ChangePlanner(vschema, context).plan(delete));
    }

    private Plan changed(QueryType type, ChangePlanner.Planned planned) {
        return new Plan(PlanType.of(planned.primitive()), type, original, planned.primitive(), planned.tables());
    }

    // messages

    /** Messages of all shards, unless the session has chosen some. */
    private Plan stream(VitessStatement.Stream stream) {
        if (context.tabletType() != TabletType.PRIMARY) {
            throw ErrorCode.VT09009.error(context.tabletType());
        }
        Optional<String> keyspace = Optional.ofNullable(stream.table().qualifier()).or(context::keyspace);
        Table table = vschema.findRoutedTable(keyspace, stream.table().name(), context.tabletType());
        KeyspaceRef there = new KeyspaceRef(table.keyspace(), vschema.keyspace(table.keyspace()).sharded());
        Destination destination =
                context.destination().orElseGet(() -> new Destination.ExactKeyRange(KeyRange.FULL));
        Primitive messages = new Primitive.MessageStream(there, destination, table.name());
        return new Plan(PlanType.of(messages), QueryType.STREAM, original, messages, List.of());
    }
}
