package dev.shardroute.sql.parser;

import dev.shardroute.sql.ast.DataType;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.And;
import dev.shardroute.sql.ast.Expression.Binary;
import dev.shardroute.sql.ast.Expression.BinaryOperator;
import dev.shardroute.sql.ast.Expression.Call;
import dev.shardroute.sql.ast.Expression.Collate;
import dev.shardroute.sql.ast.Expression.Column;
import dev.shardroute.sql.ast.Expression.Interval;
import dev.shardroute.sql.ast.Expression.Not;
import dev.shardroute.sql.ast.Expression.Or;
import dev.shardroute.sql.ast.Expression.Subquery;
import dev.shardroute.sql.ast.Expression.Unary;
import dev.shardroute.sql.ast.Expression.UnaryOperator;
import dev.shardroute.sql.ast.Expression.Xor;
import dev.shardroute.sql.ast.Query;
import dev.shardroute.sql.ast.SpecialForm.Convert;
import dev.shardroute.sql.lex.Keyword;
import dev.shardroute.sql.lex.SqlMode;
import dev.shardroute.sql.lex.TokenKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Parses expressions by precedence climbing: {@link #parse(int)} takes operators that bind at least as tightly as its
 * argument. The levels are those of MySQL's grammar, where IN, LIKE and BETWEEN take a bit expression on their left.
 */
final class ExpressionParser {
    static final int NONE = -1;
    static final int OR = 0;
    static final int XOR = 1;
    static final int AND = 2;
    static final int NOT = 3;
    static final int COMPARISON = 4;
    static final int PREDICATE = 5;
    static final int BIT_OR = 6;
    static final int BIT_AND = 7;
    static final int SHIFT = 8;
    static final int SUM = 9;
    static final int PRODUCT = 10;
    static final int BIT_XOR = 11;
    static final int CONCAT = 12;
    static final int UNARY = 13;
    static final int BANG = 14;
    static final int COLLATE = 15;

    private final TokenCursor cursor;
    private final PrimaryParser primaries;
    private final PredicateParser predicates;
    /** How tightly {@code ||} binds: as a session's mode has it, it is OR or joins strings. */
    private final int pipes;
    private @Nullable QueryParser queries;

    ExpressionParser(TokenCursor cursor) {
        this.cursor = cursor;
        this.primaries = new PrimaryParser(cursor, this);
        this.predicates = new PredicateParser(cursor, this);
        this.pipes = cursor.options().modes().contains(SqlMode.PIPES_AS_CONCAT) ? CONCAT : OR;
    }

    /** Any expression. */
    Expression parse() {
        return parse(OR);
    }

    /** An expression or DEFAULT. */
    Expression parseOrDefault() {
        if (cursor.at(Keyword.DEFAULT) && cursor.ahead().kind() != TokenKind.LEFT_PAREN) {
            cursor.advance();
            return new Expression.Default(null);
        }
        return parse(OR);
    }

    /** An expression or an interval that stands alone. */
    Expression parseOrInterval() {
        return cursor.at(Keyword.INTERVAL) ? afterInterval(OR, true) : parse(OR);
    }

    /** Expressions with commas between them. */
    List<Expression> parseList() {
        return listFrom(parse(OR));
    }

    /** The list that {@code first}, which has been read, begins. */
    List<Expression> listFrom(Expression first) {
        if (!cursor.at(TokenKind.COMMA)) {
            return List.of(first);
        }
        List<Expression> list = new ArrayList<>();
        list.add(first);
        while (cursor.accept(TokenKind.COMMA)) {
            list.add(parse(OR));
        }
        return list;
    }

    /** What needs no operator: a name, literal, variable, call or something in parentheses. */
    Expression parsePrimary() {
        return cursor.at(TokenKind.WORD) ? primaries.word(COLLATE) : primaries.parse();
    }

    /** A column, with or without its table. */
    Column column() {
        return primaries.column(cursor.name("a column"));
    }

    /** What an opening parenthesis begins, up to the comma or the parenthesis behind it. */
    Expression opened() {
        return primaries.opened();
    }

    /** A query in parentheses. */
    Query queryInParentheses() {
        cursor.expect(TokenKind.LEFT_PAREN);
        Query query = query();
        cursor.expect(TokenKind.RIGHT_PAREN);
        return query;
    }

    /** A query. It takes many methods to parse one, so it is entered once more than expressions are. */
    Query query() {
        int siblings = cursor.enter();
        Query query = queries().query();
        cursor.leave(siblings);
        return query;
    }

    /** Most statements have no query inside of another. */
    QueryParser queries() {
        QueryParser parser = queries;
        if (parser == null) {
            parser = new QueryParser(cursor, this);
            queries = parser;
        }
        return parser;
    }

    /**
     * The expression whose operators bind at least that tightly. What nests comes back here over few methods: each of them
     * is on the stack once for every level.
     */
    Expression parse(int minimum) {
        int siblings = cursor.enter();
        int ceiling = cursor.at(Keyword.NOT) ? AND : COLLATE;
        Expression first = switch (cursor.kind()) {
            case WORD -> primaries.word(minimum);
            case LEFT_PAREN -> primaries.parenthesized();
            default -> prefix();
        };
        Expression expression = climb(minimum, ceiling, first);
        cursor.leave(siblings);
        return expression;
    }

    /** The expression that {@code first}, which has been read, begins. */
    Expression parseFrom(Expression first) {
        int siblings = cursor.enter();
        Expression expression = climb(OR, COLLATE, first);
        cursor.leave(siblings);
        return expression;
    }

    /** {@code ceiling} is how tightly the next operator may bind: behind a predicate none can follow that binds tighter. */
    private Expression climb(int minimum, int ceiling, Expression first) {
        Expression left = first;
        int highest = ceiling;
        for (int level = level(); level >= minimum && level <= highest; level = level()) {
            left = infix(level, left);
            cursor.grow();
            highest = behind(level, left);
        }
        return left;
    }

    /** What {@code + INTERVAL 1 DAY} is added to is complete: {@code a + INTERVAL 1 DAY * 2} is {@code (a + …) * 2}. */
    private static int behind(int level, Expression expression) {
        return switch (level) {
            case PREDICATE -> COMPARISON;
            case SUM -> expression instanceof Binary sum && sum.right() instanceof Interval ? BIT_XOR : SUM;
            default -> level;
        };
    }

    private Expression prefix() {
        return switch (cursor.kind()) {
            case MINUS -> LiteralParser.negate(onlyOperand(UNARY));
            case PLUS -> plus();
            case TILDE -> new Unary(UnaryOperator.TILDE, onlyOperand(UNARY));
            case BANG -> new Unary(UnaryOperator.BANG, onlyOperand(BANG));
            default -> primaries.parse();
        };
    }

    Not not(int minimum) {
        if (minimum > NOT) {
            throw cursor.error("expected an expression");
        }
        return new Not(onlyOperand(NOT));
    }

    /** {@code BINARY operand}, which is printed as a function and entered as one. */
    Convert binary() {
        int siblings = cursor.enter();
        DataType type = DataType.of(cursor.take());
        Expression operand = parse(BANG);
        cursor.grow();
        cursor.leave(siblings);
        return new Convert(operand, type);
    }

    /** A plus changes nothing, except that a query behind it gives one value wherever it stands. */
    private Expression plus() {
        Expression operand = operand(UNARY);
        if (operand instanceof Subquery) {
            throw TokenCursor.unsupported("+ before a subquery");
        }
        return operand;
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

    /**
     * An expression that begins with INTERVAL, with its operators from {@code minimum} on, or none of them with
     * {@link #NONE}. Where an interval cannot stand alone, a plus must follow it.
     */
    Expression afterInterval(int minimum, boolean alone) {
        int siblings = cursor.enter();
        Expression first = new IntervalParser(cursor, this).parse();
        boolean isComplete = first instanceof Interval && alone && !cursor.at(TokenKind.PLUS);
        if (first instanceof Interval && !isComplete) {
            cursor.expect(TokenKind.PLUS);
            first = new Binary(BinaryOperator.PLUS, first, parse(PRODUCT));
            cursor.grow();
        }
        if (!isComplete && minimum != NONE) {
            first = climb(minimum, COLLATE, first);
        }
        cursor.leave(siblings);
        return first;
    }

    /** How tightly the operator binds that the cursor is at; {@link #NONE} where it is at none. */
    int level() {
        return switch (cursor.kind()) {
            case OR_OR -> pipes;
            case AND_AND -> AND;
            case EQUAL, NULL_SAFE_EQUAL, NOT_EQUAL, LESS, LESS_EQUAL, GREATER, GREATER_EQUAL -> COMPARISON;
            case PIPE -> BIT_OR;
            case AMPERSAND -> BIT_AND;
            case SHIFT_LEFT, SHIFT_RIGHT -> SHIFT;
            case PLUS, MINUS -> SUM;
            case STAR, SLASH, PERCENT -> PRODUCT;
            case CARET -> BIT_XOR;
            case WORD -> wordLevel();
            default -> NONE;
        };
    }

    private int wordLevel() {
        return switch (cursor.keyword()) {
            case OR -> OR;
            case XOR -> XOR;
            case AND -> AND;
            case IS -> COMPARISON;
            case IN, LIKE, REGEXP, RLIKE, BETWEEN, NOT -> PREDICATE;
            case MEMBER, SOUNDS -> predicates.isAtOperator() ? PREDICATE : NONE;
            case DIV, MOD -> PRODUCT;
            case COLLATE -> COLLATE;
            default -> NONE;
        };
    }

    private Expression infix(int level, Expression left) {
        return switch (level) {
            case OR -> new Or(chain(OR, left));
            case XOR -> new Xor(left, operand(AND));
            case AND -> new And(chain(AND, left));
            case COMPARISON -> cursor.at(Keyword.IS) ? predicates.is(left) : predicates.comparison(left);
            case PREDICATE -> predicates.predicate(left);
            case CONCAT -> new Call(null, "concat", false, chain(CONCAT, left));
            case COLLATE -> collate(left);
            default -> binary(level, left);
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

    private Binary binary(int level, Expression left) {
        BinaryOperator operator = binaryOperator();
        cursor.advance();
        boolean isInterval = level == SUM && cursor.at(Keyword.INTERVAL);
        return new Binary(operator, left, isInterval ? intervalOperand() : parse(level + 1));
    }

    /** An interval stands alone on the right, whatever follows it. */
    private Expression intervalOperand() {
        int siblings = cursor.enter();
        Expression operand = new IntervalParser(cursor, this).parse();
        if (!(operand instanceof Interval)) {
            operand = climb(PRODUCT, COLLATE, operand);
        }
        cursor.leave(siblings);
        return operand;
    }

    private BinaryOperator binaryOperator() {
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
            default -> cursor.at(Keyword.DIV) ? BinaryOperator.DIV : BinaryOperator.MOD;
        };
    }

    private Collate collate(Expression operand) {
        cursor.advance();
        return new Collate(operand, new TypeParser(cursor).nameOrString("a collation"));
    }
}
