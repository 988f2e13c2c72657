package dev.shardroute.sql.parser;

import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.Between;
import dev.shardroute.sql.ast.Expression.Comparison;
import dev.shardroute.sql.ast.Expression.ComparisonOperator;
import dev.shardroute.sql.ast.Expression.In;
import dev.shardroute.sql.ast.Expression.Is;
import dev.shardroute.sql.ast.Expression.Like;
import dev.shardroute.sql.ast.Expression.ListVariable;
import dev.shardroute.sql.ast.Expression.MemberOf;
import dev.shardroute.sql.ast.Expression.QuantifiedComparison;
import dev.shardroute.sql.ast.Expression.Quantifier;
import dev.shardroute.sql.ast.Expression.Regexp;
import dev.shardroute.sql.ast.Expression.SoundsLike;
import dev.shardroute.sql.ast.Expression.Subquery;
import dev.shardroute.sql.ast.Expression.Test;
import dev.shardroute.sql.ast.Expression.Tuple;
import dev.shardroute.sql.lex.Keyword;
import dev.shardroute.sql.lex.Lexer;
import dev.shardroute.sql.lex.TokenKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parses what compares: the operators and words behind the left operand, which has been read, and the right one. */
final class PredicateParser {
    private final TokenCursor cursor;
    private final ExpressionParser expressions;

    PredicateParser(TokenCursor cursor, ExpressionParser expressions) {
        this.cursor = cursor;
        this.expressions = expressions;
    }

    /** At MEMBER or SOUNDS: true for {@code MEMBER OF}, {@code MEMBER (…)} and {@code SOUNDS LIKE}; alone they are names. */
    boolean isAtOperator() {
        boolean isMember = cursor.at(Keyword.MEMBER);
        Lexer ahead = cursor.ahead();
        return isMember
                ? ahead.keyword() == Keyword.OF || ahead.kind() == TokenKind.LEFT_PAREN
                : ahead.keyword() == Keyword.LIKE;
    }

    Expression comparison(Expression left) {
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
        Quantifier quantifier = quantifier();
        return quantifier == null
                ? new Comparison(operator, left, expressions.parse(ExpressionParser.PREDICATE))
                : quantified(operator, left, quantifier);
    }

    private @Nullable Quantifier quantifier() {
        return switch (cursor.keyword()) {
            case ALL -> Quantifier.ALL;
            case ANY, SOME -> cursor.ahead().kind() == TokenKind.LEFT_PAREN ? Quantifier.ANY : null;
            default -> null;
        };
    }

    private Expression quantified(ComparisonOperator operator, Expression left, Quantifier quantifier) {
        if (operator == ComparisonOperator.NULL_SAFE_EQUAL) {
            throw cursor.error("expected another operator than <=> before this");
        }
        cursor.advance();
        return new QuantifiedComparison(operator, left, quantifier, expressions.queryInParentheses());
    }

    /** Only IS NULL can be compared with something in turn. */
    Expression is(Expression value) {
        cursor.advance();
        boolean not = cursor.accept(Keyword.NOT);
        Keyword keyword = cursor.keyword();
        Test test = switch (keyword) {
            case NULL, UNKNOWN -> Test.NULL;
            case TRUE -> Test.TRUE;
            case FALSE -> Test.FALSE;
            default -> throw cursor.error("expected NULL, TRUE, FALSE or UNKNOWN");
        };
        cursor.advance();
        if (keyword != Keyword.NULL && expressions.level() >= ExpressionParser.COMPARISON) {
            throw cursor.error("expected the end of the condition");
        }
        return new Is(value, not, test);
    }

    Expression predicate(Expression left) {
        boolean not = cursor.accept(Keyword.NOT);
        Keyword keyword = cursor.keyword();
        cursor.advance();
        return switch (keyword) {
            case IN -> new In(not, left, list());
            case LIKE -> like(not, left);
            case REGEXP, RLIKE -> new Regexp(not, left, bits());
            case BETWEEN -> between(not, left);
            case MEMBER, SOUNDS -> withoutNot(not, keyword, left);
            default -> throw cursor.error("expected IN, LIKE, REGEXP or BETWEEN before this");
        };
    }

    private Expression withoutNot(boolean not, Keyword keyword, Expression left) {
        if (not) {
            throw cursor.error("expected IN, LIKE, REGEXP or BETWEEN before this");
        }
        return keyword == Keyword.MEMBER ? memberOf(left) : soundsLike(left);
    }

    private Expression bits() {
        return expressions.parse(ExpressionParser.BIT_OR);
    }

    private Like like(boolean not, Expression left) {
        Expression pattern = expressions.parse(ExpressionParser.CONCAT);
        Expression escape = cursor.accept(Keyword.ESCAPE) ? expressions.parse(ExpressionParser.CONCAT) : null;
        return new Like(not, left, pattern, escape);
    }

    private Between between(boolean not, Expression value) {
        Expression low = bits();
        cursor.expect(Keyword.AND);
        return new Between(not, value, low, expressions.parse(ExpressionParser.PREDICATE));
    }

    private SoundsLike soundsLike(Expression left) {
        cursor.expect(Keyword.LIKE);
        return new SoundsLike(left, bits());
    }

    private MemberOf memberOf(Expression value) {
        cursor.accept(Keyword.OF);
        cursor.expect(TokenKind.LEFT_PAREN);
        Expression array = expressions.parse(ExpressionParser.CONCAT);
        cursor.expect(TokenKind.RIGHT_PAREN);
        return new MemberOf(value, array);
    }

    /** A query alone in the parentheses gives the rows to compare with, however many parentheses there are. */
    private Expression list() {
        if (cursor.at(TokenKind.LIST_VARIABLE)) {
            return new ListVariable(cursor.take());
        }
        int siblings = cursor.enter(); // the members of the list are two levels down
        Expression first = expressions.opened();
        boolean isQuery = first instanceof Subquery && cursor.at(TokenKind.RIGHT_PAREN);
        Expression list = isQuery ? first : tuple(first);
        cursor.expect(TokenKind.RIGHT_PAREN);
        cursor.leave(siblings);
        return list;
    }

    private Tuple tuple(Expression first) {
        List<Expression> members = expressions.listFrom(first);
        cursor.grow();
        return new Tuple(members);
    }
}
