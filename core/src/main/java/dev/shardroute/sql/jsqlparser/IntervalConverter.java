package dev.shardroute.sql.jsqlparser;

import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.Interval;
import dev.shardroute.sql.ast.IntervalUnit;
import java.util.Locale;
import net.sf.jsqlparser.expression.IntervalExpression;
import net.sf.jsqlparser.expression.IntervalQualifier;
import org.jspecify.annotations.Nullable;

/** Converts INTERVAL and units of time. */
final class IntervalConverter {
    private static final String OLD_PREFIX = "sql_tsi_";

    private final Pieces pieces;
    private final ExpressionConverter expressions;

    IntervalConverter(Pieces pieces, ExpressionConverter expressions) {
        this.pieces = pieces;
        this.expressions = expressions;
    }

    /** {@code INTERVAL a DAY} is read as INTERVAL around {@code a DAY}, which is an interval of other servers. */
    Interval convert(IntervalExpression interval) {
        Refusal.when(!interval.isUsingIntervalKeyword(), "an interval without INTERVAL");
        boolean isNested = interval.getExpression() instanceof IntervalExpression inner
                && !inner.isUsingIntervalKeyword() && unitText(interval) == null;
        return interval(isNested ? (IntervalExpression) interval.getExpression() : interval);
    }

    private Interval interval(IntervalExpression interval) {
        String unit = unitText(interval);
        if (unit == null) {
            throw Refusal.of("an interval without unit");
        }
        return new Interval(amount(interval), unit(unit));
    }

    private Expression amount(IntervalExpression interval) {
        return interval.getExpression() == null
                ? pieces.literal(Refusal.required(interval.getParameter(), "amount"))
                : expressions.convert(interval.getExpression());
    }

    @SuppressWarnings("deprecation") // units of two parts, such as DAY_HOUR, are nowhere else
    private static @Nullable String unitText(IntervalExpression interval) {
        IntervalQualifier qualifier = interval.getIntervalQualifier();
        if (qualifier == null) {
            return interval.getIntervalType();
        }
        boolean isOther = qualifier.getTrailingField() != null || qualifier.getLeadingFieldPrecision() != null
                || qualifier.getFractionalSecondsPrecision() != null;
        Refusal.when(isOther, "the interval " + qualifier);
        return qualifier.getLeadingField();
    }

    /** The unit of that name. */
    static IntervalUnit unit(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        String unit = lower.startsWith(OLD_PREFIX) ? lower.substring(OLD_PREFIX.length()) : lower;
        for (IntervalUnit known : IntervalUnit.values()) {
            if (known.sql().equals(unit)) {
                return known;
            }
        }
        throw Refusal.of("the unit " + name);
    }
}
