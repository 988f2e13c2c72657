package dev.shardroute.sql.parser;

import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.Call;
import dev.shardroute.sql.ast.Expression.Interval;
import dev.shardroute.sql.ast.IntervalUnit;
import dev.shardroute.sql.lex.Keyword;
import dev.shardroute.sql.lex.TokenKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Parses INTERVAL, which is an interval or the function of that name, and units of time. */
final class IntervalParser {
    private static final Map<Keyword, IntervalUnit> UNITS = units();

    private final TokenCursor cursor;
    private final ExpressionParser expressions;

    IntervalParser(TokenCursor cursor, ExpressionParser expressions) {
        this.cursor = cursor;
        this.expressions = expressions;
    }

    /**
     * The {@link Interval} that the cursor is at, or the call: only the comma tells {@code INTERVAL (1) DAY} from
     * {@code INTERVAL(1, 2)}.
     */
    Expression parse() {
        cursor.expect(Keyword.INTERVAL);
        if (!cursor.at(TokenKind.LEFT_PAREN)) {
            return interval(expressions.parse());
        }
        Expression first = expressions.opened();
        if (cursor.at(TokenKind.COMMA)) {
            return call(first);
        }
        cursor.expect(TokenKind.RIGHT_PAREN);
        return interval(expressions.parseFrom(first));
    }

    /** The interval that the cursor is at. */
    Interval interval() {
        return asInterval(parse());
    }

    private Interval asInterval(Expression parsed) {
        if (parsed instanceof Interval interval) {
            return interval;
        }
        throw cursor.error("expected an interval before this");
    }

    /** A unit of time. */
    IntervalUnit unit() {
        IntervalUnit unit = UNITS.get(cursor.keyword());
        if (unit == null) {
            throw cursor.error("expected a unit of time");
        }
        cursor.advance();
        return unit;
    }

    /** A unit of one number, as TIMESTAMPDIFF takes it. */
    IntervalUnit simpleUnit() {
        @Nullable IntervalUnit unit = UNITS.get(cursor.keyword());
        if (unit != null && unit.compareTo(IntervalUnit.MICROSECOND) > 0) {
            throw cursor.error("expected a unit of one part");
        }
        return unit();
    }

    private Interval interval(Expression amount) {
        IntervalUnit unit = unit();
        cursor.grow();
        return new Interval(amount, unit);
    }

    private Call call(Expression first) {
        List<Expression> arguments = new ArrayList<>();
        arguments.add(first);
        while (cursor.accept(TokenKind.COMMA)) {
            arguments.add(expressions.parse());
        }
        cursor.expect(TokenKind.RIGHT_PAREN);
        cursor.grow();
        return new Call(null, "interval", false, arguments);
    }

    private static Map<Keyword, IntervalUnit> units() {
        Map<Keyword, IntervalUnit> units = new EnumMap<>(Keyword.class);
        for (IntervalUnit unit : IntervalUnit.values()) {
            units.put(Keyword.valueOf(unit.name()), unit);
            if (unit.compareTo(IntervalUnit.MICROSECOND) <= 0) {
                units.put(Keyword.valueOf("SQL_TSI_" + unit.name()), unit);
            }
        }
        return units;
    }
}
