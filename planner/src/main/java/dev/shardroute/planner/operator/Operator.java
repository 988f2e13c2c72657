package dev.shardroute.planner.operator;

import dev.shardroute.planner.semantics.TableInfo;
import dev.shardroute.planner.semantics.TableSet;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Limit;
import dev.shardroute.sql.ast.Locking;
import dev.shardroute.sql.ast.Query;
import dev.shardroute.sql.ast.SelectItem;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A node of the tree that planning rewrites: what is to be done with the rows of the nodes below. Immutable; rewriting gives
 * new nodes and shares the rest. What a column, predicate or order does at each kind of operator is in {@link Columns}, {@link
 * Predicates} and {@link Orders}.
 */
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
    sealed interface Unary extends Operator {
        /** What it works on. */
        Operator input();

        /** The same over another input. */
        Operator over(Operator other);

        @Override
        default List<Operator> inputs() {
            return List.of(input());
        }

        @Override
        default Operator withInputs(List<Operator> inputs) {
            return over(inputs.getFirst());
        }
    }

    /** An operator with a left and a right input. */
    sealed interface Binary extends Operator {
        /** The left input. */
        Operator left();

        /** The right input. */
        Operator right();

        /** The same over other inputs. */
        Operator over(Operator otherLeft, Operator otherRight);

        @Override
        default List<Operator> inputs() {
            return List.of(left(), right());
        }

        @Override
        default Operator withInputs(List<Operator> inputs) {
            return over(inputs.get(0), inputs.get(1));
        }
    }

    // where rows come from

    /**
     * Tables that are joined by inner joins only, in whatever order is best, with their predicates.
     *
     * @param tables         the tables
     * @param joins          the predicates that need several tables
     * @param noDependencies the predicates that need none
     */
    record QueryGraph(List<QueryTable> tables, List<InnerJoin> joins, List<Predicate> noDependencies) implements Leaf {
        /** Copies the lists. */
        public QueryGraph {
            tables = List.copyOf(tables);
            joins = List.copyOf(joins);
            noDependencies = List.copyOf(noDependencies);
        }
    }

    /** Predicates that need the same tables. */
    record InnerJoin(TableSet tables, List<Predicate> predicates) {
        /** Copies the list. */
        public InnerJoin {
            predicates = List.copyOf(predicates);
        }

        /** The same with more predicates; none that it has already. */
        InnerJoin with(List<Predicate> more) {
            return more.isEmpty() ? this : new InnerJoin(tables, Predicate.union(predicates, more));
        }
    }

    /** The rows of a table, as the shards have them. */
    record Table(QueryTable table) implements Leaf {}

    /**
     * A vindex that is asked for the keyspace ids of values, as if it were a table.
     *
     * @param table     the table
     * @param columns   the columns that are asked for
     * @param predicate {@code id = value} or {@code id in (values)}, once it is found
     */
    record VindexTable(TableInfo.Vindex table, List<Expression.BoundColumn> columns,
            Optional<Expression> predicate) implements Leaf {
        /** Copies the list. */
        public VindexTable {
            columns = List.copyOf(columns);
        }

        /** The same asked for these values. */
        public VindexTable with(Expression values) {
            return new VindexTable(table, columns, Optional.of(values));
        }
    }

    /**
     * Everything below is one statement, sent to the shards that {@code routing} tells.
     *
     * @param input         the statement
     * @param routing       the shards
     * @param merged        routes whose tables the statement has taken in, where the tree below does not show them
     * @param ordering      how the rows of several shards are merged; empty for one after another
     * @param comments      the comments behind the verb
     * @param locks         the locking clauses
     * @param resultColumns how many columns there are in the end, or 0 for all
     */
    record Route(Operator input, Routing routing, List<Route> merged, List<RouteOrdering> ordering,
            List<String> comments, List<Locking> locks, int resultColumns) implements Unary {
        /** Copies the lists. */
        public Route {
            merged = List.copyOf(merged);
            ordering = List.copyOf(ordering);
            comments = List.copyOf(comments);
            locks = List.copyOf(locks);
        }

        /** A route with nothing but its routing. */
        public Route(Operator input, Routing routing) {
            this(input, routing, List.of(), List.of(), List.of(), List.of(), 0);
        }

        @Override
        public Route over(Operator other) {
            // the alternates are of the tables alone
            return new Route(other, routing.withoutAlternates(), merged, ordering, comments, locks, resultColumns);
        }

        /** The same to other shards. */
        public Route withRouting(Routing other) {
            return new Route(input, other, merged, ordering, comments, locks, resultColumns);
        }

        /** The same with more routes taken in. */
        public Route withMerged(List<Route> other) {
            return new Route(input, routing, other, ordering, comments, locks, resultColumns);
        }

        /** The same with its rows merged in an order. */
        public Route withOrdering(List<RouteOrdering> other) {
            return new Route(input, routing, merged, other, comments, locks, resultColumns);
        }

        /** The same with comments and locks. */
        public Route with(List<String> otherComments, List<Locking> otherLocks) {
            return new Route(input, routing, merged, ordering, otherComments, otherLocks, resultColumns);
        }

        /** The same with fewer columns. */
        public Route truncate(int columns) {
            return new Route(input, routing, merged, ordering, comments, locks, columns);
        }
    }

    // putting rows together

    /** A join of which it is not yet known who does it. */
    record Join(Operator left, Operator right, JoinType type, List<Expression> predicates) implements Binary {
        /** Copies the list. */
        public Join {
            predicates = List.copyOf(predicates);
        }

        @Override
        public Join over(Operator otherLeft, Operator otherRight) {
            return new Join(otherLeft, otherRight, type, predicates);
        }
    }

    /**
     * A nested-loop join: for each row of the left side the right side is run, with variables for values of that row.
     *
     * @param left       the left side
     * @param right      the right side
     * @param type       how rows are put together
     * @param columns    the columns that are asked for
     * @param predicates the predicates, each split into what comes from the left and what the right side checks
     * @param extra      values that operators deep in the right side need
     * @param offsets    where the columns come from, once that is known: {@code -1 - i} is column i of the left side, {@code i}
     *                   is column i of the right side
     * @param variables  the columns of the left side that the right side gets, by the name of the variable
     */
    record ApplyJoin(Operator left, Operator right, JoinType type, List<JoinColumn> columns,
            List<JoinColumn> predicates, List<BindVariable> extra, List<Integer> offsets,
            Map<String, Integer> variables) implements Binary {
        /** Copies the collections; variables keep their order. */
        public ApplyJoin {
            columns = List.copyOf(columns);
            predicates = List.copyOf(predicates);
            extra = List.copyOf(extra);
            offsets = List.copyOf(offsets);
            variables = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(variables));
        }

        /** A join without columns and predicates. */
        public ApplyJoin(Operator left, Operator right, JoinType type) {
            this(left, right, type, List.of(), List.of(), List.of(), List.of(), Map.of());
        }

        @Override
        public ApplyJoin over(Operator otherLeft, Operator otherRight) {
            return new ApplyJoin(otherLeft, otherRight, type, columns, predicates, extra, offsets, variables);
        }

        /** The same as another type of join. */
        public ApplyJoin withType(JoinType other) {
            return new ApplyJoin(left, right, other, columns, predicates, extra, offsets, variables);
        }

        /** The same with other columns. */
        public ApplyJoin withColumns(List<JoinColumn> other) {
            return new ApplyJoin(left, right, type, other, predicates, extra, offsets, variables);
        }

        /** The same with other predicates. */
        public ApplyJoin withPredicates(List<JoinColumn> other) {
            return new ApplyJoin(left, right, type, columns, other, extra, offsets, variables);
        }

        /** The same with other values for the right side. */
        public ApplyJoin withExtra(List<BindVariable> other) {
            return new ApplyJoin(left, right, type, columns, predicates, other, offsets, variables);
        }

        /** The same with its offsets. */
        public ApplyJoin withOffsets(List<Integer> otherOffsets, Map<String, Integer> otherVariables) {
            return new ApplyJoin(left, right, type, columns, predicates, extra, otherOffsets, otherVariables);
        }
    }

    /**
     * A join that reads the left side first and finds its partners for rows of the right side by the values of one equality.
     *
     * @param left        the left side
     * @param right       the right side
     * @param leftJoin    true when rows of the left side without partner are rows too
     * @param columns     the columns that are asked for
     * @param comparisons what is equal for partners
     * @param offsets     where the columns come from, as in {@link ApplyJoin}, once that is known
     * @param keys        the columns that are equal, once they are known
     */
    record HashJoin(Operator left, Operator right, boolean leftJoin, List<HashColumn> columns,
            List<HashComparison> comparisons, List<Integer> offsets, List<HashKeys> keys) implements Binary {
        /** Copies the lists. */
        public HashJoin {
            columns = List.copyOf(columns);
            comparisons = List.copyOf(comparisons);
            offsets = List.copyOf(offsets);
            keys = List.copyOf(keys);
        }

        /** A join without columns and comparisons. */
        public HashJoin(Operator left, Operator right, boolean leftJoin) {
            this(left, right, leftJoin, List.of(), List.of(), List.of(), List.of());
        }

        @Override
        public HashJoin over(Operator otherLeft, Operator otherRight) {
            return new HashJoin(otherLeft, otherRight, leftJoin, columns, comparisons, offsets, keys);
        }

        /** The same as an inner join. */
        public HashJoin inner() {
            return new HashJoin(left, right, false, columns, comparisons, offsets, keys);
        }

        /** The same with other columns. */
        public HashJoin withColumns(List<HashColumn> other) {
            return new HashJoin(left, right, leftJoin, other, comparisons, offsets, keys);
        }

        /** The same with other comparisons. */
        public HashJoin withComparisons(List<HashComparison> other) {
            return new HashJoin(left, right, leftJoin, columns, other, offsets, keys);
        }
    }

    /** A column of a {@link HashJoin}, and which side it is looked for in. */
    record HashColumn(Expression expression, HashSide side) {}

    /** Where a column of a {@link HashJoin} is looked for. */
    enum HashSide {
        EITHER, LEFT, RIGHT
    }

    /** Two expressions that are equal for partners. */
    record HashComparison(Expression left, Expression right) {}

    /** The columns of the two sides that are equal, from 0 on. */
    record HashKeys(int left, int right) {}

    /**
     * Rows of several queries, one after another.
     *
     * @param sources  the queries
     * @param items    the select list of each of them
     * @param columns  the columns of the whole
     * @param distinct true when equal rows are one
     */
    record Union(List<Operator> sources, List<List<SelectItem>> items, List<SelectItem> columns, boolean distinct)
            implements Operator {
        /** Copies the lists. */
        public Union {
            sources = List.copyOf(sources);
            items = items.stream().map(List::copyOf).toList();
            columns = List.copyOf(columns);
        }

        @Override
        public List<Operator> inputs() {
            return sources;
        }

        @Override
        public Union withInputs(List<Operator> inputs) {
            return new Union(inputs, items, columns, distinct);
        }
    }

    /**
     * A common table expression that reads itself: the rows of the left side, then for each row the right side, until there
     * are no new rows.
     *
     * @param left      what it starts from
     * @param right     the step
     * @param table     its name outside and inside
     * @param distinct  true when equal rows are one
     * @param apart     true once the step gets the row of the step before as variables, for the gateway to run it
     * @param needed    the columns of that row that it gets, each with its variable
     * @param variables their places, once these are known, by the name of the variable
     */
    record RecurseCte(Operator left, Operator right, TableInfo.Recursive table, boolean distinct, boolean apart,
            List<BindVariable> needed, Map<String, Integer> variables) implements Binary {
        /** Copies the collections. */
        public RecurseCte {
            needed = List.copyOf(needed);
            variables = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(variables));
        }

        /** A recursion as the statement has it. */
        public RecurseCte(Operator left, Operator right, TableInfo.Recursive table, boolean distinct) {
            this(left, right, table, distinct, false, List.of(), Map.of());
        }

        @Override
        public RecurseCte over(Operator otherLeft, Operator otherRight) {
            return new RecurseCte(otherLeft, otherRight, table, distinct, apart, needed, variables);
        }

        /** The same with another step, which gets these columns. */
        public RecurseCte takeApart(Operator step, List<BindVariable> columns) {
            return new RecurseCte(left, step, table, distinct, true, columns, Map.of());
        }

        /** The same with the places of the columns that the step gets. */
        public RecurseCte withVariables(Map<String, Integer> other) {
            return new RecurseCte(left, right, table, distinct, apart, needed, other);
        }
    }

    // subqueries

    /** A query and the subqueries of its expressions, until each has been merged into it or has its place. */
    record SubQueryContainer(Operator outer, List<SubQuery> inner) implements Operator {
        /** Copies the list. */
        public SubQueryContainer {
            inner = List.copyOf(inner);
        }

        @Override
        public List<Operator> inputs() {
            List<Operator> all = new java.util.ArrayList<>(List.of(outer));
            all.addAll(inner);
            return all;
        }

        @Override
        public SubQueryContainer withInputs(List<Operator> inputs) {
            return new SubQueryContainer(inputs.getFirst(),
                    inputs.subList(1, inputs.size()).stream().map(SubQuery.class::cast).toList());
        }
    }

    /**
     * A subquery of an expression.
     *
     * @param outer      the query around it, once it has its place
     * @param subquery   the subquery, with variables for the columns of the queries around it
     * @param use        the subquery as the statement has it
     * @param role       what it is to the query around it
     * @param original   the predicate or expression that it stands in
     * @param predicates conditions on columns of both that every row of the subquery fulfils
     * @param extra      columns of the query around it that the subquery needs besides
     * @param argument   the name of the variable for its value or values; empty for none
     * @param hasRows    the name of the variable that tells whether it has rows; empty for none
     * @param needed     the tables of the query around it that its predicate or expression needs
     * @param variables  the columns of the outer query that the subquery gets, by the name of the variable
     */
    record SubQuery(Optional<Operator> outer, Operator subquery, SubQueryUse use, SubQueryRole role,
            Expression original, List<Expression> predicates, List<BindVariable> extra, String argument,
            String hasRows, TableSet needed, Map<String, Integer> variables) implements Operator {
        /** Copies the collections. */
        public SubQuery {
            predicates = List.copyOf(predicates);
            extra = List.copyOf(extra);
            variables = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(variables));
        }

        @Override
        public List<Operator> inputs() {
            return outer.map(query -> List.of(query, subquery)).orElseGet(() -> List.of(subquery));
        }

        @Override
        public SubQuery withInputs(List<Operator> inputs) {
            return outer.isPresent()
                    ? with(Optional.of(inputs.get(0)), inputs.get(1))
                    : with(Optional.empty(), inputs.get(0));
        }

        /** True when it needs the row of the outer query, so that it runs for each of them. */
        public boolean isCorrelated() {
            return !predicates.isEmpty() || !extra.isEmpty();
        }

        /** The same over other queries. */
        public SubQuery with(Optional<Operator> otherOuter, Operator otherSubquery) {
            return new SubQuery(otherOuter, otherSubquery, use, role, original, predicates, extra, argument, hasRows,
                    needed, variables);
        }

        /** The same with the names of its variables, empty for none. */
        public SubQuery withNames(String value, String rows) {
            return new SubQuery(outer, subquery, use, role, original, predicates, extra, value, rows, needed,
                    variables);
        }

        /** The same with the columns that it gets. */
        public SubQuery withVariables(Map<String, Integer> columns) {
            return new SubQuery(outer, subquery, use, role, original, predicates, extra, argument, hasRows, needed,
                    columns);
        }

        /** The same for an expression that needs other tables too. */
        public SubQuery withNeeded(TableSet tables) {
            return new SubQuery(outer, subquery, use, role, original, predicates, extra, argument, hasRows, tables,
                    variables);
        }
    }

    // what a query does with its rows

    /**
     * All that a query does above its WHERE, until it is pushed under a route or expanded into smaller operators.
     *
     * @param input      the rows
     * @param query      the query, bound
     * @param derived    the table that it is to the query around it, or empty
     * @param projection the query's select list, grouping and order
     * @param truncate   true when columns that are added are cut off again here
     */
    record Horizon(Operator input, Query query, Optional<DerivedTable> derived, QueryProjection projection,
            boolean truncate) implements Unary {
        @Override
        public Horizon over(Operator other) {
            return new Horizon(other, query, derived, projection, truncate);
        }
    }

    /** The rows for which all predicates hold. {@code evaluated} is them with offsets, once these are known. */
    record Filter(Operator input, List<Predicate> predicates, Optional<Expression> evaluated, int resultColumns)
            implements Unary {
        /** Copies the list. */
        public Filter {
            predicates = List.copyOf(predicates);
        }

        /** A filter whose offsets are not known. */
        public Filter(Operator input, List<Predicate> predicates) {
            this(input, predicates, Optional.empty(), 0);
        }

        @Override
        public Filter over(Operator other) {
            return new Filter(other, predicates, evaluated, resultColumns);
        }
    }

    /**
     * Expressions of each row.
     *
     * @param input         the rows
     * @param columns       the expressions
     * @param derived       the table that they are to the operators above
     * @param ofAggregation true when it puts aggregates of the sides of a join together, and must stay above the join
     */
    record Projection(Operator input, ProjectionColumns columns, Optional<DerivedTable> derived,
            boolean ofAggregation) implements Unary {
        /** A projection of a statement. */
        public Projection(Operator input, ProjectionColumns columns, Optional<DerivedTable> derived) {
            this(input, columns, derived, false);
        }

        @Override
        public Projection over(Operator other) {
            return new Projection(other, columns, derived, ofAggregation);
        }

        /** The same with other columns. */
        public Projection withColumns(List<ProjectionColumn> other) {
            return new Projection(input, new ProjectionColumns.Known(other), derived, ofAggregation);
        }
    }

    /**
     * Groups of rows and their aggregates.
     *
     * @param input         the rows
     * @param columns       the columns, each a key, an aggregate or a weight string
     * @param grouping      the keys
     * @param aggregations  the aggregates
     * @param rollup        true for WITH ROLLUP
     * @param distinctExpression the argument of the aggregates that are DISTINCT, when there are such that shards cannot compute
     * @param derived       the table that it is to the operators above
     * @param projection    of an aggregation of the statement, the query that it is for
     * @param pushed        true when the shards do a part of it
     * @param original      true when it is one of the statement, not one that was made by splitting another
     * @param resultColumns how many columns there are in the end, or 0 for all
     * @param offsetPlanned true when its columns have their places
     * @param truncate      true when columns that are added are cut off again here
     */
    record Aggregator(Operator input, List<SelectItem.Item> columns, List<GroupBy> grouping,
            List<Aggregation> aggregations, boolean rollup, Optional<Expression> distinctExpression,
            Optional<DerivedTable> derived, Optional<QueryProjection> projection, boolean pushed, boolean original,
            int resultColumns, boolean offsetPlanned, boolean truncate) implements Unary {
        /** Copies the lists. */
        public Aggregator {
            columns = List.copyOf(columns);
            grouping = List.copyOf(grouping);
            aggregations = List.copyOf(aggregations);
        }

        @Override
        public Aggregator over(Operator other) {
            return new Aggregator(other, columns, grouping, aggregations, rollup, distinctExpression, derived,
                    projection, pushed, original, resultColumns, offsetPlanned, truncate);
        }

        /** The same with other columns, keys and aggregates. */
        public Aggregator with(List<SelectItem.Item> otherColumns, List<GroupBy> otherGrouping,
                List<Aggregation> otherAggregations) {
            return new Aggregator(input, otherColumns, otherGrouping, otherAggregations, rollup, distinctExpression,
                    derived, projection, pushed, original, resultColumns, offsetPlanned, truncate);
        }

        /** What stays of it above an input that does a part of it. */
        public Aggregator above(Operator other, List<Aggregation> otherAggregations,
                Optional<Expression> otherDistinct) {
            return new Aggregator(other, columns, grouping, otherAggregations, rollup, otherDistinct, derived,
                    projection, true, original, resultColumns, offsetPlanned, truncate);
        }

        /** The same, its rows to be ordered by the argument of DISTINCT too. */
        public Aggregator withDistinctExpression(Expression expression) {
            return new Aggregator(input, columns, grouping, aggregations, rollup, Optional.of(expression), derived,
                    projection, pushed, original, resultColumns, offsetPlanned, truncate);
        }

        /** The same, not as a derived table. */
        public Aggregator withoutDerived() {
            return new Aggregator(input, columns, grouping, aggregations, rollup, distinctExpression, Optional.empty(),
                    projection, pushed, original, resultColumns, offsetPlanned, truncate);
        }

        /** The same with other keys. */
        public Aggregator withGrouping(List<GroupBy> other) {
            return new Aggregator(input, columns, other, aggregations, rollup, distinctExpression, derived,
                    projection, pushed, original, resultColumns, offsetPlanned, truncate);
        }

        /** The same with fewer columns in the end. */
        public Aggregator withResultColumns(int count) {
            return new Aggregator(input, columns, grouping, aggregations, rollup, distinctExpression, derived,
                    projection, pushed, original, count, offsetPlanned, truncate);
        }
    }

    /** The rows in an order. {@code offsets} and {@code weightStrings} are the columns of the keys, -1 for no weight string. */
    record Ordering(Operator input, List<OrderBy> order, List<Integer> offsets, List<Integer> weightStrings,
            int resultColumns) implements Unary {
        /** Copies the lists. */
        public Ordering {
            order = List.copyOf(order);
            offsets = List.copyOf(offsets);
            weightStrings = List.copyOf(weightStrings);
        }

        /** An order whose offsets are not known. */
        public Ordering(Operator input, List<OrderBy> order) {
            this(input, order, List.of(), List.of(), 0);
        }

        @Override
        public Ordering over(Operator other) {
            return new Ordering(other, order, offsets, weightStrings, resultColumns);
        }
    }

    /**
     * The first rows.
     *
     * @param input  the rows
     * @param limit  how many
     * @param top    true for a limit of the statement, false for a bound that only spares rows
     * @param pushed true when the operators below know of it already
     */
    record LimitRows(Operator input, Limit limit, boolean top, boolean pushed) implements Unary {
        @Override
        public LimitRows over(Operator other) {
            return new LimitRows(other, limit, top, pushed);
        }
    }

    /**
     * Equal rows become one.
     *
     * @param input         the rows
     * @param required      false when it only spares work above
     * @param pushed        true when the operators below were given one to spare work
     * @param columns       what is compared, once that is known
     * @param resultColumns how many columns there are in the end, or 0 for all
     */
    record Distinct(Operator input, boolean required, boolean pushed, List<CheckColumn> columns, int resultColumns)
            implements Unary {
        /** Copies the list. */
        public Distinct {
            columns = List.copyOf(columns);
        }

        /** One whose columns are not known. */
        public Distinct(Operator input, boolean required) {
            this(input, required, false, List.of(), 0);
        }

        @Override
        public Distinct over(Operator other) {
            return new Distinct(other, required, pushed, columns, resultColumns);
        }
    }

    /** Window functions; only good for pushing under a route. */
    record Window(Operator input, QueryProjection projection) implements Unary {
        @Override
        public Window over(Operator other) {
            return new Window(other, projection);
        }
    }

    /** Comments and locks on their way to the routes. */
    record LockAndComment(Operator input, List<String> comments, List<Locking> locks) implements Unary {
        /** Copies the lists. */
        public LockAndComment {
            comments = List.copyOf(comments);
            locks = List.copyOf(locks);
        }

        @Override
        public LockAndComment over(Operator other) {
            return new LockAndComment(other, comments, locks);
        }
    }
}
