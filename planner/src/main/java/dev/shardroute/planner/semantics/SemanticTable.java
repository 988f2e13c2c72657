package dev.shardroute.planner.semantics;

import dev.shardroute.planner.PlanningContext.Servers;
import dev.shardroute.planner.plan.KeyspaceRef;
import dev.shardroute.planner.semantics.TableInfo.Derived;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.BoundColumn;
import dev.shardroute.sql.ast.Node;
import dev.shardroute.sql.ast.Query;
import dev.shardroute.sql.ast.Select;
import dev.shardroute.sql.ast.SelectItem;
import dev.shardroute.sql.ast.SetOperation;
import dev.shardroute.sql.ast.TableExpression;
import dev.shardroute.sql.ast.ValuesRows;
import dev.shardroute.sql.function.ExpressionType;
import dev.shardroute.sql.function.Typer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What semantic analysis has found out about a statement. The statement's columns are bound, so that all that is asked here is
 * a function of the expression; nothing is kept by the identity of a node. Immutable.
 */
public final class SemanticTable {
    private final Tables tables;
    private final Query query;
    private final QuerySignature signature;
    private final Conditions conditions;
    private final Map<SetOperation, List<SelectItem>> unions;
    private final Optional<KeyspaceRef> unsharded;

    /**
     * Errors that count only when the statement turns out not to be one that a single route, shard or unsharded keyspace can
     * answer. Each may be empty.
     */
    public record Conditions(Optional<RuntimeException> notSingleRoute, Optional<RuntimeException> notSingleShard,
            Optional<RuntimeException> notUnsharded) {
        /** No such error. */
        public static final Conditions NONE = new Conditions(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * The result of an analysis.
     *
     * @param tables        the tables; each stands at its number
     * @param query         the bound query
     * @param signature     what it has
     * @param conditions    errors that may count
     * @param textCollation the collation of text columns of which it is not known, or empty
     * @param collation     the collation of the connection
     */
    public SemanticTable(List<TableInfo> tables, Query query, QuerySignature signature, Conditions conditions,
            Optional<String> textCollation, String collation) {
        this(new Tables(tables, textCollation, collation), query, signature, conditions, Map.of(), Optional.empty());
    }

    /**
     * The result of an analysis.
     *
     * @param tables     the tables; each stands at its number
     * @param query      the bound query
     * @param signature  what it has
     * @param conditions errors that may count
     * @param unions     the columns of its set operations, as far as they are known
     * @param servers    what the servers are
     */
    SemanticTable(List<TableInfo> tables, Query query, QuerySignature signature, Conditions conditions,
            Map<SetOperation, List<SelectItem>> unions, Servers servers) {
        this(new Tables(tables, servers), query, signature, conditions, Map.copyOf(unions), Optional.empty());
    }

    private SemanticTable(Tables tables, Query query, QuerySignature signature, Conditions conditions,
            Map<SetOperation, List<SelectItem>> unions, Optional<KeyspaceRef> unsharded) {
        this.tables = tables;
        this.query = query;
        this.signature = signature;
        this.conditions = conditions;
        this.unions = unions;
        this.unsharded = unsharded;
    }

    /** The result for a statement that an unsharded keyspace answers as it is. */
    static SemanticTable ofUnsharded(KeyspaceRef keyspace, List<TableInfo> tables, Query query, Servers servers) {
        return new SemanticTable(new Tables(tables, servers), query, QuerySignature.NONE, Conditions.NONE, Map.of(),
                Optional.of(keyspace));
    }

    /**
     * The keyspace that answers the whole statement as it is, because all of its tables are there and it is not sharded; empty
     * where planning is needed. With it nothing is bound: {@link #query} is the statement to send.
     */
    public Optional<KeyspaceRef> unsharded() {
        return unsharded;
    }

    /** The tables; each stands at its number. */
    public List<TableInfo> tables() {
        return tables.all();
    }

    /** The same statement on other tables, each with the number and the columns of the one that it is made of. */
    public SemanticTable withTables(UnaryOperator<TableInfo> other) {
        return new SemanticTable(tables.map(other), query, signature, conditions, unions, unsharded);
    }

    /** The table of a number. */
    public TableInfo info(int number) {
        return tables.get(number);
    }

    /** The table of a set of one table; empty for any other set. */
    public Optional<TableInfo> info(TableSet set) {
        return set.size() == 1 && tables.has(set.first()) ? Optional.of(tables.get(set.first())) : Optional.empty();
    }

    /**
     * The statement, with every table numbered ({@link TableExpression.Bound}) and every column bound, but for columns of
     * which {@link Conditions#notSingleRoute} tells that they are ambiguous.
     */
    public Query query() {
        return query;
    }

    /** What the statement has. */
    public QuerySignature signature() {
        return signature;
    }

    /** Errors that may count. */
    public Conditions conditions() {
        return conditions;
    }

    /** True for a column of the rows of a set operation, which its ORDER BY names. */
    public boolean isOfResult(BoundColumn column) {
        return tables.has(column.source()) && tables.get(column.source()) instanceof Derived derived
                && derived.isResult();
    }

    // what expressions depend on

    /** The tables that a node reads, derived tables counting as themselves; tables that its own subqueries bring do not count. */
    public TableSet direct(Node node) {
        return tables.dependencies(node, false);
    }

    /** The tables that a node reads, the tables inside counting instead of derived tables. */
    public TableSet recursive(Node node) {
        return tables.dependencies(node, true);
    }

    /** The expression with columns of a derived table replaced by what they are inside of it. */
    public Expression inside(Expression expression, TableInfo derived) {
        return derived instanceof Derived table ? Tables.inside(expression, table) : expression;
    }

    // types

    /** The type of an expression, or empty when it is not known. */
    public Optional<ExpressionType> type(Expression expression) {
        return tables.typer().typeOf(expression);
    }

    /** What is known of the values of an expression that rows are compared by ({@link Typer#keyTypeOf}). */
    public Optional<ExpressionType> keyType(Expression expression) {
        return tables.typer().keyTypeOf(expression);
    }

    /** True when rows cannot be compared by the value of an expression alone, so that its weight string is needed too. */
    public boolean needsWeightString(Expression expression) {
        return tables.typer().needsWeightString(expression);
    }

    // select lists

    /** The select list of a query; of a UNION that of its first query. */
    public static List<SelectItem> items(Query query) {
        return switch (query) {
            case Select select -> select.items();
            case SetOperation union -> items(union.first());
            case ValuesRows rows -> List.of();
        };
    }

    /**
     * The columns of the result of a bound set operation, as its ORDER BY and the queries around it name them; where they are
     * not all known, the select list of its first query.
     */
    public List<SelectItem> columns(SetOperation union) {
        List<SelectItem> columns = unions.get(rows(union));
        return columns == null ? items(union) : columns;
    }

    /** What decides which columns a set operation has: neither its order nor its limit, which planning may take away. */
    static SetOperation rows(SetOperation union) {
        return new SetOperation(union.with(), union.first(), union.arms(), List.of(), null, List.of(), null);
    }
}
