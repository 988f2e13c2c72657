package dev.shardroute.planner.change;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.sql.ast.Assignment;
import dev.shardroute.sql.ast.Clause;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.BoundColumn;
import dev.shardroute.sql.ast.Expression.Column;
import dev.shardroute.sql.ast.Expression.Default;
import dev.shardroute.sql.ast.Expression.InsertedValue;
import dev.shardroute.sql.ast.Node;
import dev.shardroute.sql.ast.Nodes;
import dev.shardroute.sql.ast.SelectItem;
import dev.shardroute.sql.ast.Statement;
import dev.shardroute.sql.ast.TableExpression;
import dev.shardroute.sql.ast.TableName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The names that expressions of a statement may use: the columns of its table, and in some clauses the aliases of the select
 * list.
 *
 * @param table   the table, or empty for a statement without one
 * @param aliases aliases in lower case, which go before columns
 */
public record Scope(Optional<BoundTable> table, Set<String> aliases) {
    /** Copies the set. */
    public Scope {
        aliases = Set.copyOf(aliases);
    }

    /** The columns of one table. */
    public static Scope of(BoundTable table) {
        return new Scope(Optional.of(table), Set.of());
    }

    /** These names and aliases. */
    public Scope with(Set<String> more) {
        return new Scope(table, more);
    }

    /**
     * The expression with every column bound.
     *
     * @throws dev.shardroute.error.ShardrouteException {@code VT03019} for a column that there is not
     */
    public Expression bind(Expression expression) {
        return switch (expression) {
            case Column column -> bindColumn(column);
            case Default(var column) when column != null -> new Default(localName(column));
            case InsertedValue(var column) -> new InsertedValue(localName(column));
            default -> Nodes.mapParts(expression, this::bindPart);
        };
    }

    /** The clause with every column of its expressions bound. */
    public <T extends Clause> T bindIn(T clause) {
        return Nodes.mapParts(clause, this::bindPart);
    }

    /** {@link #bindIn(Clause)} of every clause. */
    public <T extends Clause> List<T> bindIn(List<T> clauses) {
        return clauses.stream().map(this::bindIn).toList();
    }

    private Node bindPart(Node part) {
        return switch (part) {
            case Expression expression -> bind(expression);
            case Clause clause -> bindIn(clause);
            case Statement query -> query;
            case SelectItem item -> item;
            case TableExpression table -> table;
        };
    }

    /** {@link #bind(Expression)} where there may be none. */
    public @Nullable Expression bindOptional(@Nullable Expression expression) {
        return expression == null ? null : bind(expression);
    }

    /** Checks the columns of assignments and binds their values; the columns are written without keyspace. */
    public List<Assignment> bindAssignments(List<Assignment> assignments) {
        return assignments.stream()
                .map(assignment -> new Assignment(localName(assignment.column()), bind(assignment.value()))).toList();
    }

    private Expression bindColumn(Column column) {
        boolean isAlias = column.table() == null && aliases.contains(lower(column.name()));
        return isAlias ? column : new BoundColumn(localName(column), tableOf(column).number());
    }

    private Column localName(Column column) {
        tableOf(column);
        TableName qualifier = column.table();
        return qualifier == null || qualifier.qualifier() == null
                ? column
                : new Column(TableName.of(qualifier.name()), column.name());
    }

    private BoundTable tableOf(Column column) {
        BoundTable bound = table.filter(candidate -> isQualifiedBy(column.table(), candidate))
                .orElseThrow(() -> ErrorCode.VT03019.error(describe(column)));
        boolean missing = bound.table().columnListAuthoritative() && bound.table().column(column.name()).isEmpty();
        if (missing) {
            throw ErrorCode.VT03019.error(describe(column));
        }
        return bound;
    }

    /** True when {@code qualifier} is absent or means {@code table}. */
    static boolean isQualifiedBy(@Nullable TableName qualifier, BoundTable table) {
        return qualifier == null || (qualifier.name().equals(table.correlationName())
                && (qualifier.qualifier() == null || qualifier.qualifier().equals(table.table().keyspace())));
    }

    private static String describe(Column column) {
        return column.table() == null ? column.name() : column.table().name() + "." + column.name();
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
