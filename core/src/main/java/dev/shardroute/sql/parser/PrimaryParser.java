package dev.shardroute.sql.parser;

import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.Bool;
import dev.shardroute.sql.ast.Expression.Call;
import dev.shardroute.sql.ast.Expression.Case;
import dev.shardroute.sql.ast.Expression.Column;
import dev.shardroute.sql.ast.Expression.CountStar;
import dev.shardroute.sql.ast.Expression.InsertedValue;
import dev.shardroute.sql.ast.Expression.ListVariable;
import dev.shardroute.sql.ast.Expression.Literal;
import dev.shardroute.sql.ast.Expression.Null;
import dev.shardroute.sql.ast.Expression.Scope;
import dev.shardroute.sql.ast.Expression.SystemVariable;
import dev.shardroute.sql.ast.Expression.Tuple;
import dev.shardroute.sql.ast.Expression.Unary;
import dev.shardroute.sql.ast.Expression.UnaryOperator;
import dev.shardroute.sql.ast.Expression.UserVariable;
import dev.shardroute.sql.ast.Expression.Variable;
import dev.shardroute.sql.ast.TableName;
import dev.shardroute.sql.lex.Keyword;
import dev.shardroute.sql.lex.TokenKind;
import dev.shardroute.type.Type;
import dev.shardroute.type.Value;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Parses the operands of expressions: names, literals, variables, calls, CASE and what is in parentheses. */
final class PrimaryParser {
    /** Reserved words that are functions when a parenthesis follows. */
    private static final Set<String> RESERVED_FUNCTIONS = Set.of("CURRENT_DATE", "CURRENT_TIME", "CURRENT_TIMESTAMP",
            "DATABASE", "IF", "LEFT", "LOCALTIME", "LOCALTIMESTAMP", "MOD", "REPEAT", "REPLACE", "RIGHT", "SCHEMA",
            "UTC_DATE", "UTC_TIME", "UTC_TIMESTAMP");
    /** Functions whose arguments have a grammar of their own. */
    private static final Set<String> SPECIAL_FUNCTIONS = Set.of("CAST", "CHAR", "CONVERT", "EXTRACT", "GROUP_CONCAT",
            "MATCH", "POSITION", "SUBSTRING", "SUBSTR", "MID", "TRIM", "WEIGHT_STRING", "DATE_ADD", "DATE_SUB",
            "ADDDATE",
            "SUBDATE", "JSON_TABLE", "JSON_VALUE", "GET_FORMAT", "TIMESTAMPADD", "TIMESTAMPDIFF");
    private static final Set<String> TEMPORAL_PREFIXES = Set.of("DATE", "TIME", "TIMESTAMP");

    private final TokenCursor cursor;
    private final ExpressionParser expressions;

    PrimaryParser(TokenCursor cursor, ExpressionParser expressions) {
        this.cursor = cursor;
        this.expressions = expressions;
    }

    Expression parse() {
        return switch (cursor.kind()) {
            case WORD -> word();
            case QUOTED_NAME -> named(cursor.take());
            case STRING -> new Literal(Value.of(strings()));
            case INTEGER -> new Literal(integer(cursor.take()));
            case DECIMAL -> literal(Type.DECIMAL);
            case FLOAT -> literal(Type.FLOAT64);
            case HEX_NUMBER -> literal(Type.HEXNUM);
            case BIT_NUMBER -> literal(Type.BITNUM);
            case HEX_STRING -> new Literal(Value.of(Type.HEXVAL, "x'" + cursor.take() + "'"));
            case BIT_STRING -> new Literal(Value.of(Type.BITNUM, "0b" + cursor.take()));
            case QUESTION -> question();
            case VARIABLE -> new Variable(cursor.take());
            case LIST_VARIABLE -> new ListVariable(cursor.take());
            case USER_VARIABLE -> new UserVariable(cursor.take());
            case SYSTEM_VARIABLE -> systemVariable(cursor.take());
            case LEFT_PAREN -> parenthesized();
            default -> throw cursor.error("expected an expression");
        };
    }

    /** The column that {@code first}, which has been read, begins. */
    Column column(String first) {
        if (!cursor.accept(TokenKind.DOT)) {
            return new Column(null, first);
        }
        String second = nameAfterDot();
        if (!cursor.accept(TokenKind.DOT)) {
            return new Column(TableName.of(first), second);
        }
        return new Column(new TableName(first, second), nameAfterDot());
    }

    /** A literal takes the sign into itself. */
    static Expression negate(Expression operand) {
        if (operand instanceof Literal literal && isNumber(literal.value().type())) {
            String text = literal.value().text();
            return new Literal(
                    text.startsWith("-") ? integer(text.substring(1)) : negative(literal.value().type(), text));
        }
        return new Unary(UnaryOperator.MINUS, operand);
    }

    private static Value negative(Type type, String text) {
        return type == Type.INT64 || type == Type.UINT64 ? integer("-" + text) : Value.of(type, "-" + text);
    }

    private static boolean isNumber(Type type) {
        return type == Type.INT64 || type == Type.UINT64 || type == Type.DECIMAL || type == Type.FLOAT64;
    }

    /** An integer of 64 bits if it fits, signed if it can be; otherwise MySQL makes it a decimal. */
    private static Value integer(String digits) {
        int length = digits.length();
        if (length < 19) {
            return Value.of(Type.INT64, digits);
        }
        BigInteger number = new BigInteger(digits);
        boolean fits = number.signum() < 0 ? number.bitLength() < 64 : number.bitLength() <= 64;
        Type type = number.bitLength() < 64 ? Type.INT64 : fits ? Type.UINT64 : Type.DECIMAL;
        return Value.of(type, digits);
    }

    private Expression literal(Type type) {
        return new Literal(Value.of(type, cursor.take()));
    }

    /** String literals next to each other are one. */
    private String strings() {
        String text = cursor.take();
        if (!cursor.at(TokenKind.STRING)) {
            return text;
        }
        StringBuilder all = new StringBuilder(text);
        while (cursor.at(TokenKind.STRING)) {
            all.append(cursor.take());
        }
        return all.toString();
    }

    private Expression question() {
        cursor.advance();
        return new Variable(cursor.nextQuestion());
    }

    private Expression systemVariable(String text) {
        int dot = text.indexOf('.');
        Scope scope = dot < 0 ? Scope.NONE : scope(text.substring(0, dot).toLowerCase(Locale.ROOT));
        String name = scope == Scope.NONE ? text : text.substring(dot + 1);
        return new SystemVariable(scope, name.toLowerCase(Locale.ROOT));
    }

    private static Scope scope(String word) {
        return switch (word) {
            case "session", "local" -> Scope.SESSION;
            case "global" -> Scope.GLOBAL;
            case "persist" -> Scope.PERSIST;
            case "persist_only" -> Scope.PERSIST_ONLY;
            default -> Scope.NONE;
        };
    }

    private Expression parenthesized() {
        cursor.advance();
        if (cursor.at(Keyword.SELECT) || cursor.at(Keyword.WITH)) {
            throw TokenCursor.unsupported("subqueries");
        }
        Expression first = expressions.parse();
        if (!cursor.at(TokenKind.COMMA)) {
            cursor.expect(TokenKind.RIGHT_PAREN);
            return first;
        }
        List<Expression> members = new ArrayList<>();
        members.add(first);
        while (cursor.accept(TokenKind.COMMA)) {
            members.add(expressions.parse());
        }
        cursor.expect(TokenKind.RIGHT_PAREN);
        return new Tuple(members);
    }

    private Expression word() {
        return switch (cursor.keyword()) {
            case NULL -> constant(new Null());
            case TRUE -> constant(new Bool(true));
            case FALSE -> constant(new Bool(false));
            case CASE -> cases();
            case VALUES -> insertedValue();
            case EXISTS -> throw TokenCursor.unsupported("subqueries");
            case INTERVAL -> throw TokenCursor.unsupported("INTERVAL");
            default -> nameOrCall();
        };
    }

    private Expression constant(Expression expression) {
        cursor.advance();
        return expression;
    }

    private Expression nameOrCall() {
        boolean reserved = cursor.isReserved();
        String text = cursor.text();
        if (reserved && !RESERVED_FUNCTIONS.contains(text.toUpperCase(Locale.ROOT))) {
            throw cursor.error("expected an expression");
        }
        cursor.advance();
        if (cursor.at(TokenKind.LEFT_PAREN)) {
            return call(null, text);
        }
        if (reserved) {
            throw cursor.error("expected '(' after " + text);
        }
        if (cursor.at(TokenKind.STRING) && isStringPrefix(text)) {
            throw TokenCursor.unsupported(text + " before a string");
        }
        return named(text);
    }

    private static boolean isStringPrefix(String word) {
        return word.startsWith("_") || word.equalsIgnoreCase("n")
                || TEMPORAL_PREFIXES.contains(word.toUpperCase(Locale.ROOT));
    }

    private Expression named(String first) {
        Column column = column(first);
        if (cursor.at(TokenKind.LEFT_PAREN) && column.table() != null && column.table().qualifier() == null) {
            return call(column.table().name(), column.name());
        }
        return column;
    }

    /** After a dot every word is a name. */
    private String nameAfterDot() {
        return cursor.at(TokenKind.WORD) ? cursor.take() : cursor.name("a name");
    }

    private Expression call(@Nullable String qualifier, String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        if (qualifier == null && SPECIAL_FUNCTIONS.contains(upper)) {
            throw TokenCursor.unsupported("the function " + upper);
        }
        cursor.expect(TokenKind.LEFT_PAREN);
        Expression call = upper.equals("COUNT") && cursor.accept(TokenKind.STAR)
                ? new CountStar()
                : new Call(qualifier, name, cursor.accept(Keyword.DISTINCT), arguments());
        cursor.expect(TokenKind.RIGHT_PAREN);
        if (cursor.at(Keyword.OVER)) {
            throw TokenCursor.unsupported("window functions");
        }
        return call;
    }

    private List<Expression> arguments() {
        return cursor.at(TokenKind.RIGHT_PAREN) ? List.of() : cursor.commaList(expressions::parse);
    }

    private Expression insertedValue() {
        cursor.advance();
        cursor.expect(TokenKind.LEFT_PAREN);
        Column column = expressions.column();
        cursor.expect(TokenKind.RIGHT_PAREN);
        return new InsertedValue(column);
    }

    private Expression cases() {
        cursor.advance();
        Expression operand = cursor.at(Keyword.WHEN) ? null : expressions.parse();
        List<Case.When> branches = new ArrayList<>();
        while (cursor.accept(Keyword.WHEN)) {
            Expression condition = expressions.parse();
            cursor.expect(Keyword.THEN);
            branches.add(new Case.When(condition, expressions.parse()));
        }
        if (branches.isEmpty()) {
            throw cursor.error("expected WHEN");
        }
        Expression otherwise = cursor.accept(Keyword.ELSE) ? expressions.parse() : null;
        cursor.expect(Keyword.END);
        return new Case(operand, branches, otherwise);
    }
}
