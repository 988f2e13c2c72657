package dev.shardroute.sql.parser;

import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.Bool;
import dev.shardroute.sql.ast.Expression.Introduced;
import dev.shardroute.sql.ast.Expression.Literal;
import dev.shardroute.sql.ast.Expression.Variable;
import dev.shardroute.sql.ast.JsonFallback;
import dev.shardroute.sql.lex.Keyword;
import org.jspecify.annotations.Nullable;

/** Parses what JSON functions give ON EMPTY and ON ERROR. */
final class JsonFallbackParser {
    private final TokenCursor cursor;
    private final ExpressionParser expressions;

    JsonFallbackParser(TokenCursor cursor, ExpressionParser expressions) {
        this.cursor = cursor;
        this.expressions = expressions;
    }

    /** The two clauses; null for one that is not there. */
    record Fallbacks(@Nullable JsonFallback onEmpty, @Nullable JsonFallback onError) {
        private static final Fallbacks NONE = new Fallbacks(null, null);
    }

    /** Neither, either or both, ON EMPTY first. */
    Fallbacks parse() {
        JsonFallback first = fallback();
        if (first == null) {
            return Fallbacks.NONE;
        }
        cursor.expect(Keyword.ON);
        if (cursor.accept(Keyword.ERROR)) {
            return new Fallbacks(null, first);
        }
        cursor.expect(Keyword.EMPTY);
        JsonFallback second = fallback();
        if (second != null) {
            cursor.expect(Keyword.ON);
            cursor.expect(Keyword.ERROR);
        }
        return new Fallbacks(first, second);
    }

    private @Nullable JsonFallback fallback() {
        return switch (cursor.keyword()) {
            case ERROR -> {
                cursor.advance();
                yield new JsonFallback.Fail();
            }
            case NULL -> {
                cursor.advance();
                yield new JsonFallback.ToNull();
            }
            case DEFAULT -> {
                cursor.advance();
                yield new JsonFallback.ToValue(literal());
            }
            default -> null;
        };
    }

    private Expression literal() {
        Expression literal = expressions.parse(ExpressionParser.UNARY);
        return switch (literal) {
            case Literal value -> value;
            case Introduced value -> value;
            case Bool value -> value;
            case Variable variable -> variable;
            default -> throw cursor.error("expected a literal before this");
        };
    }
}
