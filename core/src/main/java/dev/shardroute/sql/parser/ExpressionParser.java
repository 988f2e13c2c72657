package dev.shardroute.sql.parser;

import dev.shardroute.sql.ast.DataType;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.And;
import dev.shardroute.sql.ast.Expression.Between;
import dev.shardroute.sql.ast.Expression.Binary;
import dev.shardroute.sql.ast.Expression.BinaryOperator;
import dev.shardroute.sql.ast.Expression.Call;
import dev.shardroute.sql.ast.Expression.Collate;
import dev.shardroute.sql.ast.Expression.Column;
import dev.shardroute.sql.ast.Expression.Comparison;
import dev.shardroute.sql.ast.Expression.ComparisonOperator;
import dev.shardroute.sql.ast.Expression.In;
import dev.shardroute.sql.ast.Expression.Is;
import dev.shardroute.sql.ast.Expression.Like;
import dev.shardroute.sql.ast.Expression.ListVariable;
import dev.shardroute.sql.ast.Expression.Not;
import dev.shardroute.sql.ast.Expression.Or;
import dev.shardroute.sql.ast.Expression.Regexp;
import dev.shardroute.sql.ast.Expression.Test;
import dev.shardroute.sql.ast.Expression.Tuple;
import dev.shardroute.sql.ast.Expression.Unary;
import dev.shardroute.sql.ast.Expression.UnaryOperator;
import dev.shardroute.sql.ast.Expression.Xor;
import dev.shardroute.sql.ast.SpecialForm.Convert;
import dev.shardroute.sql.lex.Keyword;
import dev.shardroute.sql.lex.TokenKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Parses expressions by precedence climbing: {@link #parse(int)} takes operators that bind at least as tightly as its
 * argument. The levels are those of MySQL's grammar, where IN, LIKE and BETWEEN take a bit expression on their left.
 */
final class ExpressionParser {
    private static final int OR = 0;
    private static final int XOR = 1;
    private static final int AND = 2;
    private static final int NOT = 3;
    private static final int COMPARISON = 4;
    private static final int PREDICATE = 5;
    private static final int BIT_OR = 6;
    private static final int UNARY = 12;
    private static final int COLLATE = 14;
    private static final int JSON = 15;

    private final TokenCursor cursor;
    private final PrimaryParser primaries;
    private @Nullable QueryParser queries;

    ExpressionParser(TokenCursor cursor) {
        this.cursor = cursor;
        this.primaries = new PrimaryParser(cursor, this);
    }

    /** Any expression. */
    Expression parse() {
        return parse(OR);
    }

    /** An expression or DEFAULT. */
    Expression parseOrDefault() {
        if (cursor.accept(Keyword.DEFAULT)) {
            if (cursor.at(TokenKind.LEFT_PAREN)) {
                throw TokenCursor.unsupported("DEFAULT(column)");
            }
            return new Expression.Default(null);
        }
        return parse(OR);
    }

    /** What needs no operator: a name, literal, variable, call or something in parentheses. */
    Expression parsePrimary() {
        return primaries.parse();
    }

    /** The parser of the queries in the statement, and of the query that it is. */
    QueryParser queries() {
        QueryParser parser = queries;
        if (parser == null) {
            parser = new QueryParser(cursor, this);
            queries = parser;
        }
        return parser;
    }

    /** A column, with or without its table. */
    Column column() {
        return primaries.column(cursor.name("a column"));
    }

    /** {@code ceiling} is how tightly the next operator may bind: behind a predicate none can follow that binds tighter. */
    private Expression parse(int minimum) {
        int siblings = cursor.enter();
        int ceiling = cursor.at(Keyword.NOT) ? AND : JSON;
        Expression left = prefix(minimum);
        for (int level = level(); level >= minimum && level <= ceiling; level = level()) {
            left = infix(level, left);
            cursor.grow();
            ceiling = level == PREDICATE ? COMPARISON : level;
        }
        cursor.leave(siblings);
        return left;
    }

    private Expression prefix(int minimum) {
        return switch (cursor.kind()) {
            case MINUS -> PrimaryParser.negate(onlyOperand(UNARY));
            case PLUS -> operand(UNARY);
            case TILDE -> new Unary(UnaryOperator.TILDE, onlyOperand(UNARY));
            case BANG -> new Unary(UnaryOperator.BANG, onlyOperand(UNARY + 1));
            default -> prefixWord(minimum);
        };
    }

    private Expression prefixWord(int minimum) {
        if (cursor.at(Keyword.NOT) && minimum <= NOT) {
            return new Not(onlyOperand(NOT));
        }
        if (cursor.at(Keyword.BINARY)) {
            return new Convert(onlyOperand(UNARY + 1), DataType.of("binary"));
        }
        return primaries.parse();
    }

    private Expression onlyOperand(int minimum) {
        Expression operand = operand(minimum);
        cursor.grow();
        return operand;
    }

    private Expression operand(int minimum) {
        cursor.advance();
        return parse(minimum);
    }

    /** The level of the operator that the cursor is at, or -1. */
    private int level() {
        BinaryOperator binary = binaryOperator();
        if (binary != null) {
            return level(binary);
        }
        return switch (cursor.kind()) {
            case OR_OR -> OR;
            case AND_AND -> AND;
            case EQUAL, NULL_SAFE_EQUAL, NOT_EQUAL, LESS, LESS_EQUAL, GREATER, GREATER_EQUAL -> COMPARISON;
            case ARROW, DOUBLE_ARROW -> JSON;
            case WORD -> wordLevel();
            default -> -1;
        };
    }

    private int wordLevel() {
        return switch (cursor.keyword()) {
            case OR -> OR;
            case XOR -> XOR;
            case AND -> AND;
            case IS -> COMPARISON;
            case IN, LIKE, REGEXP, RLIKE, BETWEEN, NOT -> PREDICATE;
            case COLLATE -> COLLATE;
            case MEMBER, SOUNDS -> refuseOperator();
            default -> -1;
        };
    }

    /** {@code MEMBER OF} and {@code SOUNDS LIKE}; alone these words are names. */
    private int refuseOperator() {
        boolean isMember = cursor.at(Keyword.MEMBER);
        Keyword ahead = cursor.ahead().keyword();
        if (ahead == (isMember ? Keyword.OF : Keyword.LIKE)) {
            throw TokenCursor.unsupported(isMember ? "MEMBER OF" : "SOUNDS LIKE");
        }
        return -1;
    }

    private static int level(BinaryOperator operator) {
        return switch (operator) {
            case BIT_OR -> BIT_OR;
            case BIT_AND -> BIT_OR + 1;
            case SHIFT_LEFT, SHIFT_RIGHT -> BIT_OR + 2;
            case PLUS, MINUS -> BIT_OR + 3;
            case TIMES, DIVIDE, DIV, MOD -> BIT_OR + 4;
            case BIT_XOR -> BIT_OR + 5;
        };
    }

    private @Nullable BinaryOperator binaryOperator() {
        return switch (cursor.kind()) {
            case PIPE -> BinaryOperator.BIT_OR;
            case AMPERSAND -> BinaryOperator.BIT_AND;
            case SHIFT_LEFT -> BinaryOperator.SHIFT_LEFT;
            case SHIFT_RIGHT -> BinaryOperator.SHIFT_RIGHT;
            case PLUS -> BinaryOperator.PLUS;
            case MINUS -> BinaryOperator.MINUS;
            case STAR -> BinaryOperator.TIMES;
            case SLASH -> BinaryOperator.DIVIDE;
            case PERCENT -> BinaryOperator.MOD;
            case CARET -> BinaryOperator.BIT_XOR;
            case WORD -> wordOperator();
            default -> null;
        };
    }

    private @Nullable BinaryOperator wordOperator() {
        return switch (cursor.keyword()) {
            case DIV -> BinaryOperator.DIV;
            case MOD -> BinaryOperator.MOD;
            default -> null;
        };
    }

    private Expression infix(int level, Expression left) {
        BinaryOperator binary = binaryOperator();
        if (binary != null) {
            return new Binary(binary, left, operand(level + 1));
        }
        return switch (level) {
            case OR -> new Or(chain(OR, left));
            case XOR -> new Xor(left, operand(AND));
            case AND -> new And(chain(AND, left));
            case COMPARISON -> cursor.at(Keyword.IS) ? is(left) : comparison(left);
            case COLLATE -> collate(left);
            case JSON -> jsonPath(left);
            default -> predicate(left);
        };
    }

    /** Operators of one kind in a row are one node: a chain of many is no deep tree. */
    private List<Expression> chain(int level, Expression first) {
        List<Expression> operands = new ArrayList<>(first(level, first));
        while (level() == level) {
            operands.add(operand(level + 1));
        }
        return operands;
    }

    /** In {@code (a or b) or c} the parentheses change nothing. */
    private static List<Expression> first(int level, Expression first) {
        return switch (first) {
            case Or(var operands) when level == OR -> operands;
            case And(var operands) when level == AND -> operands;
            default -> List.of(first);
        };
    }

    /** {@code column -> path} is short for {@code json_extract(column, path)}; {@code ->>} unquotes that. */
    private Expression jsonPath(Expression left) {
        boolean unquote = cursor.at(TokenKind.DOUBLE_ARROW);
        if (!(left instanceof Column)) {
            throw cursor.error("expected a column before this");
        }
        cursor.advance();
        if (!cursor.at(TokenKind.STRING) && !cursor.at(TokenKind.VARIABLE) && !cursor.at(TokenKind.QUESTION)) {
            throw cursor.error("expected a string");
        }
        cursor.grow();
        Expression extract = call("json_extract", List.of(left, primaries.parse()));
        return unquote ? call("json_unquote", List.of(extract)) : extract;
    }

    private static Call call(String function, List<Expression> arguments) {
        return new Call(null, function, false, arguments);
    }

    private Expression comparison(Expression left) {
        ComparisonOperator operator = switch (cursor.kind()) {
            case EQUAL -> ComparisonOperator.EQUAL;
            case NULL_SAFE_EQUAL -> ComparisonOperator.NULL_SAFE_EQUAL;
            case NOT_EQUAL -> ComparisonOperator.NOT_EQUAL;
            case LESS -> ComparisonOperator.LESS;
            case LESS_EQUAL -> ComparisonOperator.LESS_EQUAL;
            case GREATER -> ComparisonOperator.GREATER;
            default -> ComparisonOperator.GREATER_EQUAL;
        };
        cursor.advance();
        refuseQuantifier();
        return new Comparison(operator, left, parse(PREDICATE));
    }

    private void refuseQuantifier() {
        boolean isWord = cursor.at(Keyword.ALL) || cursor.atWord("ANY") || cursor.atWord("SOME");
        if (isWord && cursor.ahead().kind() == TokenKind.LEFT_PAREN) {
            throw TokenCursor.unsupported("comparison with " + cursor.text());
        }
    }

    private Expression is(Expression value) {
        cursor.advance();
        boolean not = cursor.accept(Keyword.NOT);
        Test test = switch (cursor.keyword()) {
            case NULL -> Test.NULL;
            case TRUE -> Test.TRUE;
            case FALSE -> Test.FALSE;
            case UNKNOWN -> Test.NULL;
            default -> throw cursor.error("expected NULL, TRUE, FALSE or UNKNOWN");
        };
        cursor.advance();
        return new Is(value, not, test);
    }

    private Expression predicate(Expression left) {
        boolean not = cursor.accept(Keyword.NOT);
        Keyword keyword = cursor.keyword();
        cursor.advance();
        return switch (keyword) {
            case IN -> new In(not, left, list());
            case LIKE -> new Like(not, left, parse(UNARY), cursor.accept(Keyword.ESCAPE) ? parse(UNARY) : null);
            case REGEXP, RLIKE -> new Regexp(not, left, parse(BIT_OR));
            case BETWEEN -> between(not, left);
            default -> throw cursor.error("expected IN, LIKE, REGEXP or BETWEEN before this");
        };
    }

    private Expression between(boolean not, Expression value) {
        Expression low = parse(BIT_OR);
        cursor.expect(Keyword.AND);
        return new Between(not, value, low, parse(PREDICATE));
    }

    private Expression list() {
        if (cursor.at(TokenKind.LIST_VARIABLE)) {
            return new ListVariable(cursor.take());
        }
        cursor.expect(TokenKind.LEFT_PAREN);
        if (queries().atQuery()) {
            Expression.Subquery subquery = new Expression.Subquery(queries().query());
            cursor.expect(TokenKind.RIGHT_PAREN);
            cursor.grow();
            return subquery;
        }
        List<Expression> members = cursor.commaList(this::parse);
        cursor.expect(TokenKind.RIGHT_PAREN);
        cursor.grow();
        return new Tuple(members);
    }

    private Expression collate(Expression operand) {
        cursor.advance();
        return new Collate(operand, cursor.at(TokenKind.STRING) || cursor.at(Keyword.BINARY)
                ? cursor.take()
                : cursor.name("a collation"));
    }
}
