package dev.shardroute.planner.semantics;

import dev.shardroute.planner.semantics.TableInfo.Derived;
import dev.shardroute.planner.semantics.TableInfo.DerivedColumn;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.BoundColumn;
import dev.shardroute.sql.ast.Expressions;
import dev.shardroute.sql.ast.Node;
import dev.shardroute.sql.ast.Nodes;
import dev.shardroute.sql.ast.Query;
import dev.shardroute.sql.ast.SelectItem;
import dev.shardroute.sql.ast.SpecialForm.WeightString;
import dev.shardroute.sql.ast.TableExpression;
import dev.shardroute.sql.function.Collations;
import dev.shardroute.sql.function.ExpressionType;
import dev.shardroute.sql.function.Typer;
import dev.shardroute.type.Type;
import dev.shardroute.vschema.Column;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What semantic analysis has found out about a statement. The statement's columns are bound, so that all that is asked here is
 * a function of the expression; nothing is kept by the identity of a node. Immutable.
 */
public final class SemanticTable {
    private final List<TableInfo> tables;
    private final Query query;
    private final QuerySignature signature;
    private final Conditions conditions;
    private final Typer typer;

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
     * @param tables           the tables; each stands at its number
     * @param query            the bound query
     * @param signature        what it has
     * @param conditions       errors that may count
     * @param textCollation    the collation of text columns of which it is not known, or empty
     * @param collation        the collation of the connection
     */
    public SemanticTable(List<TableInfo> tables, Query query, QuerySignature signature, Conditions conditions,
            Optional<String> textCollation, String collation) {
        this.tables = List.copyOf(tables);
        this.query = query;
        this.signature = signature;
        this.conditions = conditions;
        this.typer = new Typer(column -> columnType(column, textCollation), collation);
    }

    /** The tables; each stands at its number. */
    public List<TableInfo> tables() {
        return tables;
    }

    /** The table of a number. */
    public TableInfo info(int number) {
        return tables.get(number);
    }

    /** The table of a set of one table; empty for any other set. */
    public Optional<TableInfo> info(TableSet set) {
        return set.size() == 1 && set.first() < tables.size() ? Optional.of(tables.get(set.first())) : Optional.empty();
    }

    /** The statement, with every column bound and every table numbered ({@link TableExpression.Bound}). */
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

    // what expressions depend on

    /** The tables that a node reads, derived tables counting as themselves; tables that its own subqueries bring do not count. */
    public TableSet direct(Node node) {
        return dependencies(node, false);
    }

    /** The tables that a node reads, the tables inside counting instead of derived tables. */
    public TableSet recursive(Node node) {
        return dependencies(node, true);
    }

    private TableSet dependencies(Node node, boolean recursive) {
        if (node instanceof BoundColumn column) {
            return recursive ? recursiveOf(column) : TableSet.of(column.source());
        }
        Dependencies found = new Dependencies(recursive);
        Nodes.forEach(node, found::visit);
        return found.result();
    }

    /** Collects what columns need and what subqueries bring themselves. */
    private final class Dependencies {
        private final boolean recursive;
        private TableSet needed = TableSet.EMPTY;
        private TableSet brought = TableSet.EMPTY;

        Dependencies(boolean recursive) {
            this.recursive = recursive;
        }

        void visit(Node node) {
            if (node instanceof BoundColumn column) {
                needed = needed.union(recursive ? recursiveOf(column) : TableSet.of(column.source()));
            } else if (node instanceof TableExpression.Bound bound) {
                brought = brought.union(TableSet.of(bound.number()));
            }
        }

        TableSet result() {
            return brought.isEmpty() ? needed : needed.minus(brought);
        }
    }

    private TableSet recursiveOf(BoundColumn column) {
        if (column.source() < tables.size() && tables.get(column.source()) instanceof Derived derived) {
            return derived.column(column.name()).map(DerivedColumn::recursive).orElse(derived.tables());
        }
        return TableSet.of(column.source());
    }

    /** The expression with columns of a derived table replaced by what they are inside of it. */
    public Expression inside(Expression expression, TableInfo derived) {
        return derived instanceof Derived table
                ? Expressions.rewrite(expression, part -> part instanceof BoundColumn column
                        && column.source() == table.number()
                                ? table.column(column.name()).map(DerivedColumn::expression).orElse(part)
                                : part)
                : expression;
    }

    // types

    /** The type of an expression, or empty when it is not known. */
    public Optional<ExpressionType> type(Expression expression) {
        return typer.typeOf(expression);
    }

    /** True when rows cannot be compared by the value of an expression alone, so that its weight string is needed too. */
    public boolean needsWeightString(Expression expression) {
        if (expression instanceof WeightString || expression instanceof Expression.Literal) {
            return false;
        }
        Optional<ExpressionType> type = type(expression);
        return type.isEmpty()
                || (type.get().type().kind() == Type.Kind.TEXT && !isKnown(type.get().collation()));
    }

    private static boolean isKnown(@Nullable String collation) {
        return collation != null && Collations.find(collation) != null;
    }

    private Optional<ExpressionType> columnType(BoundColumn column, Optional<String> textCollation) {
        if (column.source() >= tables.size()) {
            return Optional.empty();
        }
        return switch (tables.get(column.source())) {
            case TableInfo.Real real -> real.table().column(column.name())
                    .flatMap(known -> columnType(known, textCollation));
            case Derived derived -> derived.column(column.name()).flatMap(DerivedColumn::type);
            case TableInfo.Vindex vindex -> Optional.of(ExpressionType.of(Type.VARBINARY));
            case TableInfo.Recursive table -> Optional.empty();
            case TableInfo.RecursiveTable table -> Optional.empty();
        };
    }

    private static Optional<ExpressionType> columnType(Column column, Optional<String> textCollation) {
        return column.type().map(type -> {
            String collation = column.collation().or(() -> textCollation).orElse(null);
            ExpressionType plain = ExpressionType.of(type, collation);
            return new ExpressionType(type, plain.collation(), column.nullable(), column.size(), column.scale());
        });
    }

    /** The select list of a query; of a UNION that of its first query. */
    public static List<SelectItem> items(Query query) {
        return switch (query) {
            case dev.shardroute.sql.ast.Select select -> select.items();
            case dev.shardroute.sql.ast.SetOperation union -> items(union.first());
            case dev.shardroute.sql.ast.ValuesRows rows -> List.of();
        };
    }

    /**
     * The columns of the result of a bound set operation, as its ORDER BY and the queries around it name them; where they are
     * not all known, the select list of its first query.
     */
    public List<SelectItem> columns(dev.shardroute.sql.ast.SetOperation union) {
        return items(union);
    }
}
