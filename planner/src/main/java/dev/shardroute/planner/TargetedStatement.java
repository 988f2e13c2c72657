package dev.shardroute.planner;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.key.Destination;
import dev.shardroute.planner.plan.KeyspaceRef;
import dev.shardroute.planner.plan.Plan;
import dev.shardroute.planner.plan.PlanType;
import dev.shardroute.planner.plan.Primitive.Send;
import dev.shardroute.planner.plan.Primitive.SendTrait;
import dev.shardroute.planner.plan.QueryType;
import dev.shardroute.sql.ast.Delete;
import dev.shardroute.sql.ast.Expression.Column;
import dev.shardroute.sql.ast.Insert;
import dev.shardroute.sql.ast.Locking;
import dev.shardroute.sql.ast.Node;
import dev.shardroute.sql.ast.Nodes;
import dev.shardroute.sql.ast.SelectItem;
import dev.shardroute.sql.ast.Statement;
import dev.shardroute.sql.ast.TableExpression.Table;
import dev.shardroute.sql.ast.TableName;
import dev.shardroute.sql.normalize.Directives;
import dev.shardroute.sql.printer.SqlPrinter;
import dev.shardroute.sql.printer.SqlTemplate;
import dev.shardroute.vschema.Keyspace;
import dev.shardroute.vschema.VSchema;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Plans statements of a session that has chosen a part of its keyspace: they are sent there as they are. Only the keyspace is
 * taken out of names, because it is not what the database of a shard is called.
 */
final class TargetedStatement {
    private final QueryType type;
    private final String original;
    private final Destination destination;
    private final Set<String> keyspaces;
    private final KeyspaceRef keyspace;

    private TargetedStatement(QueryType type, String original, VSchema vschema, PlanningContext context) {
        this.type = type;
        this.original = original;
        this.destination = context.destination().orElseThrow();
        Keyspace chosen = vschema.keyspace(context.keyspace().orElseThrow(ErrorCode.VT09005::error));
        Keyspace serving = destination instanceof Destination.Shard(var shard)
                ? vschema.keyspace(vschema.routedKeyspace(chosen.name(), shard))
                : chosen;
        this.keyspaces = serving.equals(chosen) ? Set.of(chosen.name()) : Set.of(chosen.name(), serving.name());
        this.keyspace = new KeyspaceRef(serving.name(), serving.sharded());
    }

    /** The plan of a statement that reads or changes rows. */
    static Plan of(Statement statement, QueryType type, String original, VSchema vschema, PlanningContext context) {
        return new TargetedStatement(type, original, vschema, context).plan(statement);
    }

    /** The plan of a statement whose text is sent as it was given; {@code traits} are what is to be minded. */
    static Plan ofText(QueryType type, String original, Set<SendTrait> traits, VSchema vschema,
            PlanningContext context) {
        return new TargetedStatement(type, original, vschema, context).plan(SqlTemplate.of(original), traits, null);
    }

    private Plan plan(Statement statement) {
        if (statement instanceof Insert && destination instanceof Destination.ExactKeyRange(var range)) {
            throw ErrorCode.VT03023.error(range);
        }
        Directives directives = Directives.of(statement);
        Set<SendTrait> traits = EnumSet.noneOf(SendTrait.class);
        if (type != QueryType.SELECT) {
            traits.add(SendTrait.IS_DML);
        }
        if (directives.multiShardAutocommit()) {
            traits.add(SendTrait.MULTISHARD_AUTOCOMMIT);
        }
        return plan(SqlPrinter.template(Nodes.rewrite(statement, this::withoutKeyspace)), traits,
                directives.queryTimeout());
    }

    private Plan plan(SqlTemplate query, Set<SendTrait> traits, @Nullable Duration timeout) {
        Send send = new Send(keyspace, destination, query, traits, timeout);
        return new Plan(PlanType.of(send), type, original, send, List.of());
    }

    // names

    private Node withoutKeyspace(Node node) {
        return switch (node) {
            case Column(var table, var name) when table != null -> new Column(local(table), name);
            case SelectItem.Star(var table) when table != null -> new SelectItem.Star(local(table));
            case Table(var name, var partitions, var alias, var hints) ->
                    new Table(local(name), partitions, alias, hints);
            case Locking(var strength, var tables, var policy) ->
                    new Locking(strength, tables.stream().map(this::local).toList(), policy);
            case Insert insert -> insert.with(local(insert.table()), insert.columns(), insert.source());
            case Delete delete -> new Delete(delete.with(), delete.comments(), delete.ignore(),
                    delete.targets().stream().map(this::local).toList(), delete.tables(), delete.where(),
                    delete.orderBy(), delete.limit());
            default -> node;
        };
    }

    private TableName local(TableName name) {
        return name.qualifier() != null && keyspaces.contains(name.qualifier()) ? TableName.of(name.name()) : name;
    }
}
