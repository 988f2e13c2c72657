package dev.shardroute.planner.semantics;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.planner.semantics.QueryBinder.Place;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.And;
import dev.shardroute.sql.ast.Expression.AssignVariable;
import dev.shardroute.sql.ast.Expression.Call;
import dev.shardroute.sql.ast.Expression.Column;
import dev.shardroute.sql.ast.Expression.Comparison;
import dev.shardroute.sql.ast.Expression.ComparisonOperator;
import dev.shardroute.sql.ast.Expression.Default;
import dev.shardroute.sql.ast.Expression.In;
import dev.shardroute.sql.ast.Expression.InsertedValue;
import dev.shardroute.sql.ast.Expression.Like;
import dev.shardroute.sql.ast.Expression.Not;
import dev.shardroute.sql.ast.Expression.QuantifiedComparison;
import dev.shardroute.sql.ast.Expression.Regexp;
import dev.shardroute.sql.ast.Expression.Subquery;
import dev.shardroute.sql.ast.Expression.Tuple;
import dev.shardroute.sql.ast.Expressions;
import dev.shardroute.sql.ast.Node;
import dev.shardroute.sql.ast.Nodes;
import dev.shardroute.sql.ast.Query;
import dev.shardroute.sql.ast.SelectItem;
import dev.shardroute.sql.ast.SpecialForm.Windowed;
import dev.shardroute.sql.ast.Window;
import dev.shardroute.sql.function.Functions;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Binds the expressions of one clause, and gives some of them the form that planning knows: {@code not a = b} is {@code a !=
 * b}, and {@code (a, b) = (1, 2)} is {@code a = 1 and b = 2}.
 */
final class ExpressionBinder {
    private final QueryBinder queries;
    private final Analysis analysis;
    private final CommonTables common;
    private final ColumnNames names;
    private final WindowNames windows;
    private boolean inAggregate;

    /**
     * For a clause.
     *
     * @param common  the common table expressions that its subqueries may name
     * @param names   what its columns mean
     * @param windows the windows it may name
     */
    ExpressionBinder(QueryBinder queries, CommonTables common, ColumnNames names, WindowNames windows) {
        this.queries = queries;
        this.analysis = queries.analysis();
        this.common = common.closed();
        this.names = names;
        this.windows = windows;
    }

    /** The whole expression of a clause. */
    Expression bind(Expression expression) {
        return expression instanceof Column column ? names.find(column, false, true) : part(expression);
    }

    /** The whole expression of a clause, or null. */
    @Nullable Expression bindOptional(@Nullable Expression expression) {
        return expression == null ? null : bind(expression);
    }

    /** A clause in which no column is the whole expression: the bounds of LIMIT, a window. */
    <T extends Node> T bindParts(T clause) {
        return Nodes.mapParts(clause, this::node);
    }

    private Node node(Node node) {
        return switch (node) {
            case Expression expression -> part(expression);
            case Query query -> subquery(query);
            case Window window -> {
                windows.check(window);
                yield bindParts(window);
            }
            default -> bindParts(node);
        };
    }

    private Expression part(Expression expression) {
        analysis.inlining().enter();
        Expression bound = bound(expression);
        analysis.inlining().leave();
        return bound;
    }

    private Expression bound(Expression expression) {
        return switch (expression) {
            case Column column -> names.find(column, inAggregate, false);
            case Default(var column) -> column == null ? expression : new Default(Names.local(column));
            case InsertedValue(var column) -> new InsertedValue(Names.local(column));
            case AssignVariable assignment -> throw ErrorCode.VT12001.error("an assignment to a variable in a query");
            case Not not -> not(not);
            case Comparison comparison -> comparison(comparison);
            case In(var not, var left, var right) -> {
                checkColumns(left, right);
                yield bindParts(expression);
            }
            case QuantifiedComparison comparison -> quantified(comparison);
            case And and -> flat(bindParts(and));
            case Windowed windowed -> windowed(windowed);
            case Call call when Functions.isLock(call) ->
                    throw ErrorCode.VT12001.error(call.name() + "() with tables, or beside other expressions");
            default -> analysis.isAggregate(expression) ? aggregate(expression) : bindParts(expression);
        };
    }

    private Expression aggregate(Expression call) {
        analysis.signature().aggregation();
        return inAggregate(call);
    }

    private <T extends Expression> T inAggregate(T call) {
        boolean outside = inAggregate;
        inAggregate = true;
        T bound = bindParts(call);
        inAggregate = outside;
        return bound;
    }

    private Expression windowed(Windowed windowed) {
        analysis.signature().window();
        Expression function = inAggregate(windowed.function());
        return new Windowed(function, windowed.nulls(), (Window) node(windowed.window()));
    }

    private Query subquery(Query query) {
        analysis.signature().subquery();
        return queries.bind(query, names.scope(), common, Place.SUBQUERY).query();
    }

    // comparisons

    private Expression not(Not not) {
        Expression inverse = switch (not.operand()) {
            case Comparison(var operator, var left, var right) when operator != ComparisonOperator.NULL_SAFE_EQUAL ->
                    new Comparison(inverse(operator), left, right);
            case In(var negated, var left, var right) -> new In(!negated, left, right);
            case Like(var negated, var left, var pattern, var escape) -> new Like(!negated, left, pattern, escape);
            case Regexp(var negated, var left, var pattern) -> new Regexp(!negated, left, pattern);
            default -> not;
        };
        return inverse instanceof Not same ? bindParts(same) : part(inverse);
    }

    private static ComparisonOperator inverse(ComparisonOperator operator) {
        return switch (operator) {
            case EQUAL -> ComparisonOperator.NOT_EQUAL;
            case NOT_EQUAL -> ComparisonOperator.EQUAL;
            case LESS -> ComparisonOperator.GREATER_EQUAL;
            case LESS_EQUAL -> ComparisonOperator.GREATER;
            case GREATER -> ComparisonOperator.LESS_EQUAL;
            case GREATER_EQUAL -> ComparisonOperator.LESS;
            case NULL_SAFE_EQUAL -> throw ErrorCode.VT13001.error("<=> has no inverse");
        };
    }

    private Expression comparison(Comparison comparison) {
        if (comparison.operator() == ComparisonOperator.EQUAL
                && comparison.left() instanceof Tuple(var left) && comparison.right() instanceof Tuple(var right)
                && left.size() == right.size() && left.size() > 1) {
            return memberwise(left, right);
        }
        checkColumns(comparison.left(), comparison.right());
        checkColumns(comparison.right(), comparison.left());
        return bindParts(comparison);
    }

    private Expression memberwise(List<Expression> left, List<Expression> right) {
        List<Expression> equal = new ArrayList<>();
        for (int i = 0; i < left.size(); i++) {
            equal.add(part(new Comparison(ComparisonOperator.EQUAL, left.get(i), right.get(i))));
        }
        return flat(new And(equal));
    }

    private static Expression flat(And and) {
        return and.operands().stream().anyMatch(And.class::isInstance) ? new And(Expressions.conjuncts(and)) : and;
    }

    private Expression quantified(QuantifiedComparison comparison) {
        analysis.requireSingleRoute(ErrorCode.VT12001.error("ANY, SOME and ALL over several shards"));
        checkColumns(comparison.left(), new Subquery(comparison.query()));
        return bindParts(comparison);
    }

    /** A query has as many columns as what it is compared with; with a star only the server can tell. */
    private static void checkColumns(Expression value, Expression query) {
        if (query instanceof Subquery(var compared)) {
            int expected = value instanceof Tuple(var members) ? members.size() : 1;
            List<SelectItem> items = SemanticTable.items(compared);
            boolean isKnown = !items.isEmpty()
                    && items.stream().noneMatch(SelectItem.Star.class::isInstance);
            if (isKnown && items.size() != expected) {
                throw ErrorCode.SR01013.error(expected);
            }
        }
    }
}
