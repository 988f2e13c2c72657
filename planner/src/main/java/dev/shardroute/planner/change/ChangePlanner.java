package dev.shardroute.planner.change;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.planner.PlanningContext;
import dev.shardroute.planner.plan.KeyspaceRef;
import dev.shardroute.planner.plan.Primitive;
import dev.shardroute.sql.ast.Delete;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expressions;
import dev.shardroute.sql.ast.Insert;
import dev.shardroute.sql.ast.Update;
import dev.shardroute.sql.printer.SqlPrinter;
import dev.shardroute.vschema.VSchema;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Plans changes of one table: what shards can do by themselves. Whatever would need more, such as rows of a lookup vindex, is
 * refused by name.
 */
public final class ChangePlanner {
    private final VSchema vschema;
    private final ChangeAnalyzer analyzer;

    /** A planner for one statement. */
    public ChangePlanner(VSchema vschema, PlanningContext context) {
        this.vschema = vschema;
        this.analyzer = new ChangeAnalyzer(new Binder(vschema, context));
    }

    /** A primitive and the tables that it changes. */
    public record Planned(Primitive primitive, List<String> tables) {
        /** Copies the list. */
        public Planned {
            tables = List.copyOf(tables);
        }
    }

    private KeyspaceRef keyspace(BoundTable table) {
        String name = table.table().keyspace();
        return new KeyspaceRef(name, vschema.keyspace(name).sharded());
    }

    /** The plan of an UPDATE. */
    public Planned plan(Update statement) {
        ChangeAnalyzer.Bound<Update> bound = analyzer.analyze(statement);
        TableRouting routing = routing(bound.table(), bound.statement().where());
        refuse(Obstacles.of(bound.table(), routing, bound.statement()));
        Update update = ShardSql.of(bound.statement(), routing.splitPredicate());
        return planned(new Primitive.Update(routing.parameters(), SqlPrinter.template(update)), bound.table());
    }

    /** The plan of a DELETE. */
    public Planned plan(Delete statement) {
        ChangeAnalyzer.Bound<Delete> bound = analyzer.analyze(statement);
        TableRouting routing = routing(bound.table(), bound.statement().where());
        refuse(Obstacles.of(bound.table(), routing, bound.statement()));
        Delete delete = ShardSql.of(bound.statement(), routing.splitPredicate());
        return planned(new Primitive.Delete(routing.parameters(), SqlPrinter.template(delete)), bound.table());
    }

    /** The plan of an INSERT or REPLACE. */
    public Planned plan(Insert statement) {
        ChangeAnalyzer.Bound<Insert> bound = analyzer.analyze(statement);
        List<List<Expression>> rows = Refusals.rows(statement);
        SplitInsert split = new SplitInsert(bound.table(), bound.statement(), rows);
        refuse(split.obstacle());
        KeyspaceRef keyspace = keyspace(bound.table());
        Primitive primitive = keyspace.sharded()
                ? split.sharded(keyspace)
                : new Primitive.UnshardedInsert(keyspace, SqlPrinter.template(bound.statement()));
        return planned(primitive, bound.table());
    }

    private TableRouting routing(BoundTable table, @Nullable Expression where) {
        TableRouting routing = TableRouting.of(table, keyspace(table));
        for (Expression predicate : Expressions.conjuncts(where)) {
            routing = routing.refine(predicate);
        }
        return routing;
    }

    private static void refuse(Optional<String> obstacle) {
        obstacle.ifPresent(what -> {
            throw ErrorCode.VT12001.error(what);
        });
    }

    private static Planned planned(Primitive primitive, BoundTable table) {
        return new Planned(primitive, List.of(table.fullName()));
    }
}
