package dev.shardroute.planner.change;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.planner.PlanningContext;
import dev.shardroute.sql.ast.TableExpression;
import dev.shardroute.sql.ast.TableName;
import dev.shardroute.vschema.ForeignKeyMode;
import dev.shardroute.vschema.VSchema;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Finds the tables that a statement names. */
public final class Binder {
    private static final Set<String> SYSTEM_SCHEMAS =
            Set.of("information_schema", "mysql", "performance_schema", "sys");

    private final VSchema vschema;
    private final PlanningContext context;

    /** A binder for one statement. */
    public Binder(VSchema vschema, PlanningContext context) {
        this.vschema = vschema;
        this.context = context;
    }

    /**
     * The table that the statement names.
     *
     * @throws dev.shardroute.error.ShardrouteException when there is no such keyspace or table, or more than one
     */
    public BoundTable bind(TableExpression.Table written) {
        TableName name = written.name();
        Optional<String> keyspace = Optional.ofNullable(name.qualifier()).or(context::keyspace);
        keyspace.ifPresent(Binder::refuseSystemSchema);
        return new BoundTable(0, written, vschema.findRoutedTable(keyspace, name.name(), context.tabletType()));
    }

    /**
     * The table that a statement changes.
     *
     * @throws dev.shardroute.error.ShardrouteException as {@link #bind}, and {@code VT12001} when foreign keys would have to be
     *         looked after
     */
    public BoundTable bindTarget(TableExpression.Table written) {
        BoundTable table = bind(written);
        if (vschema.keyspace(table.table().keyspace()).foreignKeyMode() == ForeignKeyMode.MANAGED) {
            throw ErrorCode.VT12001.error("changing " + table.fullName() + ", whose foreign keys the gateway manages");
        }
        return table;
    }

    /** True for a table of a sharded keyspace. */
    boolean isSharded(BoundTable table) {
        return vschema.keyspace(table.table().keyspace()).sharded();
    }

    private static void refuseSystemSchema(String keyspace) {
        if (SYSTEM_SCHEMAS.contains(keyspace.toLowerCase(Locale.ROOT))) {
            throw ErrorCode.VT12001.error("the system schema " + keyspace);
        }
    }
}
