package dev.shardroute.sql.parser;

import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.Call;
import dev.shardroute.sql.ast.Expression.CountStar;
import dev.shardroute.sql.ast.SpecialForm.NullTreatment;
import dev.shardroute.sql.lex.Keyword;
import dev.shardroute.sql.lex.TokenKind;
import dev.shardroute.sql.parser.Functions.Function;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parses calls of functions, from behind the name on; {@link SpecialFunctionParser} those with a grammar of their own. */
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
        cursor.expect(TokenKind.LEFT_PAREN);
        List<Expression> arguments = cursor.at(TokenKind.RIGHT_PAREN) ? List.of() : expressions.parseList();
        cursor.expect(TokenKind.RIGHT_PAREN);
        cursor.grow();
        return new Call(qualifier, name, false, arguments);
    }

    /**
     * A function of the catalogue, which may need OVER behind it. More methods call one another here than for other
     * operands, so it is entered once more than they are.
     */
    Expression known(Function function, String written) {
        int siblings = cursor.enter();
        cursor.expect(TokenKind.LEFT_PAREN);
        Expression call = switch (function.form()) {
            case PLAIN -> ended(plain(function, written, false));
            case CLOCK -> ended(clock(function));
            case AGGREGATE -> aggregate(plain(function, written, false));
            case DISTINCT_AGGREGATE -> aggregate(plain(function, written, acceptDistinct()));
            case COUNT -> aggregate(count(function));
            case WINDOW -> windowed(plain(function, written, false), false);
            case WINDOW_VALUE -> windowed(plain(function, written, false), true);
            case WINDOW_OFFSET -> windowed(offset(function), true);
            case NTH_VALUE -> nthValue(function);
            case NTILE -> windowed(call(function, List.of(constant())), false);
            case DATE_OR_DAYS, DATE_INTERVAL, CAST, CHAR, CONVERT, EXTRACT, GROUP_CONCAT, JSON_VALUE, POSITION,
                    SUBSTRING, TIMESTAMP_UNIT, TRIM, WEIGHT_STRING ->
                    ended(special(function));
        };
        cursor.leave(siblings);
        return call;
    }

    private Expression special(Function function) {
        Expression call = new SpecialFunctionParser(cursor, expressions).parse(function);
        cursor.grow();
        return call;
    }

    private Expression ended(Expression call) {
        cursor.expect(TokenKind.RIGHT_PAREN);
        return call;
    }

    private Call plain(Function function, String written, boolean distinct) {
        List<Expression> arguments = cursor.at(TokenKind.RIGHT_PAREN) ? List.of() : expressions.parseList();
        if (!function.takes(arguments.size()) && cursor.at(TokenKind.RIGHT_PAREN)) {
            throw wrongCount(written, arguments.size());
        }
        cursor.grow();
        return new Call(null, function.name(written), distinct, arguments);
    }

    private RuntimeException wrongCount(String name, int arguments) {
        return cursor.error(name + " does not take " + arguments + (arguments == 1 ? " argument" : " arguments"));
    }

    private Call call(Function function, List<Expression> arguments) {
        return call(function, false, arguments);
    }

    private Call call(Function function, boolean distinct, List<Expression> arguments) {
        cursor.grow();
        return new Call(null, function.name(""), distinct, arguments);
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
                ? call(function, true, expressions.parseList())
                : plain(function, function.name(""), false);
    }

    private boolean acceptDistinct() {
        if (cursor.at(Keyword.ALL)) {
            throw TokenCursor.unsupported("ALL in an aggregate");
        }
        return cursor.acceptDistinct();
    }

    private Expression aggregate(Expression call) {
        cursor.expect(TokenKind.RIGHT_PAREN);
        return cursor.at(Keyword.OVER)
                ? new WindowParser(cursor, expressions).over(call, NullTreatment.DEFAULT)
                : call;
    }

    private Expression windowed(Call call, boolean takesNulls) {
        cursor.expect(TokenKind.RIGHT_PAREN);
        return over(call, takesNulls);
    }

    private Expression over(Call call, boolean takesNulls) {
        WindowParser windows = new WindowParser(cursor, expressions);
        return windows.over(call, takesNulls ? windows.nulls() : NullTreatment.DEFAULT);
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

    private Expression nthValue(Function function) {
        Expression value = expressions.parse();
        cursor.expect(TokenKind.COMMA);
        Call call = call(function, List.of(value, constant()));
        cursor.expect(TokenKind.RIGHT_PAREN);
        if (cursor.accept(Keyword.FROM)) {
            if (cursor.at(Keyword.LAST)) {
                throw TokenCursor.unsupported("FROM LAST");
            }
            cursor.expect(Keyword.FIRST);
        }
        return over(call, true);
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
