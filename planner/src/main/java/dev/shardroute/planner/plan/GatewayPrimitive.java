package dev.shardroute.planner.plan;

import dev.shardroute.key.Destination;
import dev.shardroute.planner.plan.Primitive.Route;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.printer.SqlTemplate;
import dev.shardroute.type.Field;
import dev.shardroute.type.Row;
import dev.shardroute.type.Type;
import dev.shardroute.vindex.Vindex;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A step that the gateway takes itself. Columns are indices from 0 on. In expressions that it evaluates for a row, {@link
 * Expression.Offset} is a column of the input; they have no other columns, no subqueries and no aggregates.
 */
public sealed interface GatewayPrimitive extends Primitive {
    /** A step that needs no rows. */
    sealed interface Leaf extends GatewayPrimitive {
        @Override
        default List<Primitive> inputs() {
            return List.of();
        }
    }

    /** A step over the rows of one other. */
    sealed interface Unary extends GatewayPrimitive {
        /** The other step. */
        Primitive input();

        @Override
        default List<Primitive> inputs() {
            return List.of(input());
        }
    }

    /** A step that puts rows of two others together. */
    sealed interface Binary extends GatewayPrimitive {
        /** The one that runs first. */
        Primitive left();

        /** The one that runs then. */
        Primitive right();

        @Override
        default List<Primitive> inputs() {
            return List.of(left(), right());
        }
    }

    // several inputs

    /**
     * A nested-loop join: the right input runs for each row of the left one, with variables for values of that row.
     *
     * @param left      the left input
     * @param right     the right input
     * @param leftJoin  true when a row of the left input for which the right one has none is a row with NULLs
     * @param columns   the columns of the join
     * @param variables the columns of the left input that the right one is given, by the name of the variable
     */
    record Join(Primitive left, Primitive right, boolean leftJoin, List<JoinedColumn> columns,
            Map<String, Integer> variables) implements Binary {
        /** Copies the collections. */
        public Join {
            columns = List.copyOf(columns);
            variables = sorted(variables);
        }
    }

    /**
     * A join that reads the left input first, and finds for each row of the right input those that are equal in one column. NULL
     * equals nothing.
     *
     * @param left      the left input
     * @param right     the right input
     * @param leftJoin  true when a row of the left input that no row equals is a row with NULLs
     * @param columns   the columns of the join
     * @param leftKey   the column of the left input
     * @param rightKey  the column of the right input
     * @param predicate what the equality comes from, for descriptions
     * @param type      the type that values are compared as, or null where it is that which they have
     * @param collation the collation that they are compared by, or null where it is not known
     */
    record HashJoin(Primitive left, Primitive right, boolean leftJoin, List<JoinedColumn> columns, int leftKey,
            int rightKey, Expression predicate, @Nullable Type type, @Nullable String collation) implements Binary {
        /** Copies the list. */
        public HashJoin {
            columns = List.copyOf(columns);
        }
    }

    /**
     * The rows of the left input for which the right one has rows.
     *
     * @param left      the left input
     * @param right     the right input
     * @param variables the columns of the left input that the right one is given, by the name of the variable
     */
    record SemiJoin(Primitive left, Primitive right, Map<String, Integer> variables) implements Binary {
        /** Copies the map. */
        public SemiJoin {
            variables = sorted(variables);
        }
    }

    /**
     * A subquery that runs once, and then the rest of the statement with variables for what it has found.
     *
     * @param opcode    what the variables are
     * @param hasRows   the variable that is 1 when the subquery has rows and otherwise 0; null for none
     * @param result    the variable of its value or values, null for none; of no rows the list is one NULL
     * @param subquery  the subquery
     * @param outer     the rest
     */
    record UncorrelatedSubquery(PulloutOpcode opcode, @Nullable String hasRows, @Nullable String result,
            Primitive subquery, Primitive outer) implements GatewayPrimitive {
        @Override
        public List<Primitive> inputs() {
            return List.of(subquery, outer);
        }
    }

    /** The rows of each input one after another. */
    record Concatenate(List<Primitive> inputs) implements GatewayPrimitive {
        /** Copies the list. */
        public Concatenate {
            inputs = List.copyOf(inputs);
        }
    }

    /**
     * The rows of the seed, then those of the term run for each of these rows, and so on until there are none.
     *
     * @param seed      the seed
     * @param term      the term
     * @param variables the columns of the row before that the term is given, by the name of the variable
     */
    record RecurseCte(Primitive seed, Primitive term, Map<String, Integer> variables) implements GatewayPrimitive {
        /** Copies the map. */
        public RecurseCte {
            variables = sorted(variables);
        }

        @Override
        public List<Primitive> inputs() {
            return List.of(seed, term);
        }
    }

    /** The rows of one step; the only value of the other one becomes the session's FOUND_ROWS. */
    record SqlCalcFoundRows(Primitive rows, Primitive count) implements GatewayPrimitive {
        @Override
        public List<Primitive> inputs() {
            return List.of(rows, count);
        }
    }

    /**
     * A step that is tried out besides the one that answers; its rows and errors are dropped.
     *
     * @param answer  the one that answers
     * @param trial   the one that is tried out
     * @param percent in how many of a hundred executions, more than 0 and up to 100
     */
    record PercentBasedMirror(Primitive answer, Primitive trial, double percent) implements GatewayPrimitive {
        @Override
        public List<Primitive> inputs() {
            return List.of(answer, trial);
        }
    }

    /**
     * A route to the shards of keyspace ids that the query of a lookup vindex finds. The lookup is given the values in the list
     * variable that has the name of the vindex's first argument.
     *
     * @param routing the vindex and its values, and how the lookup's answer is used
     * @param lookup  the query of the lookup
     * @param target  the route, whose opcode is {@link Opcode#BY_DESTINATION}
     */
    record VindexLookup(RoutingParameters routing, Primitive lookup, Route target) implements GatewayPrimitive {
        @Override
        public List<Primitive> inputs() {
            return List.of(lookup, target);
        }
    }

    // one input

    /** The rows for which the predicate is true. */
    record Filter(Primitive input, Expression predicate, int resultColumns) implements Unary {}

    /**
     * The first rows.
     *
     * @param input                the rows
     * @param count                how many; null for all
     * @param offset               how many are left out before; null for none
     * @param requireCompleteInput true when the input must run to its end even when the rows are there
     */
    record Limit(Primitive input, @Nullable Expression count, @Nullable Expression offset, boolean requireCompleteInput)
            implements
            Unary {}

    /**
     * The rows in an order, sorted in memory.
     *
     * @param input         the rows
     * @param orderBy       the order
     * @param resultColumns how many columns are left in the end, the first ones; 0 for all
     */
    record Sort(Primitive input, List<SortColumn> orderBy, int resultColumns) implements Unary {
        /** Copies the list. */
        public Sort {
            orderBy = List.copyOf(orderBy);
        }
    }

    /**
     * Equal rows become one.
     *
     * @param input         the rows
     * @param columns       the columns that are compared; NULL equals NULL
     * @param resultColumns how many columns are left in the end, the first ones; 0 for all
     */
    record Distinct(Primitive input, List<KeyColumn> columns, int resultColumns) implements Unary {
        /** Copies the list. */
        public Distinct {
            columns = List.copyOf(columns);
        }
    }

    /**
     * One row for each run of rows with equal keys: the first of them, with aggregates in their columns.
     *
     * @param input         the rows, those with equal keys being neighbours
     * @param aggregates    the aggregates
     * @param groupBy       the keys
     * @param resultColumns how many columns are left in the end, the first ones; 0 for all
     */
    record OrderedAggregate(Primitive input, List<Aggregate> aggregates, List<KeyColumn> groupBy, int resultColumns)
            implements
            Unary {
        /** Copies the lists. */
        public OrderedAggregate {
            aggregates = List.copyOf(aggregates);
            groupBy = List.copyOf(groupBy);
        }
    }

    /** One row for all rows, of none too: the first of them, with aggregates in their columns. */
    record ScalarAggregate(Primitive input, List<Aggregate> aggregates, int resultColumns) implements Unary {
        /** Copies the list. */
        public ScalarAggregate {
            aggregates = List.copyOf(aggregates);
        }
    }

    /** Expressions of each row. */
    record Projection(Primitive input, List<Projected> columns) implements Unary {
        /** Copies the list. */
        public Projection {
            columns = List.copyOf(columns);
        }
    }

    /** An expression and the name of its column. */
    record Projected(Expression expression, String name) {}

    /**
     * Columns of the input, in another order or by other names.
     *
     * @param input   the rows
     * @param columns the columns; null for those of the input, all and in order
     * @param names   their names, empty for the one that the column has
     */
    record SimpleProjection(Primitive input, @Nullable List<Integer> columns, List<String> names) implements Unary {
        /** Copies the lists. */
        public SimpleProjection {
            columns = columns == null ? null : List.copyOf(columns);
            names = List.copyOf(names);
        }
    }

    /**
     * Other names for some columns.
     *
     * @param input   the rows
     * @param columns the new name of each column, by its index
     */
    record RenameFields(Primitive input, Map<Integer, String> columns) implements Unary {
        /** Copies the map. */
        public RenameFields {
            columns = Collections.unmodifiableMap(new TreeMap<>(columns));
        }
    }

    /** The rows of SHOW VARIABLES, with the session's own values where the gateway keeps them. */
    record ReplaceVariables(Primitive input) implements Unary {}

    // no input

    /** One row without columns. */
    record SingleRow() implements Leaf {}

    /** Rows that are known. */
    record Rows(List<Field> fields, List<Row> rows) implements Leaf {
        /** Copies the lists. */
        public Rows {
            fields = List.copyOf(fields);
            rows = List.copyOf(rows);
        }
    }

    /**
     * The keyspace ids of values, by a vindex that is asked as if it were a table.
     *
     * @param vindex  the vindex
     * @param value   the value or values
     * @param columns the columns
     */
    record VindexFunc(Vindex vindex, ValueExpr value, List<VindexFuncColumn> columns) implements Leaf {
        /** Copies the list. */
        public VindexFunc {
            columns = List.copyOf(columns);
        }
    }

    /** A column of {@link VindexFunc} and its name. */
    record VindexFuncColumn(VindexFact fact, String name) {}

    /** What a vindex that is asked as a table knows of a value; all of them are binary strings. */
    enum VindexFact {
        /** The value. */
        ID(0),
        /** Its keyspace id, NULL where it has a range of them. */
        KEYSPACE_ID(1),
        /** The start of the key range of its shard, or of the range of its keyspace ids. */
        RANGE_START(2),
        /** The end of that range. */
        RANGE_END(3),
        /** The keyspace id in hexadecimal digits. */
        HEX_KEYSPACE_ID(4),
        /** The name of the shard. */
        SHARD(5);

        private final int number;

        VindexFact(int number) {
            this.number = number;
        }

        /** The number in plan descriptions. */
        public int number() {
            return number;
        }
    }

    /**
     * Functions of locks with a name, all run by the shard of one keyspace id, in a connection that the session keeps while it
     * has locks.
     *
     * @param keyspace    the keyspace
     * @param destination its shard
     * @param fieldQuery  what the shard runs to tell the columns
     * @param functions   the calls; their arguments are evaluated by the gateway
     */
    record Lock(KeyspaceRef keyspace, Destination destination, SqlTemplate fieldQuery, List<Expression.Call> functions)
            implements
            Leaf {
        /** Copies the list. */
        public Lock {
            functions = List.copyOf(functions);
        }
    }

    private static Map<String, Integer> sorted(Map<String, Integer> variables) {
        return Collections.unmodifiableMap(new TreeMap<>(variables));
    }
}
