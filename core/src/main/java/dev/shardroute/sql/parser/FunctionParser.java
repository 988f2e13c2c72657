package dev.shardroute.sql.parser;

import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.Call;
import dev.shardroute.sql.ast.Expression.CountStar;
import dev.shardroute.sql.ast.SpecialForm.NullTreatment;
import dev.shardroute.sql.lex.Keyword;
import dev.shardroute.sql.lex.TokenKind;
import dev.shardroute.sql.parser.FunctionForm.Over;
import dev.shardroute.sql.parser.Functions.Function;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Parses calls of functions, from behind the name on; {@link SpecialFunctionParser} those with a grammar of their own. More
 * methods call one another here than for most operands, so a call is entered once more than they are.
 */
final class FunctionParser {
    private final TokenCursor cursor;
    private final ExpressionParser expressions;

    FunctionParser(TokenCursor cursor, ExpressionParser expressions) {
        this.cursor = cursor;
        this.expressions = expressions;
    }

    /** A function whose name is no keyword of the grammar's. */
    Call named(String name) {
        return name.equalsIgnoreCase("get_format")
                ? new SpecialFunctionParser(cursor, expressions).getFormat(name)
                : call(null, name);
    }

    /** A function that the grammar does not know. */
    Call call(@Nullable String qualifier, String name) {
        int siblings = cursor.enter();
        cursor.expect(TokenKind.LEFT_PAREN);
        List<Expression> arguments = cursor.at(TokenKind.RIGHT_PAREN) ? List.of() : expressions.parseList();
        cursor.expect(TokenKind.RIGHT_PAREN);
        cursor.grow();
        cursor.leave(siblings);
        return new Call(qualifier, name, false, arguments);
    }

    /** A function of the catalogue, which may need OVER behind it. */
    Expression known(Function function, String written) {
        int siblings = cursor.enter();
        cursor.expect(TokenKind.LEFT_PAREN);
        Expression call = switch (function.form()) {
            case PLAIN, AGGREGATE, WINDOW, WINDOW_VALUE -> plain(function, written, false);
            case DISTINCT_AGGREGATE -> plain(function, written, acceptDistinct());
            default -> special(function);
        };
        cursor.expect(TokenKind.RIGHT_PAREN);
        if (function.form().over() != Over.NEVER) {
            call = over(function, call);
        }
        cursor.leave(siblings);
        return call;
    }

    private Expression special(Function function) {
        Expression call = switch (function.form()) {
            case CLOCK -> clock(function);
            case COUNT -> count(function);
            case WINDOW_OFFSET -> offset(function);
            case NTH_VALUE -> nthValue(function);
            case NTILE -> call(function, List.of(constant()));
            default -> new SpecialFunctionParser(cursor, expressions).parse(function);
        };
        cursor.grow();
        return call;
    }

    private Call plain(Function function, String written, boolean distinct) {
        List<Expression> arguments = cursor.at(TokenKind.RIGHT_PAREN) ? List.of() : expressions.parseList();
        if (!function.takes(arguments.size()) && cursor.at(TokenKind.RIGHT_PAREN)) {
            throw cursor.error(written.concat(" takes another number of arguments"));
        }
        cursor.grow();
        return new Call(null, function.name(written), distinct, arguments);
    }

    private Expression over(Function function, Expression call) {
        Over over = function.form().over();
        if (over == Over.POSSIBLE && !cursor.at(Keyword.OVER)) {
            return call;
        }
        if (function.form() == FunctionForm.NTH_VALUE) {
            fromFirst();
        }
        WindowParser windows = new WindowParser(cursor, expressions);
        return windows.over(call, over == Over.NEEDED_WITH_NULLS ? windows.nulls() : NullTreatment.DEFAULT);
    }

    private void fromFirst() {
        if (cursor.accept(Keyword.FROM)) {
            if (cursor.at(Keyword.LAST)) {
                throw TokenCursor.unsupported("FROM LAST");
            }
            cursor.expect(Keyword.FIRST);
        }
    }

    private static Call call(Function function, List<Expression> arguments) {
        return new Call(null, function.name(""), false, arguments);
    }

    /** Only a number tells how many digits the fraction of the second has. */
    private Call clock(Function function) {
        boolean isPrecise = cursor.at(TokenKind.INTEGER);
        return call(function, isPrecise ? List.of(expressions.parsePrimary()) : List.of());
    }

    private Expression count(Function function) {
        if (cursor.accept(TokenKind.STAR)) {
            return new CountStar();
        }
        return acceptDistinct()
                ? new Call(null, function.name(""), true, expressions.parseList())
                : plain(function, function.name(""), false);
    }

    private boolean acceptDistinct() {
        return switch (cursor.keyword()) {
            case DISTINCT, DISTINCTROW -> {
                cursor.advance();
                yield true;
            }
            case ALL -> throw TokenCursor.unsupported("ALL in an aggregate");
            default -> false;
        };
    }

    private Call offset(Function function) {
        List<Expression> arguments = new ArrayList<>();
        arguments.add(expressions.parse());
        if (cursor.accept(TokenKind.COMMA)) {
            arguments.add(constant());
            if (cursor.accept(TokenKind.COMMA)) {
                arguments.add(expressions.parse());
            }
        }
        return call(function, arguments);
    }

    private Call nthValue(Function function) {
        Expression value = expressions.parse();
        cursor.expect(TokenKind.COMMA);
        return call(function, List.of(value, constant()));
    }

    /** A whole number, a variable or NULL. */
    private Expression constant() {
        boolean isConstant = switch (cursor.kind()) {
            case INTEGER, VARIABLE, QUESTION, USER_VARIABLE -> true;
            default -> cursor.at(Keyword.NULL);
        };
        if (!isConstant) {
            throw cursor.error("expected a whole number, a variable or NULL");
        }
        return expressions.parsePrimary();
    }
}
