package dev.shardroute.sql.printer;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.And;
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
import dev.shardroute.sql.ast.Expression.In;
import dev.shardroute.sql.ast.Expression.InsertedValue;
import dev.shardroute.sql.ast.Expression.Is;
import dev.shardroute.sql.ast.Expression.Like;
import dev.shardroute.sql.ast.Expression.ListVariable;
import dev.shardroute.sql.ast.Expression.Literal;
import dev.shardroute.sql.ast.Expression.Not;
import dev.shardroute.sql.ast.Expression.Null;
import dev.shardroute.sql.ast.Expression.Or;
import dev.shardroute.sql.ast.Expression.Regexp;
import dev.shardroute.sql.ast.Expression.SystemVariable;
import dev.shardroute.sql.ast.Expression.Tuple;
import dev.shardroute.sql.ast.Expression.Unary;
import dev.shardroute.sql.ast.Expression.UserVariable;
import dev.shardroute.sql.ast.Expression.Variable;
import dev.shardroute.sql.ast.Expression.Xor;
import dev.shardroute.sql.ast.Precedence;
import dev.shardroute.sql.ast.SpecialForm.Convert;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Prints expressions. */
final class ExpressionPrinter {
    private final SqlWriter out;

    ExpressionPrinter(SqlWriter out) {
        this.out = out;
    }

    void print(Expression expression) {
        switch (expression) {
            case Literal literal -> printLiteral(literal);
            case Null none -> out.append("null");
            case Bool bool -> out.append(bool.value() ? "true" : "false");
            case Default none -> out.append("default");
            case Variable variable -> out.variable(variable.name(), false);
            case ListVariable variable -> out.variable(variable.name(), true);
            case UserVariable variable -> out.append("@").name(variable.name());
            case SystemVariable variable -> out.append(variable.scope().prefix()).name(variable.name());
            case Column column -> printColumn(column);
            case BoundColumn column -> printColumn(column.column());
            case Binary binary -> printBinary(binary);
            case Comparison comparison -> printComparison(comparison);
            case Like like -> printLike(like);
            case Regexp regexp -> printRegexp(regexp);
            case In in -> printIn(in);
            case Between between -> printBetween(between);
            case Is is -> printIs(is);
            case And and -> printChain(and.operands(), " and ", Precedence.AND);
            case Or or -> printChain(or.operands(), " or ", Precedence.OR);
            case Xor xor -> printChain(List.of(xor.left(), xor.right()), " xor ", Precedence.XOR);
            case Not not -> printNot(not);
            case Unary unary -> printUnary(unary);
            case Collate collate -> printCollate(collate);
            case Tuple tuple -> printRow(tuple.members());
            case Case cases -> printCase(cases);
            case Call call -> printCall(call);
            case CountStar count -> out.append("count(*)");
            case InsertedValue value -> printInsertedValue(value);
            case Convert convert -> {
                out.append("convert(");
                print(convert.operand());
                out.append(", ").append(convert.type().name()).append(")");
            }
            default -> throw ErrorCode.VT12001.error(expression.getClass().getSimpleName());
        }
    }

    void printRow(List<Expression> members) {
        out.append("(").list(members, ", ", this::print).append(")");
    }

    private void printLiteral(Literal literal) {
        switch (literal.value().type()) {
            case HEXVAL, HEXNUM, BITNUM -> out.append(literal.value().text());
            default -> Literals.append(out.text(), literal.value());
        }
    }

    private void printColumn(Column column) {
        if (column.table() != null) {
            out.tableName(column.table()).append(".");
        }
        out.name(column.name());
    }

    private void printBinary(Binary binary) {
        String sign = " " + binary.operator().sql() + " ";
        printChain(List.of(binary.left(), binary.right()), sign, binary.operator().precedence());
    }

    /** A predicate on the right needs no parentheses for MySQL, but canonical SQL has them. */
    private void printComparison(Comparison comparison) {
        printOperand(comparison.left(), Precedence.COMPARISON);
        out.append(" ").append(comparison.operator().sql()).append(" ");
        printOperand(comparison.right(), Precedence.BIT_OR);
    }

    private void printLike(Like like) {
        printOperand(like.left(), Precedence.BIT_OR);
        out.append(not(like.not())).append("like ");
        printOperand(like.pattern(), Precedence.UNARY);
        if (like.escape() != null) {
            out.append(" escape ");
            printOperand(like.escape(), Precedence.UNARY);
        }
    }

    private void printRegexp(Regexp regexp) {
        printOperand(regexp.left(), Precedence.BIT_OR);
        out.append(not(regexp.not())).append("regexp ");
        printOperand(regexp.pattern(), Precedence.BIT_OR);
    }

    private void printIn(In in) {
        printOperand(in.left(), Precedence.BIT_OR);
        out.append(not(in.not())).append("in ");
        print(in.right());
    }

    private void printBetween(Between between) {
        printOperand(between.value(), Precedence.BIT_OR);
        out.append(not(between.not())).append("between ");
        printOperand(between.low(), Precedence.BIT_OR);
        out.append(" and ");
        printOperand(between.high(), Precedence.PREDICATE);
    }

    /** One IS directly in another needs no parentheses for MySQL, but canonical SQL has them. */
    private void printIs(Is is) {
        printOperand(is.value(), is.value() instanceof Is ? Precedence.PRIMARY : Precedence.COMPARISON);
        out.append(is.not() ? " is not " : " is ").append(is.test().name().toLowerCase(Locale.ROOT));
    }

    /** Operators that take what stands to their left first. */
    private void printChain(List<Expression> operands, String sign, Precedence precedence) {
        printOperand(operands.getFirst(), precedence);
        for (Expression operand : operands.subList(1, operands.size())) {
            out.append(sign);
            printInParentheses(operand, Precedence.of(operand).compareTo(precedence) <= 0);
        }
    }

    private void printNot(Not not) {
        out.append("not ");
        printOperand(not.operand(), Precedence.NOT);
    }

    private void printUnary(Unary unary) {
        out.append(unary.operator().sql()).append(isSigned(unary.operand()) ? " " : "");
        printOperand(unary.operand(), Precedence.of(unary));
    }

    /** A sign before a sign needs a space: two minuses would start a comment. */
    private static boolean isSigned(Expression operand) {
        boolean hasSign = operand instanceof Unary;
        return hasSign || isNegative(operand);
    }

    private static boolean isNegative(Expression operand) {
        return operand instanceof Literal(var value) && value.isNegative() && !value.type().isQuoted();
    }

    private void printCollate(Collate collate) {
        boolean signed = isNegative(collate.operand());
        out.append(signed ? "(" : "");
        printOperand(collate.operand(), Precedence.COLLATE);
        out.append(signed ? ")" : "").append(" collate ");
        printCollation(collate.collation());
    }

    private void printCollation(String collation) {
        if (collation.equalsIgnoreCase("binary")) {
            out.append(collation);
        } else {
            out.name(collation);
        }
    }

    private void printCase(Case cases) {
        out.append("case ");
        printOptional("", cases.operand(), " ");
        for (Case.When when : cases.branches()) {
            out.append("when ");
            print(when.condition());
            out.append(" then ");
            print(when.result());
            out.append(" ");
        }
        printOptional("else ", cases.otherwise(), " ");
        out.append("end");
    }

    private void printOptional(String before, @Nullable Expression expression, String after) {
        if (expression != null) {
            out.append(before);
            print(expression);
            out.append(after);
        }
    }

    private void printCall(Call call) {
        if (call.qualifier() != null) {
            out.name(call.qualifier()).append(".");
        }
        out.functionName(call.name()).append(call.distinct() ? "(distinct " : "(");
        out.list(call.arguments(), ", ", this::print).append(")");
    }

    private void printInsertedValue(InsertedValue value) {
        out.append("values(");
        printColumn(value.column());
        out.append(")");
    }

    /** In parentheses when it binds looser than that. */
    private void printOperand(Expression operand, Precedence loosest) {
        printInParentheses(operand, Precedence.of(operand).compareTo(loosest) < 0);
    }

    private void printInParentheses(Expression expression, boolean needed) {
        out.append(needed ? "(" : "");
        print(expression);
        out.append(needed ? ")" : "");
    }

    private static String not(boolean not) {
        return not ? " not " : " ";
    }
}
