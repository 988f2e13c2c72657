package dev.shardroute.planner.semantics;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.planner.PlanningContext;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.BoundColumn;
import dev.shardroute.sql.ast.Expression.Call;
import dev.shardroute.sql.ast.Expression.Column;
import dev.shardroute.sql.ast.Node;
import dev.shardroute.sql.ast.Nodes;
import dev.shardroute.sql.ast.Query;
import dev.shardroute.sql.ast.SelectItem;
import dev.shardroute.sql.ast.SetOperation;
import dev.shardroute.sql.ast.SpecialForm.Windowed;
import dev.shardroute.sql.ast.TableName;
import dev.shardroute.sql.function.Functions;
import dev.shardroute.vschema.VSchema;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the analysis of one statement has found so far. The one thing in analysis that changes. */
final class Analysis {
    private final VSchema vschema;
    private final PlanningContext context;
    private final Tables tables;
    private final SignatureBuilder signature = new SignatureBuilder();
    private final Map<SetOperation, List<SelectItem>> unions = new HashMap<>();
    private final Inlining inlining = new Inlining();
    private @Nullable RuntimeException notSingleRoute;
    private @Nullable RuntimeException notUnsharded;

    Analysis(VSchema vschema, PlanningContext context) {
        this.vschema = vschema;
        this.context = context;
        this.tables = new Tables(List.of(), context.servers());
    }

    /** The tables so far. */
    Tables tables() {
        return tables;
    }

    /** What the statement has, so far. */
    SignatureBuilder signature() {
        return signature;
    }

    /** The bounds of what is put in the place of names. */
    Inlining inlining() {
        return inlining;
    }

    /** Remembers the columns of a set operation. */
    void note(SetOperation union, List<SelectItem> columns) {
        unions.put(SemanticTable.rows(union), columns);
    }

    /** The outcome. */
    SemanticTable result(Query query) {
        SemanticTable.Conditions conditions = new SemanticTable.Conditions(Optional.ofNullable(notSingleRoute),
                Optional.empty(), Optional.ofNullable(notUnsharded));
        return new SemanticTable(tables.all(), query, signature.build(), conditions, unions, context.servers());
    }

    // errors that may count

    /** The statement is not valid unless one route answers it. */
    void requireSingleRoute(RuntimeException error) {
        notSingleRoute = notSingleRoute == null ? error : notSingleRoute;
    }

    /** The statement is not valid unless an unsharded keyspace answers it as it is. */
    void requireUnsharded(RuntimeException error) {
        notUnsharded = notUnsharded == null ? error : notUnsharded;
    }

    // names

    /**
     * What a column that was looked up becomes. One that is not found, or may be of several tables, stays as it is, because
     * an unsharded keyspace or a single shard may know it.
     */
    Expression settle(Found found, Column column, Scope scope) {
        return switch (found) {
            case Found.One(var bound, var certain) -> bound;
            case Found.Item(var expression) -> ofOuterList(expression, column);
            case Found.Several(var certain) -> ambiguous(column, certain);
            case Found.None none -> unknown(column, scope);
        };
    }

    private Expression ofOuterList(Expression expression, Column column) {
        if (containsAggregate(expression)) {
            throw ErrorCode.VT12001.error("a subquery that uses the aggregate '" + column.name() + "' around it");
        }
        return expression;
    }

    private Expression ambiguous(Column column, boolean certain) {
        RuntimeException error = ErrorCode.VT03021.error(Names.describe(column));
        if (certain) {
            throw error;
        }
        requireSingleRoute(error);
        return Names.local(column);
    }

    private Expression unknown(Column column, Scope scope) {
        if (scope.isAliasAround(column)) {
            requireSingleRoute(
                    ErrorCode.VT12001.error("a subquery that uses the alias '" + column.name() + "' around it"));
            return column;
        }
        boolean isOfOneTable = column.table() == null && scope.outer() == null && scope.tables().size() == 1;
        String name = isOfOneTable && !scope.tables().getFirst().info().name().isEmpty()
                ? scope.tables().getFirst().info().name() + "." + column.name()
                : Names.describe(column);
        requireUnsharded(ErrorCode.VT03019.error(name));
        return Names.local(column);
    }

    /** The expression with the tables before all of its columns. */
    Expression qualified(Expression expression) {
        return Nodes.rewrite(expression, node -> node instanceof BoundColumn column && column.column().table() == null
                ? qualified(column)
                : node);
    }

    private BoundColumn qualified(BoundColumn column) {
        TableName qualifier = ScopeTable.qualifier(tables.get(column.source()));
        return qualifier == null ? column : new BoundColumn(new Column(qualifier, column.name()), column.source());
    }

    /** The session's keyspace, or the first by name: for what any keyspace can answer. */
    String anyKeyspace() {
        return context.keyspace().filter(vschema.keyspaces()::containsKey)
                .or(() -> vschema.keyspaces().keySet().stream().sorted().findFirst())
                .orElseThrow(ErrorCode.VT09005::error);
    }

    // functions

    /** True for the call of an aggregate function, those that only shards know among them. */
    boolean isAggregate(Expression expression) {
        return Functions.isAggregate(expression)
                || (expression instanceof Call call && vschema.isAggregateFunction(call.name()));
    }

    /** True when an aggregate is in the expression, not in a query of it, and not as a function over a window. */
    boolean containsAggregate(Node node) {
        return switch (node) {
            case Query query -> false;
            case Windowed(var function, var nulls, var window) -> anyPart(function) || containsAggregate(window);
            case Expression expression when isAggregate(expression) -> true;
            default -> anyPart(node);
        };
    }

    private boolean anyPart(Node node) {
        boolean[] found = {false};
        Nodes.forEachPart(node, part -> found[0] = found[0] || containsAggregate(part));
        return found[0];
    }
}
