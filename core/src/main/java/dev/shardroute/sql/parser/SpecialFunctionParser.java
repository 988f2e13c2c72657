package dev.shardroute.sql.parser;

import dev.shardroute.sql.ast.DataType;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.Call;
import dev.shardroute.sql.ast.Expression.Interval;
import dev.shardroute.sql.ast.Expression.Word;
import dev.shardroute.sql.ast.IntervalUnit;
import dev.shardroute.sql.ast.OrderItem;
import dev.shardroute.sql.ast.SpecialForm;
import dev.shardroute.sql.ast.SpecialForm.Cast;
import dev.shardroute.sql.ast.SpecialForm.CharUsing;
import dev.shardroute.sql.ast.SpecialForm.Convert;
import dev.shardroute.sql.ast.SpecialForm.ConvertUsing;
import dev.shardroute.sql.ast.SpecialForm.Extract;
import dev.shardroute.sql.ast.SpecialForm.GroupConcat;
import dev.shardroute.sql.ast.SpecialForm.JsonValue;
import dev.shardroute.sql.ast.SpecialForm.Trim;
import dev.shardroute.sql.ast.SpecialForm.TrimSide;
import dev.shardroute.sql.ast.SpecialForm.WeightString;
import dev.shardroute.sql.lex.Keyword;
import dev.shardroute.sql.lex.TokenKind;
import dev.shardroute.sql.parser.Functions.Function;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Parses functions whose arguments have a grammar of their own: what stands in their parentheses. */
final class SpecialFunctionParser {
    private final TokenCursor cursor;
    private final ExpressionParser expressions;
    private final TypeParser types;
    private final IntervalParser intervals;

    SpecialFunctionParser(TokenCursor cursor, ExpressionParser expressions) {
        this.cursor = cursor;
        this.expressions = expressions;
        this.types = new TypeParser(cursor);
        this.intervals = new IntervalParser(cursor, expressions);
    }

    Expression parse(Function function) {
        return switch (function.form()) {
            case DATE_OR_DAYS, DATE_INTERVAL -> date(function);
            case CAST -> cast();
            case CHAR -> character(function);
            case CONVERT -> convert();
            case EXTRACT -> extract();
            case GROUP_CONCAT -> groupConcat();
            case JSON_VALUE -> jsonValue();
            case POSITION -> position(function);
            case SUBSTRING -> substring(function);
            case TIMESTAMP_UNIT -> timestamp(function);
            case TRIM -> trim();
            case WEIGHT_STRING -> weightString();
            default -> throw cursor.error("expected another function before this");
        };
    }

    private static Call call(Function function, List<Expression> arguments) {
        return new Call(null, function.name(""), false, arguments);
    }

    private Call date(Function function) {
        Expression date = expressions.parse();
        cursor.expect(TokenKind.COMMA);
        Expression change = expressions.parseOrInterval();
        if (function.form() == FunctionForm.DATE_INTERVAL && !(change instanceof Interval)) {
            throw cursor.error("expected an interval before this");
        }
        return call(function, List.of(date, change));
    }

    private Cast cast() {
        Expression operand = expressions.parse();
        if (cursor.atWord("AT")) {
            throw TokenCursor.unsupported("AT TIME ZONE");
        }
        cursor.expect(Keyword.AS);
        DataType type = types.castType();
        return new Cast(operand, type, cursor.accept(Keyword.ARRAY));
    }

    private SpecialForm convert() {
        Expression operand = expressions.parse();
        if (cursor.accept(Keyword.USING)) {
            return new ConvertUsing(operand, types.charset());
        }
        cursor.expect(TokenKind.COMMA);
        return new Convert(operand, types.castType());
    }

    private Expression character(Function function) {
        List<Expression> codes = expressions.parseList();
        return cursor.accept(Keyword.USING) ? new CharUsing(codes, types.charset()) : call(function, codes);
    }

    private Extract extract() {
        IntervalUnit unit = intervals.unit();
        cursor.expect(Keyword.FROM);
        return new Extract(unit, expressions.parse());
    }

    /** From the parenthesis to the one that closes it: the only function of this kind whose name is no keyword. */
    Call getFormat(String name) {
        cursor.expect(TokenKind.LEFT_PAREN);
        Word type = switch (cursor.keyword()) {
            case DATE, DATETIME, TIME, TIMESTAMP -> new Word(cursor.take().toLowerCase(Locale.ROOT));
            default -> throw cursor.error("expected DATE, TIME or DATETIME");
        };
        cursor.expect(TokenKind.COMMA);
        Expression style = expressions.parse();
        cursor.expect(TokenKind.RIGHT_PAREN);
        cursor.grow();
        return new Call(null, name, false, List.of(type, style));
    }

    private Call timestamp(Function function) {
        Word unit = new Word(intervals.simpleUnit().sql());
        cursor.expect(TokenKind.COMMA);
        Expression first = expressions.parse();
        cursor.expect(TokenKind.COMMA);
        return call(function, List.of(unit, first, expressions.parse()));
    }

    private Call position(Function function) {
        Expression searched = expressions.parse(ExpressionParser.BIT_OR);
        cursor.expect(Keyword.IN);
        return call(function, List.of(searched, expressions.parse()));
    }

    /** FROM and FOR are other words for the commas. */
    private Call substring(Function function) {
        List<Expression> arguments = new ArrayList<>();
        arguments.add(expressions.parse());
        boolean hasWords = cursor.accept(Keyword.FROM);
        if (!hasWords) {
            cursor.expect(TokenKind.COMMA);
        }
        arguments.add(expressions.parse());
        if (hasWords ? cursor.accept(Keyword.FOR) : cursor.accept(TokenKind.COMMA)) {
            arguments.add(expressions.parse());
        }
        return call(function, arguments);
    }

    private Trim trim() {
        TrimSide side = side();
        if (side != TrimSide.DEFAULT) {
            cursor.advance();
            Expression remove = cursor.at(Keyword.FROM) ? null : expressions.parse();
            cursor.expect(Keyword.FROM);
            return new Trim(side, remove, expressions.parse());
        }
        Expression first = expressions.parse();
        return cursor.accept(Keyword.FROM)
                ? new Trim(side, first, expressions.parse())
                : new Trim(side, null, first);
    }

    private TrimSide side() {
        return switch (cursor.keyword()) {
            case BOTH -> TrimSide.BOTH;
            case LEADING -> TrimSide.LEADING;
            case TRAILING -> TrimSide.TRAILING;
            default -> TrimSide.DEFAULT;
        };
    }

    private WeightString weightString() {
        Expression operand = expressions.parse();
        if (!cursor.accept(Keyword.AS)) {
            return new WeightString(operand, null);
        }
        if (!cursor.at(Keyword.CHAR) && !cursor.at(Keyword.BINARY)) {
            throw cursor.error("expected CHAR or BINARY");
        }
        return new WeightString(operand, types.sized());
    }

    private GroupConcat groupConcat() {
        boolean distinct = cursor.acceptDistinct();
        List<Expression> arguments = expressions.parseList();
        ClauseParser clauses = new ClauseParser(cursor, expressions);
        int siblings = cursor.enter();
        List<OrderItem> orderBy = clauses.orderBy();
        cursor.leave(siblings);
        cursor.grow(); // an item of the order is a level of its own
        String separator = cursor.accept(Keyword.SEPARATOR) ? types.string() : null;
        return new GroupConcat(distinct, arguments, orderBy, separator, clauses.limit());
    }

    private JsonValue jsonValue() {
        Expression document = expressions.parse();
        cursor.expect(TokenKind.COMMA);
        Expression path = expressions.parse();
        DataType returning = cursor.accept(Keyword.RETURNING) ? types.castType() : null;
        JsonFallbackParser.Fallbacks fallbacks = new JsonFallbackParser(cursor, expressions).parse();
        return new JsonValue(document, path, returning, fallbacks.onEmpty(), fallbacks.onError());
    }
}
