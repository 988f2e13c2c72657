package dev.shardroute.planner.operator;

import dev.shardroute.planner.plan.KeyspaceRef;
import dev.shardroute.planner.plan.Primitive.VindexColumn;
import dev.shardroute.planner.routing.TableRouting;
import dev.shardroute.planner.semantics.BoundTable;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Select;
import java.util.List;

/** A node of the tree that planning rewrites. Immutable; rewriting gives new nodes and shares the rest. */
public sealed interface Operator {
    /** The operators whose rows this one works on. */
    List<Operator> inputs();

    /** This operator over other inputs, as many as it has. */
    Operator withInputs(List<Operator> inputs);

    /** The name in traces. */
    default String describe() {
        return getClass().getSimpleName();
    }

    /** An operator without input. */
    sealed interface Leaf extends Operator {
        @Override
        default List<Operator> inputs() {
            return List.of();
        }

        @Override
        default Operator withInputs(List<Operator> inputs) {
            return this;
        }
    }

    /** An operator with one input. */
    sealed interface Single extends Operator {
        /** What it works on. */
        Operator input();

        @Override
        default List<Operator> inputs() {
            return List.of(input());
        }
    }

    /** The rows of a table. */
    record Table(BoundTable table) implements Leaf {}

    /** The one row of a SELECT without tables. */
    record Dual(KeyspaceRef keyspace) implements Leaf {}

    /** Rows that are written out, on their way into a table. */
    record Insert(BoundTable table, KeyspaceRef keyspace, dev.shardroute.sql.ast.Insert statement,
            List<List<Expression>> rows) implements Leaf {}

    /** An {@link Insert} whose vindex columns have been found; {@code rows} have bind variables in their place. */
    record ShardedInsert(BoundTable table, KeyspaceRef keyspace, dev.shardroute.sql.ast.Insert statement,
            List<List<Expression>> rows, List<VindexColumn> vindexes) implements Leaf {
        /** Copies the lists. */
        public ShardedInsert {
            rows = List.copyOf(rows);
            vindexes = List.copyOf(vindexes);
        }
    }

    /** Everything below is one statement, sent to the shards that {@code routing} tells. */
    record Route(Operator input, TableRouting routing) implements Single {
        @Override
        public Operator withInputs(List<Operator> inputs) {
            return new Route(inputs.getFirst(), routing);
        }
    }

    /** The rows for which all predicates hold. */
    record Filter(Operator input, List<Expression> predicates) implements Single {
        /** Copies the list. */
        public Filter {
            predicates = List.copyOf(predicates);
        }

        @Override
        public Operator withInputs(List<Operator> inputs) {
            return new Filter(inputs.getFirst(), predicates);
        }
    }

    /** What a SELECT does above its WHERE: the select list, grouping, order and limit. */
    record Horizon(Operator input, Select select) implements Single {
        @Override
        public Operator withInputs(List<Operator> inputs) {
            return new Horizon(inputs.getFirst(), select);
        }
    }

    /** An UPDATE of the rows. */
    record Update(Operator input, BoundTable table, dev.shardroute.sql.ast.Update statement) implements Single {
        @Override
        public Operator withInputs(List<Operator> inputs) {
            return new Update(inputs.getFirst(), table, statement);
        }
    }

    /** A DELETE of the rows. */
    record Delete(Operator input, BoundTable table, dev.shardroute.sql.ast.Delete statement) implements Single {
        @Override
        public Operator withInputs(List<Operator> inputs) {
            return new Delete(inputs.getFirst(), table, statement);
        }
    }
}
