package dev.shardroute.sql.ast;

import static dev.shardroute.sql.ast.StatementParts.both;
import static dev.shardroute.sql.ast.StatementParts.fallback;
import static dev.shardroute.sql.ast.StatementParts.none;
import static dev.shardroute.sql.ast.StatementParts.optional;

import dev.shardroute.sql.ast.Expression.And;
import dev.shardroute.sql.ast.Expression.AssignVariable;
import dev.shardroute.sql.ast.Expression.Between;
import dev.shardroute.sql.ast.Expression.Binary;
import dev.shardroute.sql.ast.Expression.Bool;
import dev.shardroute.sql.ast.Expression.BoundColumn;
import dev.shardroute.sql.ast.Expression.Call;
import dev.shardroute.sql.ast.Expression.Case;
import dev.shardroute.sql.ast.Expression.Collate;
import dev.shardroute.sql.ast.Expression.Column;
import dev.shardroute.sql.ast.Expression.Comparison;
import dev.shardroute.sql.ast.Expression.CountStar;
import dev.shardroute.sql.ast.Expression.Default;
import dev.shardroute.sql.ast.Expression.Exists;
import dev.shardroute.sql.ast.Expression.In;
import dev.shardroute.sql.ast.Expression.InsertedValue;
import dev.shardroute.sql.ast.Expression.Interval;
import dev.shardroute.sql.ast.Expression.Introduced;
import dev.shardroute.sql.ast.Expression.Is;
import dev.shardroute.sql.ast.Expression.Like;
import dev.shardroute.sql.ast.Expression.ListVariable;
import dev.shardroute.sql.ast.Expression.Literal;
import dev.shardroute.sql.ast.Expression.MemberOf;
import dev.shardroute.sql.ast.Expression.Not;
import dev.shardroute.sql.ast.Expression.Null;
import dev.shardroute.sql.ast.Expression.Offset;
import dev.shardroute.sql.ast.Expression.Or;
import dev.shardroute.sql.ast.Expression.QuantifiedComparison;
import dev.shardroute.sql.ast.Expression.Regexp;
import dev.shardroute.sql.ast.Expression.SoundsLike;
import dev.shardroute.sql.ast.Expression.Subquery;
import dev.shardroute.sql.ast.Expression.SystemVariable;
import dev.shardroute.sql.ast.Expression.Tuple;
import dev.shardroute.sql.ast.Expression.Unary;
import dev.shardroute.sql.ast.Expression.UserVariable;
import dev.shardroute.sql.ast.Expression.Variable;
import dev.shardroute.sql.ast.Expression.Word;
import dev.shardroute.sql.ast.Expression.Xor;
import dev.shardroute.sql.ast.SpecialForm.Cast;
import dev.shardroute.sql.ast.SpecialForm.CharUsing;
import dev.shardroute.sql.ast.SpecialForm.Convert;
import dev.shardroute.sql.ast.SpecialForm.ConvertUsing;
import dev.shardroute.sql.ast.SpecialForm.Extract;
import dev.shardroute.sql.ast.SpecialForm.GroupConcat;
import dev.shardroute.sql.ast.SpecialForm.JsonValue;
import dev.shardroute.sql.ast.SpecialForm.Match;
import dev.shardroute.sql.ast.SpecialForm.Trim;
import dev.shardroute.sql.ast.SpecialForm.WeightString;
import dev.shardroute.sql.ast.SpecialForm.Windowed;
import java.util.function.Consumer;

/** Goes over the direct parts of expressions, in the order of the text. */
final class ExpressionParts {
    private ExpressionParts() {}

    static void forEach(Expression expression, Consumer<? super Node> action) {
        switch (expression) {
            case Literal leaf -> none();
            case Introduced node -> action.accept(node.operand());
            case Null leaf -> none();
            case Bool leaf -> none();
            case Default node -> optional(node.column(), action);
            case Variable leaf -> none();
            case ListVariable leaf -> none();
            case UserVariable leaf -> none();
            case SystemVariable leaf -> none();
            case AssignVariable node -> both(node.variable(), node.value(), action);
            case Column leaf -> none();
            case BoundColumn leaf -> none();
            case Offset leaf -> none();
            case Binary node -> both(node.left(), node.right(), action);
            case Comparison node -> both(node.left(), node.right(), action);
            case QuantifiedComparison node -> both(node.left(), node.query(), action);
            case Like node -> {
                action.accept(node.left());
                action.accept(node.pattern());
                optional(node.escape(), action);
            }
            case Regexp node -> both(node.left(), node.pattern(), action);
            case SoundsLike node -> both(node.left(), node.right(), action);
            case In node -> both(node.left(), node.right(), action);
            case Between node -> {
                action.accept(node.value());
                action.accept(node.low());
                action.accept(node.high());
            }
            case Is node -> action.accept(node.value());
            case MemberOf node -> both(node.value(), node.array(), action);
            case And node -> node.operands().forEach(action);
            case Or node -> node.operands().forEach(action);
            case Xor node -> both(node.left(), node.right(), action);
            case Not node -> action.accept(node.operand());
            case Unary node -> action.accept(node.operand());
            case Collate node -> action.accept(node.operand());
            case Tuple node -> node.members().forEach(action);
            case Subquery node -> action.accept(node.query());
            case Exists node -> action.accept(node.query());
            case Case node -> ofCase(node, action);
            case Interval node -> action.accept(node.amount());
            case Word leaf -> none();
            case Call node -> node.arguments().forEach(action);
            case CountStar leaf -> none();
            case InsertedValue node -> action.accept(node.column());
            case SpecialForm form -> ofForm(form, action);
        }
    }

    private static void ofForm(SpecialForm form, Consumer<? super Node> action) {
        switch (form) {
            case Cast node -> action.accept(node.operand());
            case Convert node -> action.accept(node.operand());
            case ConvertUsing node -> action.accept(node.operand());
            case CharUsing node -> node.codes().forEach(action);
            case Extract node -> action.accept(node.operand());
            case Trim node -> {
                optional(node.remove(), action);
                action.accept(node.operand());
            }
            case WeightString node -> action.accept(node.operand());
            case GroupConcat node -> {
                node.arguments().forEach(action);
                node.orderBy().forEach(action);
                optional(node.limit(), action);
            }
            case JsonValue node -> {
                action.accept(node.document());
                action.accept(node.path());
                fallback(node.onEmpty(), action);
                fallback(node.onError(), action);
            }
            case Match node -> {
                node.columns().forEach(action);
                action.accept(node.pattern());
            }
            case Windowed node -> both(node.function(), node.window(), action);
        }
    }

    private static void ofCase(Case node, Consumer<? super Node> action) {
        optional(node.operand(), action);
        for (Case.When when : node.branches()) {
            both(when.condition(), when.result(), action);
        }
        optional(node.otherwise(), action);
    }
}
