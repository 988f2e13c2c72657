package dev.shardroute.sql.jsqlparser;

import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.AssignVariable;
import dev.shardroute.sql.ast.Expression.Bool;
import dev.shardroute.sql.ast.Expression.Case;
import dev.shardroute.sql.ast.Expression.Collate;
import dev.shardroute.sql.ast.Expression.Comparison;
import dev.shardroute.sql.ast.Expression.ComparisonOperator;
import dev.shardroute.sql.ast.Expression.Default;
import dev.shardroute.sql.ast.Expression.Exists;
import dev.shardroute.sql.ast.Expression.Literal;
import dev.shardroute.sql.ast.Expression.Not;
import dev.shardroute.sql.ast.Expression.Null;
import dev.shardroute.sql.ast.Expression.Subquery;
import dev.shardroute.sql.ast.Expression.Tuple;
import dev.shardroute.sql.ast.Expression.Unary;
import dev.shardroute.sql.ast.Expression.UnaryOperator;
import dev.shardroute.sql.ast.Expression.UserVariable;
import dev.shardroute.sql.ast.Expression.Variable;
import dev.shardroute.sql.ast.Precedence;
import dev.shardroute.sql.ast.TableName;
import java.util.ArrayList;
import java.util.List;
import net.sf.jsqlparser.expression.AnalyticExpression;
import net.sf.jsqlparser.expression.BinaryExpression;
import net.sf.jsqlparser.expression.BooleanValue;
import net.sf.jsqlparser.expression.CaseExpression;
import net.sf.jsqlparser.expression.CastExpression;
import net.sf.jsqlparser.expression.CollateExpression;
import net.sf.jsqlparser.expression.DateTimeLiteralExpression;
import net.sf.jsqlparser.expression.DateValue;
import net.sf.jsqlparser.expression.DoubleValue;
import net.sf.jsqlparser.expression.ExtractExpression;
import net.sf.jsqlparser.expression.Function;
import net.sf.jsqlparser.expression.HexValue;
import net.sf.jsqlparser.expression.IntervalExpression;
import net.sf.jsqlparser.expression.JdbcNamedParameter;
import net.sf.jsqlparser.expression.JdbcParameter;
import net.sf.jsqlparser.expression.JsonAggregateFunction;
import net.sf.jsqlparser.expression.JsonExpression;
import net.sf.jsqlparser.expression.JsonFunction;
import net.sf.jsqlparser.expression.LongValue;
import net.sf.jsqlparser.expression.MySQLGroupConcat;
import net.sf.jsqlparser.expression.NotExpression;
import net.sf.jsqlparser.expression.NullValue;
import net.sf.jsqlparser.expression.NumericBind;
import net.sf.jsqlparser.expression.RowConstructor;
import net.sf.jsqlparser.expression.SignedExpression;
import net.sf.jsqlparser.expression.StringValue;
import net.sf.jsqlparser.expression.TimeKeyExpression;
import net.sf.jsqlparser.expression.TimeValue;
import net.sf.jsqlparser.expression.TimestampValue;
import net.sf.jsqlparser.expression.TranscodingFunction;
import net.sf.jsqlparser.expression.TrimFunction;
import net.sf.jsqlparser.expression.VariableAssignment;
import net.sf.jsqlparser.expression.WhenClause;
import net.sf.jsqlparser.expression.operators.relational.Between;
import net.sf.jsqlparser.expression.operators.relational.ExistsExpression;
import net.sf.jsqlparser.expression.operators.relational.ExpressionList;
import net.sf.jsqlparser.expression.operators.relational.FullTextSearch;
import net.sf.jsqlparser.expression.operators.relational.InExpression;
import net.sf.jsqlparser.expression.operators.relational.IsBooleanExpression;
import net.sf.jsqlparser.expression.operators.relational.IsNullExpression;
import net.sf.jsqlparser.expression.operators.relational.IsUnknownExpression;
import net.sf.jsqlparser.expression.operators.relational.MemberOfExpression;
import net.sf.jsqlparser.expression.operators.relational.ParenthesedExpressionList;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.select.Select;
import org.jspecify.annotations.Nullable;

/** Converts expressions: the index of their classes, and what has few parts. */
final class ExpressionConverter {
    private final Conversion conversion;
    private final Pieces pieces;
    private final OperatorConverter operators;
    private final FunctionConverter functions;

    ExpressionConverter(Conversion conversion) {
        this.conversion = conversion;
        this.pieces = conversion.pieces();
        this.operators = new OperatorConverter(this);
        this.functions = new FunctionConverter(conversion, this);
    }

    FunctionConverter functions() {
        return functions;
    }

    Expression convert(net.sf.jsqlparser.expression.@Nullable Expression node) {
        conversion.enter();
        Expression converted = node(Refusal.required(node, "expression"));
        conversion.leave();
        return converted;
    }

    /**
     * An operand that must bind at least as tightly as {@code loosest} where it is in no parentheses: otherwise MySQL reads
     * the text of the statement otherwise than its tree is.
     */
    Expression operand(net.sf.jsqlparser.expression.@Nullable Expression node, Precedence loosest) {
        return operand(node, loosest, 0);
    }

    /** The same of an operand that must bind more tightly than its operator. */
    Expression tighter(net.sf.jsqlparser.expression.@Nullable Expression node, Precedence operator) {
        return operand(node, operator, 1);
    }

    private Expression operand(net.sf.jsqlparser.expression.@Nullable Expression node, Precedence loosest, int least) {
        Expression converted = convert(node);
        boolean isLoose = !(node instanceof ParenthesedExpressionList)
                && Precedence.of(converted).compareTo(loosest) < least;
        Refusal.when(isLoose, "an operand without parentheses that MySQL gives to another operator");
        return converted;
    }

    @Nullable Expression optional(net.sf.jsqlparser.expression.@Nullable Expression node) {
        return node == null ? null : convert(node);
    }

    List<Expression> list(@Nullable List<? extends net.sf.jsqlparser.expression.Expression> nodes) {
        if (nodes == null) {
            return List.of();
        }
        List<Expression> converted = new ArrayList<>(nodes.size());
        nodes.forEach(node -> converted.add(convert(node)));
        return converted;
    }

    private Expression node(net.sf.jsqlparser.expression.Expression node) {
        return switch (node) {
            case Column column -> columnOrWord(column);
            case BinaryExpression binary -> operators.binary(binary);
            case RowConstructor<?> row -> row(row);
            case ParenthesedExpressionList<?> list -> inParentheses(list);
            case ExpressionList<?> list -> throw Refusal.of("a list without parentheses");
            case Select select -> new Subquery(conversion.queries().convert(select));
            case Between between -> operators.between(between);
            case InExpression in -> operators.in(in);
            case IsNullExpression is -> operators.isNull(is);
            case IsBooleanExpression is -> operators.isBoolean(is);
            case IsUnknownExpression is -> operators.isUnknown(is);
            case MemberOfExpression member -> operators.memberOf(member);
            case NotExpression not -> operators.not(not);
            case SignedExpression signed -> operators.signed(signed);
            case ExistsExpression exists -> exists(exists);
            case CaseExpression cases -> cases(cases);
            case CollateExpression collate -> collate(collate);
            case VariableAssignment assignment -> assignment(assignment);
            default -> literalOrFunction(node);
        };
    }

    private Expression literalOrFunction(net.sf.jsqlparser.expression.Expression node) {
        return switch (node) {
            case NullValue none -> new Null();
            case BooleanValue value -> new Bool(value.getValue());
            case LongValue number -> pieces.literal(number.getStringValue());
            case DoubleValue number -> pieces.literal(number.toString());
            case HexValue hex -> pieces.literal(hex.getValue());
            case StringValue string -> string(string);
            case DateTimeLiteralExpression temporal -> pieces.literal(temporal.toString());
            case DateValue date -> pieces.literal(date.toString());
            case TimeValue time -> pieces.literal(time.toString());
            case TimestampValue timestamp -> pieces.literal("{ts " + timestamp.getRawValue() + "}");
            case TimeKeyExpression time -> pieces.call(time.getStringValue());
            case JdbcParameter parameter -> parameter(parameter);
            case JdbcNamedParameter parameter -> parameter(parameter);
            case NumericBind parameter -> new Variable(String.valueOf(parameter.getBindId()));
            case net.sf.jsqlparser.expression.UserVariable variable -> variable(variable);
            case Function function -> functions.call(function);
            case AnalyticExpression windowed -> functions.windowed(windowed);
            case MySQLGroupConcat concat -> functions.groupConcat(concat);
            case CastExpression cast -> functions.cast(cast);
            case TranscodingFunction convert -> functions.transcode(convert);
            case ExtractExpression extract -> functions.extract(extract);
            case TrimFunction trim -> functions.trim(trim);
            case IntervalExpression interval -> functions.interval(interval);
            case FullTextSearch search -> functions.match(search);
            case JsonExpression json -> functions.json().path(json);
            case JsonFunction json -> functions.json().function(json);
            case JsonAggregateFunction json -> functions.json().aggregate(json);
            default -> throw Refusal.ofNode(node);
        };
    }

    /** A column where only a column can stand. */
    Expression.Column column(Column column) {
        Refusal.present(column.getArrayConstructor(), "an array behind a column");
        Refusal.present(column.getReturningReferenceType(), "RETURNING");
        Refusal.when(column.getOldOracleJoinSyntax() != 0, "the join (+)");
        Table table = column.getTable();
        boolean isQualified = table != null && !table.getNameParts().isEmpty();
        return new Expression.Column(isQualified ? qualifier(column, Refusal.required(table, "table")) : null,
                pieces.name(column.getColumnName()));
    }

    private TableName qualifier(Column column, Table table) {
        Refusal.when(!".".equals(column.getTableDelimiter()), "the delimiter " + column.getTableDelimiter());
        return pieces.tableName(table);
    }

    /** Strings in double quotes, calls without parentheses and some numbers are columns to JSqlParser. */
    private Expression columnOrWord(Column column) {
        String name = column.getColumnName();
        boolean isQualified = column.getTable() != null && !column.getTable().getNameParts().isEmpty();
        if (isQualified) {
            return column(column);
        }
        if (pieces.isString(name)) {
            return pieces.literal(name);
        }
        Expression.Column converted = column(column);
        return name.startsWith("`") ? converted : pieces.bareWord(name);
    }

    /** The value of a row that is inserted, or of an assignment. */
    Expression valueOrDefault(net.sf.jsqlparser.expression.Expression node) {
        boolean isDefault = node instanceof Column column && column.getTable() == null
                && column.getColumnName().equalsIgnoreCase("default");
        return isDefault ? new Default(null) : convert(node);
    }

    private Expression inParentheses(ParenthesedExpressionList<?> list) {
        return list.size() == 1 ? convert(list.getFirst()) : new Tuple(members(list));
    }

    private Tuple row(RowConstructor<?> row) {
        Refusal.when(row.size() < 2, "a row of one value");
        return new Tuple(members(row));
    }

    private List<Expression> members(ExpressionList<?> list) {
        Refusal.when(list.isEmpty(), "parentheses around nothing");
        return list(list);
    }

    private Expression string(StringValue string) {
        String prefix = string.getPrefix() == null ? "" : string.getPrefix();
        return pieces.literal(prefix + string.getQuoteStr() + string.getValue() + string.getQuoteStr());
    }

    private Variable parameter(JdbcParameter parameter) {
        Refusal.when(!"?".equals(parameter.getParameterCharacter()), "the parameter " + parameter);
        return new Variable(conversion.question(parameter.getIndex()));
    }

    private static Variable parameter(JdbcNamedParameter parameter) {
        Refusal.when(!":".equals(parameter.getParameterCharacter()), "the parameter " + parameter);
        return new Variable(Refusal.required(parameter.getName(), "name of a parameter"));
    }

    Expression variable(net.sf.jsqlparser.expression.UserVariable variable) {
        return pieces.variable((variable.isDoubleAdd() ? "@@" : "@") + variable.getName());
    }

    /** A number takes the minus into itself, unless it has one. */
    Expression negated(Expression operand) {
        return operand instanceof Literal(var value) && OperatorConverter.takesSign(operand)
                ? pieces.literal("-" + value.text())
                : new Unary(UnaryOperator.MINUS, operand);
    }

    /** With a mere equals sign it is a comparison. */
    private Expression assignment(VariableAssignment assignment) {
        Expression variable = variable(assignment.getVariable());
        if ("=".equals(assignment.getOperation())) {
            return new Comparison(ComparisonOperator.EQUAL, variable,
                    operand(assignment.getExpression(), Precedence.PREDICATE));
        }
        Refusal.when(!":=".equals(assignment.getOperation()), "the assignment " + assignment.getOperation());
        if (variable instanceof UserVariable user) {
            return new AssignVariable(user, convert(assignment.getExpression()));
        }
        throw Refusal.of("assigning a system variable");
    }

    private Expression exists(ExistsExpression exists) {
        if (!(exists.getRightExpression() instanceof Select select)) {
            throw Refusal.of("EXISTS without a query");
        }
        Exists converted = new Exists(conversion.queries().convert(select));
        return exists.isNot() ? new Not(converted) : converted;
    }

    private Case cases(CaseExpression cases) {
        Expression operand = optional(cases.getSwitchExpression());
        List<Case.When> branches = new ArrayList<>();
        for (WhenClause when : cases.getWhenClauses()) {
            Expression condition = convert(when.getWhenExpression());
            branches.add(new Case.When(condition, convert(when.getThenExpression())));
        }
        return new Case(operand, branches, optional(cases.getElseExpression()));
    }

    private Collate collate(CollateExpression collate) {
        return new Collate(operand(collate.getLeftExpression(), Precedence.COLLATE),
                pieces.alias(collate.getCollate()));
    }
}
