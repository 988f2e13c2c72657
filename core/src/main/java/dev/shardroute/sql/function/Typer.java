package dev.shardroute.sql.function;

import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.BoundColumn;
import java.util.Optional;
import java.util.function.Function;

/** Finds the types of expressions by MySQL's rules. Immutable, and for as many threads as its columns are. */
public final class Typer {
    private final Function<? super BoundColumn, Optional<ExpressionType>> columns;
    private final String collation;

    /**
     * Types expressions over columns.
     *
     * @param columns   the types of columns; empty for one that is not known
     * @param collation the collation of the connection, which literals have
     */
    public Typer(Function<? super BoundColumn, Optional<ExpressionType>> columns, String collation) {
        this.columns = columns;
        this.collation = collation;
    }

    /** A typer for a connection of the collation {@link Collations#DEFAULT}. */
    public Typer(Function<? super BoundColumn, Optional<ExpressionType>> columns) {
        this(columns, Collations.DEFAULT);
    }

    /** The type of the expression; empty where it is not known: of a subquery, or of anything that an unknown type decides. */
    public Optional<ExpressionType> typeOf(Expression expression) {
        return expression instanceof BoundColumn column && !collation.isEmpty()
                ? columns.apply(column)
                : Optional.empty();
    }

    /** True when sorting or grouping by the expression needs its weight string; unknown types need one. */
    public boolean needsWeightString(Expression expression) {
        return typeOf(expression).map(ExpressionType::needsWeightString).orElse(true);
    }
}
