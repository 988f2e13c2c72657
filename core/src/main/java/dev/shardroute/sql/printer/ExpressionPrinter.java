package dev.shardroute.sql.printer;

import dev.shardroute.sql.ast.Expression;
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
import dev.shardroute.sql.ast.Precedence;
import dev.shardroute.sql.ast.Query;
import dev.shardroute.sql.ast.SpecialForm;
import java.util.List;
import java.util.Locale;

/** Prints expressions. */
final class ExpressionPrinter {
    private final SqlWriter out;

    ExpressionPrinter(SqlWriter out) {
        this.out = out;
    }

    /** What is most frequent comes first: the kinds are tried one after the other. */
    void print(Expression expression) {
        switch (expression) {
            case Column column -> printColumn(column);
            case Literal literal -> printLiteral(literal);
            case Comparison comparison -> printComparison(comparison);
            case Variable variable -> Variables.append(out, variable);
            case And and -> printChain(and.operands(), " and ", Precedence.AND);
            case Call call -> printCall(call);
            case BoundColumn column -> printColumn(column.column());
            case Binary binary -> printBinary(binary);
            case Null none -> out.append("null");
            case Or or -> printChain(or.operands(), " or ", Precedence.OR);
            case In in -> printIn(in);
            case Tuple tuple -> printRow(tuple.members());
            case Is is -> printIs(is);
            case Like like -> printLike(like);
            case Between between -> printBetween(between);
            case Default value -> printDefault(value);
            case CountStar count -> out.append("count(*)");
            case ListVariable variable -> out.variable(variable.name(), true);
            case Bool bool -> out.append(bool.value() ? "true" : "false");
            case Not not -> printNot(not);
            case Unary unary -> printUnary(unary);
            case Subquery subquery -> printQuery(subquery.query());
            case Exists exists -> printExists(exists);
            case Case cases -> printCase(cases);
            case UserVariable variable -> out.append("@").name(variable.name());
            case SystemVariable variable -> printSystemVariable(variable);
            case AssignVariable assignment -> printAssignment(assignment);
            case InsertedValue value -> printInsertedValue(value);
            case Interval interval -> printInterval(interval);
            case Offset offset -> printOffset(offset);
            case Word word -> out.append(word.word());
            case Collate collate -> printCollate(collate);
            case Introduced introduced -> printIntroduced(introduced);
            case Regexp regexp -> printRegexp(regexp);
            case QuantifiedComparison comparison -> printQuantified(comparison);
            case Xor xor -> printXor(xor);
            case SoundsLike soundsLike -> printSoundsLike(soundsLike);
            case MemberOf member -> printMemberOf(member);
            case SpecialForm form -> new FormPrinter(out, this).print(form);
        }
    }

    void printRow(List<Expression> members) {
        out.append("(");
        printAll(members);
        out.append(")");
    }

    /** With commas between them. */
    void printAll(List<? extends Expression> expressions) {
        for (int i = 0; i < expressions.size(); i++) {
            out.append(i == 0 ? "" : ", ");
            print(expressions.get(i));
        }
    }

    private void printQuery(Query query) {
        out.append("(");
        new QueryPrinter(out, this).print(query);
        out.append(")");
    }

    /** A temporal value is a literal of its own only as a node: as the value of a variable it is a string. */
    private void printLiteral(Literal literal) {
        switch (literal.value().type()) {
            case DATE -> out.word("date");
            case TIME -> out.word("time");
            case DATETIME -> out.word("timestamp");
            default -> {
            }
        }
        out.literal(literal.value());
    }

    private void printColumn(Column column) {
        if (column.table() != null) {
            out.tableName(column.table()).append(".");
        }
        out.name(column.name());
    }

    /** No SQL, so the colon makes no variable. */
    private void printOffset(Offset offset) {
        if (offset.original() == null) {
            out.append(":").append(Integer.toString(offset.index()));
        } else {
            print(offset.original());
        }
    }

    private void printDefault(Default value) {
        out.append("default");
        if (value.column() != null) {
            out.append("(");
            printColumn(value.column());
            out.append(")");
        }
    }

    // operators

    private void printBinary(Binary binary) {
        Precedence precedence = binary.operator().precedence();
        printOperand(binary.left(), precedence);
        out.append(" ").append(binary.operator().sql()).append(" ");
        printRight(binary.right(), precedence);
    }

    /** A predicate on the right needs no parentheses for MySQL, but canonical SQL has them. */
    private void printComparison(Comparison comparison) {
        printCompared(comparison.left());
        out.append(" ").append(comparison.operator().sql()).append(" ");
        printOperand(comparison.right(), Precedence.BIT_OR);
    }

    private void printQuantified(QuantifiedComparison comparison) {
        printCompared(comparison.left());
        out.append(" ").append(comparison.operator().sql());
        out.append(comparison.quantifier() == Expression.Quantifier.ANY ? " any " : " all ");
        printQuery(comparison.query());
    }

    /** IS NULL on the left of a comparison needs no parentheses, IS TRUE does. */
    private void printCompared(Expression left) {
        boolean isTruth = left instanceof Is is && is.test() != Expression.Test.NULL;
        printOperand(left, isTruth ? Precedence.PRIMARY : Precedence.COMPARISON);
    }

    private void printLike(Like like) {
        printOperand(like.left(), Precedence.BIT_OR);
        out.append(like.not() ? " not like " : " like ");
        printOperand(like.pattern(), Precedence.UNARY);
        if (like.escape() != null) {
            out.append(" escape ");
            printOperand(like.escape(), Precedence.UNARY);
        }
    }

    private void printRegexp(Regexp regexp) {
        printOperand(regexp.left(), Precedence.BIT_OR);
        out.append(regexp.not() ? " not regexp " : " regexp ");
        printOperand(regexp.pattern(), Precedence.BIT_OR);
    }

    private void printSoundsLike(SoundsLike soundsLike) {
        printOperand(soundsLike.left(), Precedence.BIT_OR);
        out.append(" sounds like ");
        printOperand(soundsLike.right(), Precedence.BIT_OR);
    }

    private void printMemberOf(MemberOf member) {
        printOperand(member.value(), Precedence.BIT_OR);
        out.append(" member of (");
        printOperand(member.array(), Precedence.UNARY);
        out.append(")");
    }

    private void printIn(In in) {
        printOperand(in.left(), Precedence.BIT_OR);
        out.append(in.not() ? " not in " : " in ");
        print(in.right());
    }

    private void printBetween(Between between) {
        printOperand(between.value(), Precedence.BIT_OR);
        out.append(between.not() ? " not between " : " between ");
        printOperand(between.low(), Precedence.BIT_OR);
        out.append(" and ");
        printOperand(between.high(), Precedence.PREDICATE);
    }

    /** One IS directly in another needs no parentheses for MySQL, but canonical SQL has them. */
    private void printIs(Is is) {
        printOperand(is.value(), is.value() instanceof Is ? Precedence.PRIMARY : Precedence.COMPARISON);
        out.append(is.not() ? " is not " : " is ").append(is.test().name().toLowerCase(Locale.ROOT));
    }

    private void printXor(Xor xor) {
        printOperand(xor.left(), Precedence.XOR);
        out.append(" xor ");
        printRight(xor.right(), Precedence.XOR);
    }

    private void printChain(List<Expression> operands, String sign, Precedence precedence) {
        printOperand(operands.getFirst(), precedence);
        for (int i = 1; i < operands.size(); i++) {
            out.append(sign);
            printRight(operands.get(i), precedence);
        }
    }

    private void printNot(Not not) {
        out.append("not ");
        printOperand(not.operand(), Precedence.NOT);
    }

    private void printExists(Exists exists) {
        out.append("exists ");
        printQuery(exists.query());
    }

    private void printAssignment(AssignVariable assignment) {
        print(assignment.variable());
        out.append(" := ");
        print(assignment.value());
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
        printInParentheses(collate.operand(),
                signed || Precedence.of(collate.operand()).compareTo(Precedence.COLLATE) < 0);
        out.append(" collate ").charset(collate.collation());
    }

    /** The dot behind the name of a key cache belongs to no name. */
    private void printSystemVariable(SystemVariable variable) {
        String name = variable.name();
        int dot = name.indexOf('.');
        out.append(variable.scope().prefix());
        if (dot > 0) {
            out.name(name.substring(0, dot)).append(".");
        }
        out.name(name.substring(dot + 1));
    }

    private void printIntroduced(Introduced introduced) {
        if (introduced.charset().equals(Introduced.NATIONAL)) {
            out.append("N");
        } else {
            out.append("_").append(introduced.charset()).append(" ");
        }
        print(introduced.operand());
    }

    /** The unit ends the amount; but a list in parentheses right behind INTERVAL would be the arguments of a function. */
    private void printInterval(Interval interval) {
        Expression amount = interval.amount();
        out.append("interval ");
        printInParentheses(amount, Precedence.of(amount).compareTo(Precedence.BIT_OR) < 0 || startsWithTuple(amount));
        out.append(" ").append(interval.unit().sql());
    }

    private static boolean startsWithTuple(Expression expression) {
        Expression first = expression;
        while (first instanceof Binary || first instanceof Collate) {
            first = first instanceof Binary binary ? binary.left() : ((Collate) first).operand();
        }
        return first instanceof Tuple;
    }

    // words and calls

    private void printCase(Case cases) {
        out.append("case ");
        if (cases.operand() != null) {
            print(cases.operand());
            out.append(" ");
        }
        for (Case.When when : cases.branches()) {
            out.append("when ");
            print(when.condition());
            out.append(" then ");
            print(when.result());
            out.append(" ");
        }
        if (cases.otherwise() != null) {
            out.append("else ");
            print(cases.otherwise());
            out.append(" ");
        }
        out.append("end");
    }

    private void printCall(Call call) {
        if (call.qualifier() != null) {
            out.name(call.qualifier()).append(".");
        }
        out.functionName(call.name()).append(call.distinct() ? "(distinct " : "(");
        printAll(call.arguments());
        out.append(")");
    }

    private void printInsertedValue(InsertedValue value) {
        out.append("values(");
        printColumn(value.column());
        out.append(")");
    }

    // parentheses

    /** In parentheses when it binds looser than that. */
    void printOperand(Expression operand, Precedence loosest) {
        printInParentheses(operand, Precedence.of(operand).compareTo(loosest) < 0);
    }

    /** What stands to the right of an operator that takes what stands to its left first. */
    private void printRight(Expression operand, Precedence precedence) {
        printInParentheses(operand, Precedence.of(operand).compareTo(precedence) <= 0);
    }

    private void printInParentheses(Expression expression, boolean needed) {
        if (needed) {
            out.append("(");
            print(expression);
            out.append(")");
        } else {
            print(expression);
        }
    }
}
