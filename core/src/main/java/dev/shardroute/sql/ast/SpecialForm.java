package dev.shardroute.sql.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Functions whose arguments have a grammar of their own. */
public sealed interface SpecialForm extends Expression {
    /** {@code CAST(operand AS type [ARRAY])}. */
    record Cast(Expression operand, DataType type, boolean array) implements SpecialForm {}

    /** {@code CONVERT(operand, type)}; {@code BINARY operand} is {@code CONVERT(operand, BINARY)}. */
    record Convert(Expression operand, DataType type) implements SpecialForm {}

    /** {@code CONVERT(operand USING charset)}. */
    record ConvertUsing(Expression operand, String charset) implements SpecialForm {}

    /** {@code CHAR(codes USING charset)}; without a character set it is a {@link Expression.Call}. */
    record CharUsing(List<Expression> codes, String charset) implements SpecialForm {
        /** Copies the list. */
        public CharUsing {
            codes = List.copyOf(codes);
        }
    }

    /** {@code EXTRACT(unit FROM operand)}. */
    record Extract(IntervalUnit unit, Expression operand) implements SpecialForm {}

    /**
     * {@code TRIM([side] [remove] FROM operand)}.
     *
     * @param side    where; {@link TrimSide#DEFAULT} when the statement does not say
     * @param remove  what is removed, or null for blanks
     * @param operand what from
     */
    record Trim(TrimSide side, @Nullable Expression remove, Expression operand) implements SpecialForm {}

    /** Where TRIM removes. */
    enum TrimSide {
        DEFAULT, BOTH, LEADING, TRAILING
    }

    /** {@code WEIGHT_STRING(operand [AS type])}; the type CHAR or BINARY with a length, or null. */
    record WeightString(Expression operand, @Nullable DataType type) implements SpecialForm {}

    /**
     * {@code GROUP_CONCAT(…)}.
     *
     * @param distinct  true for DISTINCT
     * @param arguments the arguments, one at least
     * @param orderBy   the order
     * @param separator the separator, or null for a comma
     * @param limit     how many values, or null
     */
    record GroupConcat(boolean distinct, List<Expression> arguments, List<OrderItem> orderBy,
            @Nullable String separator, @Nullable Limit limit) implements SpecialForm {
        /** Copies the lists. */
        public GroupConcat {
            arguments = List.copyOf(arguments);
            orderBy = List.copyOf(orderBy);
        }
    }

    /**
     * {@code JSON_VALUE(document, path [RETURNING type] [… ON EMPTY] [… ON ERROR])}.
     *
     * @param document  the JSON
     * @param path      the path of the value
     * @param returning its type, or null
     * @param onEmpty   what is given where there is none, or null
     * @param onError   what is given where that fails, or null
     */
    record JsonValue(Expression document, Expression path, @Nullable DataType returning, @Nullable JsonFallback onEmpty,
            @Nullable JsonFallback onError) implements SpecialForm {}

    /** {@code MATCH(columns) AGAINST (pattern [mode])}. */
    record Match(List<Expression> columns, Expression pattern, MatchMode mode) implements SpecialForm {
        /** Copies the list. */
        public Match {
            columns = List.copyOf(columns);
        }
    }

    /** How MATCH searches. */
    enum MatchMode {
        DEFAULT(""), BOOLEAN(" in boolean mode"), NATURAL_LANGUAGE(" in natural language mode"),
        NATURAL_LANGUAGE_EXPANSION(" in natural language mode with query expansion"),
        EXPANSION(" with query expansion");

        private final String sql;

        MatchMode(String sql) {
            this.sql = sql;
        }

        /** The clause in canonical form, from the blank on. */
        public String sql() {
            return sql;
        }
    }

    /**
     * A function over a window. FROM FIRST is what functions do anyway, and not part of the tree.
     *
     * @param function a {@link Expression.Call} or {@link Expression.CountStar}
     * @param nulls    whether nulls count
     * @param window   the window
     */
    record Windowed(Expression function, NullTreatment nulls, Window window) implements SpecialForm {}

    /** Whether a window function counts nulls. */
    enum NullTreatment {
        DEFAULT(""), RESPECT(" respect nulls"), IGNORE(" ignore nulls");

        private final String sql;

        NullTreatment(String sql) {
            this.sql = sql;
        }

        /** The clause in canonical form, from the blank on. */
        public String sql() {
            return sql;
        }
    }
}
