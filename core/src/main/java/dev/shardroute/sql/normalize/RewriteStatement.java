package dev.shardroute.sql.normalize;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.sql.ast.Clause;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.AssignVariable;
import dev.shardroute.sql.ast.Expression.Call;
import dev.shardroute.sql.ast.Expression.Exists;
import dev.shardroute.sql.ast.Expression.In;
import dev.shardroute.sql.ast.Expression.Not;
import dev.shardroute.sql.ast.Expression.Subquery;
import dev.shardroute.sql.ast.Expression.SystemVariable;
import dev.shardroute.sql.ast.Expression.UserVariable;
import dev.shardroute.sql.ast.Into;
import dev.shardroute.sql.ast.Node;
import dev.shardroute.sql.ast.Nodes;
import dev.shardroute.sql.ast.SelectItem;
import dev.shardroute.sql.ast.SetVariables.Setting;
import dev.shardroute.sql.ast.Statement;
import dev.shardroute.sql.ast.TableExpression;
import dev.shardroute.sql.printer.SqlPrinter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The index of the rewrites of expressions: which is tried where. What is selected keeps the name it had, but for the list
 * of a query in EXISTS, which nobody reads. For one statement.
 */
final class RewriteStatement {
    private final ReplaceSessionValues sessionValues;
    private final SimplifyExists existence;
    private final UnwrapDualQuery dualQueries;
    private final AddOptimizerHints hints;
    private final List<SelectItem.Star> stars = new ArrayList<>();
    /** How many expressions have become others. */
    private int renamed;

    RewriteStatement(NormalizerOptions options, ReplaceSessionValues sessionValues) {
        Aggregates aggregates = new Aggregates(options.aggregateFunctions());
        this.sessionValues = sessionValues;
        this.existence = new SimplifyExists(aggregates);
        this.dualQueries = new UnwrapDualQuery(aggregates);
        this.hints = new AddOptimizerHints(options.hint(), options.foreignKeyChecks());
    }

    /** The tree after the rewrites; parts before what they are part of. */
    Node rewrite(Node node) {
        return switch (node) {
            case Expression expression -> expression(expression);
            case SelectItem item -> item(item);
            case Statement statement -> hints.add(Nodes.mapParts(statement, this::rewrite));
            case TableExpression table -> Nodes.mapParts(table, this::rewrite);
            case Clause clause -> clause(clause);
        };
    }

    /** The stars that have been met. */
    List<SelectItem.Star> stars() {
        return stars;
    }

    /** What is set, and what a query is read into, is a variable whatever its value. */
    private Clause clause(Clause clause) {
        return switch (clause) {
            case Setting.Variable setting -> setting(setting);
            case Into into -> into;
            default -> Nodes.mapParts(clause, this::rewrite);
        };
    }

    @SuppressWarnings("ReferenceEquality") // this very part, not one that is equal to it
    private Setting setting(Setting.Variable setting) {
        return Nodes.mapParts(setting, part -> part == setting.variable() ? part : rewrite(part));
    }

    private SelectItem item(SelectItem item) {
        if (item instanceof SelectItem.Star star) {
            stars.add(star);
        }
        int before = renamed;
        SelectItem rewritten = Nodes.mapParts(item, this::rewrite);
        if (renamed > before && rewritten instanceof SelectItem.Item(var expression, var alias) && alias == null) {
            return new SelectItem.Item(expression, SqlPrinter.print(((SelectItem.Item) item).expression()));
        }
        return rewritten;
    }

    private Expression expression(Expression expression) {
        Expression before = before(expression);
        return before instanceof In in && in.right() instanceof Subquery
                ? noted(in(in), dualQueries::unwrap)
                : noted(Nodes.mapParts(before, this::rewrite), this::after);
    }

    @SuppressWarnings("ReferenceEquality") // "unchanged" is the same object: equality by value would cost O(tree)
    private <T extends Expression> Expression noted(T expression, Function<T, Expression> rewrite) {
        Expression rewritten = rewrite.apply(expression);
        renamed += rewritten == expression ? 0 : 1;
        return rewritten;
    }

    /** The query behind IN is a list; taken for a value it would lose its parentheses. */
    @SuppressWarnings("ReferenceEquality") // this very part, not one that is equal to it
    private In in(In in) {
        return Nodes.mapParts(in, part -> part == in.right() ? Nodes.mapParts(part, this::rewrite) : rewrite(part));
    }

    /** What is left out of a query need not be rewritten. */
    private Expression before(Expression expression) {
        return switch (expression) {
            case Exists exists -> existence.simplify(exists);
            case AssignVariable assignment ->
                    throw ErrorCode.VT12001.error("assigning a user variable in an expression");
            default -> expression;
        };
    }

    private Expression after(Expression expression) {
        return switch (expression) {
            case Call call -> sessionValues.replace(DropUselessDistinct.drop(call));
            case UserVariable variable -> sessionValues.replace(variable);
            case SystemVariable variable -> sessionValues.replace(variable);
            case Subquery subquery -> dualQueries.unwrap(subquery);
            case Not not -> PushNotDown.negate(not);
            default -> expression;
        };
    }
}
