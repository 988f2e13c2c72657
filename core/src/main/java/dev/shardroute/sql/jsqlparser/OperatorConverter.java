package dev.shardroute.sql.jsqlparser;

import dev.shardroute.sql.ast.DataType;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.And;
import dev.shardroute.sql.ast.Expression.Binary;
import dev.shardroute.sql.ast.Expression.BinaryOperator;
import dev.shardroute.sql.ast.Expression.Comparison;
import dev.shardroute.sql.ast.Expression.ComparisonOperator;
import dev.shardroute.sql.ast.Expression.In;
import dev.shardroute.sql.ast.Expression.Is;
import dev.shardroute.sql.ast.Expression.Like;
import dev.shardroute.sql.ast.Expression.Literal;
import dev.shardroute.sql.ast.Expression.MemberOf;
import dev.shardroute.sql.ast.Expression.Not;
import dev.shardroute.sql.ast.Expression.Or;
import dev.shardroute.sql.ast.Expression.QuantifiedComparison;
import dev.shardroute.sql.ast.Expression.Quantifier;
import dev.shardroute.sql.ast.Expression.Regexp;
import dev.shardroute.sql.ast.Expression.Subquery;
import dev.shardroute.sql.ast.Expression.Test;
import dev.shardroute.sql.ast.Expression.Tuple;
import dev.shardroute.sql.ast.Expression.Unary;
import dev.shardroute.sql.ast.Expression.UnaryOperator;
import dev.shardroute.sql.ast.Expression.Xor;
import dev.shardroute.sql.ast.Precedence;
import dev.shardroute.sql.ast.Query;
import dev.shardroute.sql.ast.SpecialForm.Convert;
import dev.shardroute.type.Type;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import net.sf.jsqlparser.expression.AnyComparisonExpression;
import net.sf.jsqlparser.expression.AnyType;
import net.sf.jsqlparser.expression.BinaryExpression;
import net.sf.jsqlparser.expression.NotExpression;
import net.sf.jsqlparser.expression.SignedExpression;
import net.sf.jsqlparser.expression.operators.arithmetic.Addition;
import net.sf.jsqlparser.expression.operators.arithmetic.BitwiseAnd;
import net.sf.jsqlparser.expression.operators.arithmetic.BitwiseLeftShift;
import net.sf.jsqlparser.expression.operators.arithmetic.BitwiseOr;
import net.sf.jsqlparser.expression.operators.arithmetic.BitwiseRightShift;
import net.sf.jsqlparser.expression.operators.arithmetic.BitwiseXor;
import net.sf.jsqlparser.expression.operators.arithmetic.Concat;
import net.sf.jsqlparser.expression.operators.arithmetic.Division;
import net.sf.jsqlparser.expression.operators.arithmetic.IntegerDivision;
import net.sf.jsqlparser.expression.operators.arithmetic.Modulo;
import net.sf.jsqlparser.expression.operators.arithmetic.Multiplication;
import net.sf.jsqlparser.expression.operators.arithmetic.Subtraction;
import net.sf.jsqlparser.expression.operators.conditional.AndExpression;
import net.sf.jsqlparser.expression.operators.conditional.OrExpression;
import net.sf.jsqlparser.expression.operators.conditional.XorExpression;
import net.sf.jsqlparser.expression.operators.relational.Between;
import net.sf.jsqlparser.expression.operators.relational.CosineSimilarity;
import net.sf.jsqlparser.expression.operators.relational.DoubleAnd;
import net.sf.jsqlparser.expression.operators.relational.EqualsTo;
import net.sf.jsqlparser.expression.operators.relational.GreaterThan;
import net.sf.jsqlparser.expression.operators.relational.GreaterThanEquals;
import net.sf.jsqlparser.expression.operators.relational.InExpression;
import net.sf.jsqlparser.expression.operators.relational.IsBooleanExpression;
import net.sf.jsqlparser.expression.operators.relational.IsNullExpression;
import net.sf.jsqlparser.expression.operators.relational.IsUnknownExpression;
import net.sf.jsqlparser.expression.operators.relational.LikeExpression;
import net.sf.jsqlparser.expression.operators.relational.MemberOfExpression;
import net.sf.jsqlparser.expression.operators.relational.MinorThan;
import net.sf.jsqlparser.expression.operators.relational.MinorThanEquals;
import net.sf.jsqlparser.expression.operators.relational.NotEqualsTo;
import net.sf.jsqlparser.expression.operators.relational.ParenthesedExpressionList;
import net.sf.jsqlparser.expression.operators.relational.SupportsOldOracleJoinSyntax;
import net.sf.jsqlparser.statement.select.ParenthesedSelect;
import net.sf.jsqlparser.statement.select.Select;

/** Converts operators and predicates. */
final class OperatorConverter {
    private final ExpressionConverter expressions;

    OperatorConverter(ExpressionConverter expressions) {
        this.expressions = expressions;
    }

    Expression binary(BinaryExpression node) {
        refuseOracle(node);
        return switch (node) {
            case AndExpression and -> new And(operands(and, Precedence.AND));
            case OrExpression or -> new Or(operands(or, Precedence.OR));
            case XorExpression xor -> xor(xor);
            case Addition addition -> binary(BinaryOperator.PLUS, node);
            case Subtraction subtraction -> binary(BinaryOperator.MINUS, node);
            case Multiplication multiplication -> binary(BinaryOperator.TIMES, node);
            case Division division -> binary(BinaryOperator.DIVIDE, node);
            case IntegerDivision division -> binary(BinaryOperator.DIV, node);
            case Modulo modulo -> binary(BinaryOperator.MOD, node);
            case BitwiseAnd and -> binary(BinaryOperator.BIT_AND, node);
            case BitwiseOr or -> binary(BinaryOperator.BIT_OR, node);
            case BitwiseXor xor -> binary(BinaryOperator.BIT_XOR, node);
            case BitwiseLeftShift shift -> binary(BinaryOperator.SHIFT_LEFT, node);
            case BitwiseRightShift shift -> binary(BinaryOperator.SHIFT_RIGHT, node);
            case LikeExpression like -> like(like);
            case Concat concat -> throw Refusal.of("||, which is OR to MySQL and concatenation to JSqlParser");
            case DoubleAnd and -> throw Refusal.of("&&, which is AND to MySQL and a comparison to JSqlParser");
            default -> comparison(node);
        };
    }

    private static void refuseOracle(Object node) {
        Refusal.when(node instanceof SupportsOldOracleJoinSyntax old
                && (old.getOldOracleJoinSyntax() != 0 || old.getOraclePriorPosition() != 0), "the join (+)");
    }

    private Xor xor(XorExpression xor) {
        Expression left = expressions.operand(xor.getLeftExpression(), Precedence.XOR);
        return new Xor(left, expressions.tighter(xor.getRightExpression(), Precedence.XOR));
    }

    private Binary binary(BinaryOperator operator, BinaryExpression node) {
        Expression left = expressions.operand(node.getLeftExpression(), operator.precedence());
        return new Binary(operator, left, expressions.tighter(node.getRightExpression(), operator.precedence()));
    }

    /** A chain is taken apart without recursion: it may be long. */
    private List<Expression> operands(BinaryExpression chain, Precedence precedence) {
        Deque<net.sf.jsqlparser.expression.Expression> waiting = new ArrayDeque<>();
        waiting.push(chain);
        List<Expression> operands = new ArrayList<>();
        while (!waiting.isEmpty()) {
            net.sf.jsqlparser.expression.Expression node = waiting.pop();
            if (node.getClass() == chain.getClass()) {
                BinaryExpression link = (BinaryExpression) node;
                waiting.push(Refusal.required(link.getRightExpression(), "operand"));
                waiting.push(Refusal.required(link.getLeftExpression(), "operand"));
            } else {
                Expression operand = expressions.tighter(node, precedence);
                operands.addAll(operands.isEmpty() ? first(operand, precedence) : List.of(operand));
            }
        }
        return operands;
    }

    /** In {@code (a or b) or c} the parentheses change nothing. */
    private static List<Expression> first(Expression first, Precedence precedence) {
        return switch (first) {
            case And(var operands) when precedence == Precedence.AND -> operands;
            case Or(var operands) when precedence == Precedence.OR -> operands;
            default -> List.of(first);
        };
    }

    private Expression comparison(BinaryExpression node) {
        ComparisonOperator operator = switch (node) {
            case EqualsTo equal -> ComparisonOperator.EQUAL;
            case NotEqualsTo different -> ComparisonOperator.NOT_EQUAL;
            case GreaterThan greater -> ComparisonOperator.GREATER;
            case GreaterThanEquals greater -> ComparisonOperator.GREATER_EQUAL;
            case MinorThan less -> ComparisonOperator.LESS;
            case MinorThanEquals less -> ComparisonOperator.LESS_EQUAL;
            case CosineSimilarity same -> ComparisonOperator.NULL_SAFE_EQUAL;
            default -> throw Refusal.of("the operator " + node.getStringExpression());
        };
        Expression left = expressions.operand(node.getLeftExpression(), Precedence.COMPARISON);
        return node.getRightExpression() instanceof AnyComparisonExpression any
                ? quantified(operator, left, any)
                : new Comparison(operator, left, expressions.operand(node.getRightExpression(), Precedence.PREDICATE));
    }

    private QuantifiedComparison quantified(ComparisonOperator operator, Expression left, AnyComparisonExpression any) {
        Refusal.when(operator == ComparisonOperator.NULL_SAFE_EQUAL, "<=> with ANY or ALL");
        Quantifier quantifier = any.getAnyType() == AnyType.ALL ? Quantifier.ALL : Quantifier.ANY;
        return new QuantifiedComparison(operator, left, quantifier, query(any.getSelect()));
    }

    private Query query(Select select) {
        return ((Subquery) expressions.convert(select)).query();
    }

    private Expression bits(net.sf.jsqlparser.expression.Expression node) {
        return expressions.operand(node, Precedence.BIT_OR);
    }

    private Expression like(LikeExpression like) {
        return switch (like.getLikeKeyWord()) {
            case LIKE -> {
                Expression left = bits(like.getLeftExpression());
                Expression pattern = expressions.operand(like.getRightExpression(), Precedence.UNARY);
                yield new Like(like.isNot(), left, pattern(like, pattern), expressions.optional(like.getEscape()));
            }
            case REGEXP, RLIKE -> {
                Expression left = bits(like.getLeftExpression());
                Expression pattern = bits(like.getRightExpression());
                yield new Regexp(like.isNot(), left, pattern(like, pattern));
            }
            default -> throw Refusal.of("the operator " + like.getLikeKeyWord());
        };
    }

    /** BINARY before the pattern belongs to the pattern. */
    private static Expression pattern(LikeExpression like, Expression pattern) {
        return like.isUseBinary() ? new Convert(pattern, DataType.of("binary")) : pattern;
    }

    Expression between(Between between) {
        refuseOracle(between);
        Refusal.when(between.isUsingSymmetric() || between.isUsingAsymmetric(), "BETWEEN SYMMETRIC");
        Expression value = bits(between.getLeftExpression());
        Expression low = bits(between.getBetweenExpressionStart());
        Expression high = expressions.operand(between.getBetweenExpressionEnd(), Precedence.PREDICATE);
        return new Expression.Between(between.isNot(), value, low, high);
    }

    In in(InExpression in) {
        refuseOracle(in);
        Refusal.when(in.isGlobal(), "GLOBAL IN");
        Expression left = bits(in.getLeftExpression());
        return new In(in.isNot(), left, switch (in.getRightExpression()) {
            case ParenthesedSelect query -> expressions.convert(query);
            case ParenthesedExpressionList<?> list -> members(list);
            case null, default -> throw Refusal.of("IN without parentheses");
        });
    }

    /** A query alone in parentheses is the list, however many parentheses there are. */
    private Expression members(ParenthesedExpressionList<?> list) {
        Refusal.when(list.isEmpty(), "an empty IN");
        List<Expression> members = expressions.list(list);
        return members.size() == 1 && members.getFirst() instanceof Subquery query ? query : new Tuple(members);
    }

    Is isNull(IsNullExpression is) {
        refuseOracle(is);
        Refusal.when(is.isUseIsNull() || is.isUseNotNull(), "ISNULL and NOTNULL as operators");
        return new Is(expressions.operand(is.getLeftExpression(), Precedence.COMPARISON), is.isNot(), Test.NULL);
    }

    Is isBoolean(IsBooleanExpression is) {
        refuseOracle(is);
        return new Is(expressions.operand(is.getLeftExpression(), Precedence.COMPARISON), is.isNot(),
                is.isTrue() ? Test.TRUE : Test.FALSE);
    }

    Is isUnknown(IsUnknownExpression is) {
        refuseOracle(is);
        return new Is(expressions.operand(is.getLeftExpression(), Precedence.COMPARISON), is.isNot(), Test.NULL);
    }

    MemberOf memberOf(MemberOfExpression member) {
        refuseOracle(member);
        Refusal.when(member.isNot(), "NOT MEMBER OF");
        Expression value = bits(member.getLeftExpression());
        return new MemberOf(value, expressions.convert(member.getRightExpression()));
    }

    Expression not(NotExpression not) {
        return not.isExclamationMark()
                ? new Unary(UnaryOperator.BANG, expressions.operand(not.getExpression(), Precedence.BANG))
                : new Not(expressions.operand(not.getExpression(), Precedence.NOT));
    }

    Expression signed(SignedExpression signed) {
        Expression operand = expressions.operand(signed.getExpression(), Precedence.UNARY);
        return switch (signed.getSign()) {
            case '+' -> operand;
            case '-' -> expressions.negated(operand);
            case '~' -> new Unary(UnaryOperator.TILDE, operand);
            case '!' -> new Unary(UnaryOperator.BANG, operand);
            default -> throw Refusal.of("the sign " + signed.getSign());
        };
    }

    /** True for a number that takes a minus into itself. */
    static boolean takesSign(Expression operand) {
        return operand instanceof Literal(var value) && isNumber(value.type()) && !value.isNegative();
    }

    private static boolean isNumber(Type type) {
        return switch (type) {
            case INT64, UINT64, DECIMAL, FLOAT64 -> true;
            default -> false;
        };
    }
}
