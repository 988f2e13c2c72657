package dev.shardroute.planner.change;

import dev.shardroute.planner.plan.KeyspaceRef;
import dev.shardroute.planner.plan.Opcode;
import dev.shardroute.planner.plan.RoutingParameters;
import dev.shardroute.planner.plan.ValueExpr;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.vschema.ColumnVindex;
import dev.shardroute.vschema.TableType;
import java.util.List;
import java.util.Optional;

/** What is known so far of the shards that a route goes to. */
public sealed interface TableRouting {
    /** The keyspace. */
    KeyspaceRef keyspace();

    /** This, knowing also that {@code predicate} holds for the rows that are wanted. */
    TableRouting refine(Expression predicate);

    /** True when at most one shard is sent the statement, whatever the values are. */
    boolean isSingleShard();

    /** For the plan. */
    RoutingParameters parameters();

    /** How the rows of a table are found before any predicate is known. */
    static TableRouting of(BoundTable table, KeyspaceRef keyspace) {
        if (!keyspace.sharded()) {
            return new Anywhere(Opcode.UNSHARDED, keyspace);
        }
        return table.table().type() == TableType.REFERENCE
                ? new Anywhere(Opcode.REFERENCE, keyspace)
                : new Sharded(keyspace, table, Optional.empty());
    }

    /** One shard, and any will do. */
    record Anywhere(Opcode opcode, KeyspaceRef keyspace) implements TableRouting {
        @Override
        public TableRouting refine(Expression predicate) {
            return this;
        }

        @Override
        public boolean isSingleShard() {
            return true;
        }

        @Override
        public RoutingParameters parameters() {
            return RoutingParameters.of(opcode, keyspace);
        }
    }

    /** No shard: no row can satisfy the predicates. */
    record Nowhere(KeyspaceRef keyspace) implements TableRouting {
        @Override
        public TableRouting refine(Expression predicate) {
            return this;
        }

        @Override
        public boolean isSingleShard() {
            return true;
        }

        @Override
        public RoutingParameters parameters() {
            return RoutingParameters.of(Opcode.NONE, keyspace);
        }
    }

    /** The shards of a vindex's values, or all of them while no predicate has given any. */
    record Sharded(KeyspaceRef keyspace, BoundTable table, Optional<Choice> choice) implements TableRouting {
        @Override
        public TableRouting refine(Expression predicate) {
            if (Predicates.isNeverTrue(predicate)) {
                return new Nowhere(keyspace);
            }
            Optional<Choice> found = Choice.find(table, predicate);
            return found.isPresent() && found.get().isBetterThan(choice) ? new Sharded(keyspace, table, found) : this;
        }

        @Override
        public boolean isSingleShard() {
            return choice.filter(chosen -> chosen.opcode() == Opcode.EQUAL_UNIQUE).isPresent();
        }

        @Override
        public RoutingParameters parameters() {
            return choice.map(this::parameters).orElseGet(() -> RoutingParameters.of(Opcode.SCATTER, keyspace));
        }

        private RoutingParameters parameters(Choice chosen) {
            List<ValueExpr> values = List.of(chosen.value());
            return new RoutingParameters(chosen.opcode(), keyspace, Optional.of(chosen.vindex().vindex()), values);
        }
    }

    /** The predicate of an IN list that is cut into one part for each shard, or empty. */
    default Optional<Expression> splitPredicate() {
        return this instanceof Sharded(var keyspace, var table, var choice)
                ? choice.filter(chosen -> chosen.opcode() == Opcode.IN).map(Choice::predicate)
                : Optional.empty();
    }

    /** True when rows that are equal in {@code column} are always on the same shard. */
    static boolean isShardLocal(BoundTable table, String column) {
        return table.table().columnVindexes().stream().anyMatch(vindex -> isShardLocal(table, vindex, column));
    }

    private static boolean isShardLocal(BoundTable table, ColumnVindex vindex, String column) {
        return Choice.isUsable(vindex) && vindex.columns().getFirst().equalsIgnoreCase(column)
                && Choice.comparesAsNumber(table, vindex);
    }
}
