package dev.shardroute.planner.operator;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.planner.PlannerOptions;
import dev.shardroute.planner.PlanningContext;
import dev.shardroute.planner.plan.KeyspaceRef;
import dev.shardroute.planner.plan.PulloutOpcode;
import dev.shardroute.planner.semantics.SemanticTable;
import dev.shardroute.planner.semantics.TableSet;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.BoundColumn;
import dev.shardroute.sql.ast.Expression.Call;
import dev.shardroute.sql.ast.Expression.CountStar;
import dev.shardroute.sql.ast.Node;
import dev.shardroute.sql.ast.Nodes;
import dev.shardroute.sql.ast.Query;
import dev.shardroute.sql.ast.SpecialForm.GroupConcat;
import dev.shardroute.sql.ast.SpecialForm.Windowed;
import dev.shardroute.sql.function.Constants;
import dev.shardroute.sql.function.Functions;
import dev.shardroute.type.Value;
import dev.shardroute.vschema.VSchema;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The planning of one statement: what is known, and the names and numbers that have been given out. The one thing in planning
 * that changes. For one thread.
 */
public final class Planning {
    private final VSchema vschema;
    private final PlanningContext context;
    private final PlannerOptions options;
    private final SemanticTable semantics;
    private final Set<String> reserved = new HashSet<>();
    private final Map<Expression, String> arguments = new HashMap<>();
    private final Map<String, Expression> expressions = new HashMap<>();
    private final Map<SubQueryKey, String> subqueryNames = new HashMap<>();
    private final Map<String, Expression> merged = new HashMap<>();
    private final Equalities equalities = new Equalities();
    private TableSet outerTables = TableSet.EMPTY;
    private Stage stage = Stage.PHYSICAL_TRANSFORM;
    private int nextTable;
    private int nextNumber = 1;
    private int subqueries;

    /** Starts the planning of an analysed statement; the names of its own bind variables are not given out again. */
    public Planning(VSchema vschema, PlanningContext context, PlannerOptions options, SemanticTable semantics) {
        this.vschema = vschema;
        this.context = context;
        this.options = options;
        this.semantics = semantics;
        this.nextTable = semantics.tables().size();
        Nodes.forEach(semantics.query(), this::reserve);
    }

    /** The planning of the same statement on other tables; what it makes up is called otherwise than what this has made up. */
    public Planning mirrored(SemanticTable mirror) {
        Planning other = new Planning(vschema, context, options, mirror);
        other.reserved.addAll(reserved);
        return other;
    }

    private void reserve(Node node) {
        if (node instanceof Expression.Variable variable) {
            reserved.add(variable.name());
        } else if (node instanceof Expression.ListVariable variable) {
            reserved.add(variable.name());
        }
    }

    /** The VSchema. */
    public VSchema vschema() {
        return vschema;
    }

    /** The session. */
    public PlanningContext context() {
        return context;
    }

    /** The bounds. */
    public PlannerOptions options() {
        return options;
    }

    /** What analysis has found out. */
    public SemanticTable semantics() {
        return semantics;
    }

    /** The columns that are known to be equal. */
    public Equalities equalities() {
        return equalities;
    }

    // progress

    /** How far planning has come. */
    public Stage stage() {
        return stage;
    }

    /** True when planning has come that far. */
    public boolean hasReached(Stage other) {
        return stage.compareTo(other) >= 0;
    }

    /** Planning has come to a stage. */
    public void enter(Stage next) {
        stage = next;
    }

    // names

    /** The name of the bind variable for an expression; equal expressions have one name. */
    public String argumentFor(Expression expression) {
        return arguments.computeIfAbsent(expression, this::newArgument);
    }

    private String newArgument(Expression expression) {
        String name = newName(expression instanceof BoundColumn column
                ? ArgumentNames.of(column.column())
                : ArgumentNames.of(expression));
        expressions.put(name, expression);
        return name;
    }

    /** What {@link #argumentFor} has given a name to. */
    public Optional<Expression> expressionOf(String argument) {
        return Optional.ofNullable(expressions.get(argument));
    }

    /** A bind variable that the statement does not have: {@code base}, or it and a number. */
    public String newName(String base) {
        String name = base;
        for (int i = 1; !reserved.add(name); i++) {
            name = base + i;
        }
        return name;
    }

    // subqueries

    /** The name of the bind variable for what is asked of a subquery; for the same there is one name. */
    public String argumentFor(Query subquery, PulloutOpcode opcode) {
        return subqueryNames.computeIfAbsent(new SubQueryKey(subquery, opcode), key -> newNumbered("__sq"));
    }

    private record SubQueryKey(Query query, PulloutOpcode opcode) {}

    /** The name of a bind variable that tells whether a subquery has rows, where that is a value in a select list. */
    public String newHasRowsOfValue() {
        return newNumbered("__sq_has_values");
    }

    private String newNumbered(String base) {
        String name;
        do {
            subqueries++;
            name = base + subqueries;
        } while (!reserved.add(name));
        return name;
    }

    /** The shards run a subquery as a part of another query: this is what goes back in place of its variable. */
    public void merge(String argument, Expression expression) {
        merged.put(argument, expression);
    }

    /** What goes back in place of variables of subqueries, by their names. */
    public Map<String, Expression> merged() {
        return Map.copyOf(merged);
    }

    // numbers

    /** The number of a table that the statement does not have. */
    public TableSet newTable() {
        return TableSet.of(nextTable++);
    }

    /** A number, for a join predicate ({@link Predicate#join}) or a count of rows ({@link CountStar#number}). */
    public int newNumber() {
        return nextNumber++;
    }

    /** The tables whose columns outer joins may make null. */
    public TableSet outerTables() {
        return outerTables;
    }

    /** Adds to {@link #outerTables}. */
    public void addOuterTables(TableSet tables) {
        outerTables = outerTables.union(tables);
    }

    // keyspaces

    /** A keyspace by name. */
    public KeyspaceRef keyspace(String name) {
        return new KeyspaceRef(name, vschema.keyspace(name).sharded());
    }

    /** The session's keyspace, or the first by name: for what any keyspace can answer. */
    public KeyspaceRef anyKeyspace() {
        return keyspace(context.keyspace().filter(vschema.keyspaces()::containsKey)
                .or(() -> vschema.keyspaces().keySet().stream().sorted().findFirst())
                .orElseThrow(ErrorCode.VT09005::error));
    }

    // expressions

    /** True for the call of an aggregate function, those that only shards know among them. */
    public boolean isAggregate(Node node) {
        return switch (node) {
            case CountStar count -> true;
            case GroupConcat concat -> true;
            case Call call -> isAggregate(call);
            default -> false;
        };
    }

    private boolean isAggregate(Call call) {
        return Functions.isAggregate(call)
                || vschema.isAggregateFunction(call.name().toLowerCase(Locale.ROOT));
    }

    /** True when an aggregate function is in the node: not in a subquery of it, and not as a window function. */
    public boolean containsAggregate(Node node) {
        return switch (node) {
            case Query query -> false;
            case Expression.Offset offset -> false;
            case Windowed windowed -> anyPart(windowed.window(), true) || anyPart(windowed.function(), true);
            default -> isAggregate(node) || anyPart(node, true);
        };
    }

    /** True when a window function is in the node, not in a subquery of it. */
    public boolean containsWindow(Node node) {
        return switch (node) {
            case Query query -> false;
            case Expression.Offset offset -> false;
            case Windowed windowed -> true;
            default -> anyPart(node, false);
        };
    }

    private boolean anyPart(Node node, boolean aggregate) {
        boolean[] found = {false};
        Nodes.forEachPart(node, part -> found[0] =
                found[0] || (aggregate ? containsAggregate(part) : containsWindow(part)));
        return found[0];
    }

    /** True for what cannot be evaluated above an operator, but must be one of its columns: columns and aggregates. */
    public boolean mustFetch(Node node) {
        return node instanceof BoundColumn || isAggregate(node);
    }

    /** True when nothing in the expression must be fetched. */
    public boolean needsNothing(Expression expression) {
        return !Nodes.anyMatch(expression, this::mustFetch);
    }

    /** The truth of a predicate that is the same for all rows; empty when it is not, is NULL, or is not known. */
    public Optional<Boolean> constantTruth(Expression predicate) {
        if (!semantics.recursive(predicate).isEmpty()) {
            return Optional.empty();
        }
        return Constants.fold(predicate).filter(value -> !value.isNull()).flatMap(Planning::truth);
    }

    private static Optional<Boolean> truth(Value value) {
        return switch (value.type().kind()) {
            case SIGNED, UNSIGNED, DECIMAL, FLOAT -> Optional.of(value.text().chars()
                    .anyMatch(character -> character >= '1' && character <= '9'));
            default -> Optional.empty();
        };
    }
}
