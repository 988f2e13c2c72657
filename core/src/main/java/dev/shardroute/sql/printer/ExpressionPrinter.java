package dev.shardroute.sql.printer;

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
            case SystemVariable variable -> out.append("@@" + variable.scope().prefix() + variable.name());
            case Column column -> printColumn(column);
            case BoundColumn column -> printColumn(column.column());
            case Binary binary -> printBinary(binary);
            case Comparison is ->
                    printInfix(is.left(), " " + is.operator().sql() + " ", is.right(), Precedence.COMPARISON);
            case Like like -> printLike(like);
            case Regexp like ->
                    printInfix(like.left(), not(like.not()) + "regexp ", like.pattern(), Precedence.COMPARISON);
            case In in -> printInfix(in.left(), not(in.not()) + "in ", in.right(), Precedence.COMPARISON);
            case Between between -> printBetween(between);
            case Is is -> printIs(is);
            case And and -> printChain(and.operands(), " and ", Precedence.AND);
            case Or or -> printChain(or.operands(), " or ", Precedence.OR);
            case Xor xor -> printInfix(xor.left(), " xor ", xor.right(), Precedence.XOR);
            case Not not -> printPrefix("not ", not.operand(), Precedence.NOT);
            case Unary unary -> printUnary(unary);
            case Collate collate -> printCollate(collate);
            case Tuple tuple -> printRow(tuple.members());
            case Case cases -> printCase(cases);
            case Call call -> printCall(call);
            case CountStar count -> out.append("count(*)");
            case InsertedValue value -> printInsertedValue(value);
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
        printInfix(binary.left(), sign, binary.right(), binary.operator().precedence());
    }

    private void printLike(Like like) {
        printInfix(like.left(), not(like.not()) + "like ", like.pattern(), Precedence.COMPARISON);
        if (like.escape() != null) {
            out.append(" escape ");
            print(like.escape());
        }
    }

    private void printBetween(Between between) {
        printOperand(between.value(), Precedence.BETWEEN, false);
        out.append(not(between.not())).append("between ");
        printOperand(between.low(), Precedence.BETWEEN, false);
        out.append(" and ");
        printOperand(between.high(), Precedence.BETWEEN, true);
    }

    private void printIs(Is is) {
        printOperand(is.value(), Precedence.COMPARISON, false);
        out.append(is.not() ? " is not " : " is ").append(is.test().name().toLowerCase(Locale.ROOT));
    }

    private void printChain(List<Expression> operands, String sign, Precedence precedence) {
        for (int i = 0; i < operands.size(); i++) {
            out.append(i == 0 ? "" : sign);
            printOperand(operands.get(i), precedence, i > 0);
        }
    }

    private void printInfix(Expression left, String sign, Expression right, Precedence precedence) {
        printOperand(left, precedence, false);
        out.append(sign);
        printOperand(right, precedence, true);
    }

    private void printPrefix(String sign, Expression operand, Precedence precedence) {
        out.append(sign);
        printOperand(operand, precedence, false);
    }

    /** A sign before a sign needs a space: two minuses would start a comment. */
    private void printUnary(Unary unary) {
        boolean signs = unary.operand() instanceof Unary || isNegative(unary.operand());
        String sign = unary.operator().sql();
        printPrefix(signs && !sign.endsWith(" ") ? sign + " " : sign, unary.operand(), Precedence.of(unary));
    }

    private static boolean isNegative(Expression operand) {
        return operand instanceof Literal literal && literal.value().text().startsWith("-");
    }

    private void printCollate(Collate collate) {
        printOperand(collate.operand(), Precedence.COLLATE, false);
        out.append(" collate ").append(collate.collation());
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
        out.append(call.name().toLowerCase(Locale.ROOT)).append(call.distinct() ? "(distinct " : "(");
        out.list(call.arguments(), ", ", this::print).append(")");
    }

    private void printInsertedValue(InsertedValue value) {
        out.append("values(");
        printColumn(value.column());
        out.append(")");
    }

    private void printOperand(Expression operand, Precedence around, boolean isRight) {
        int order = Precedence.of(operand).compareTo(around);
        if (order < 0 || (order == 0 && isRight)) {
            out.append("(");
            print(operand);
            out.append(")");
        } else {
            print(operand);
        }
    }

    private static String not(boolean not) {
        return not ? " not " : " ";
    }
}
