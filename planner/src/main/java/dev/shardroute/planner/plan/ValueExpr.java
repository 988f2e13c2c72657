package dev.shardroute.planner.plan;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expressions;
import dev.shardroute.sql.function.Constants;
import dev.shardroute.sql.printer.SqlPrinter;
import dev.shardroute.type.Binds;
import dev.shardroute.type.RowsValue;
import dev.shardroute.type.TupleValue;
import dev.shardroute.type.Value;
import java.util.List;

/**
 * A value that routing needs, known when the bind variables are.
 */
public sealed interface ValueExpr {
    /** The one value. */
    Value evaluate(Binds binds);

    /** The values, where the expression stands for a list; otherwise the one value. */
    default List<Value> evaluateList(Binds binds) {
        return List.of(evaluate(binds));
    }

    /**
     * A constant.
     *
     * @param value the value
     * @param sql   how the statement writes it
     */
    record Constant(Value value, String sql) implements ValueExpr {
        /** A constant, written as plan descriptions write values. */
        public static Constant of(Value value) {
            return new Constant(value, EvaluatedText.of(value));
        }

        @Override
        public Value evaluate(Binds binds) {
            return value;
        }

        @Override
        public String toString() {
            return sql;
        }
    }

    /** A bind variable of one value. */
    record Variable(String name) implements ValueExpr {
        @Override
        public Value evaluate(Binds binds) {
            return binds.value(name);
        }

        @Override
        public String toString() {
            return ":" + name;
        }
    }

    /** A bind variable of a list. */
    record ListVariable(String name) implements ValueExpr {
        @Override
        public Value evaluate(Binds binds) {
            return binds.value(name);
        }

        @Override
        public List<Value> evaluateList(Binds binds) {
            return binds.tuple(name);
        }

        @Override
        public String toString() {
            return "::" + name;
        }
    }

    /**
     * One column of a bind variable whose members are rows: of {@code ::rows} in {@code (a, b) in ::rows}.
     *
     * @param name  the variable
     * @param index the place of the column in each row, from 0 on
     */
    record RowsColumn(String name, int index) implements ValueExpr {
        @Override
        public Value evaluate(Binds binds) {
            throw ErrorCode.VT13001.error("a list stands where one value is needed");
        }

        @Override
        public List<Value> evaluateList(Binds binds) {
            return switch (binds.bind(name)) {
                case RowsValue(var rows) -> rows.stream().map(this::member).toList();
                case TupleValue values ->
                        throw ErrorCode.SR04001.error(name, "rows are needed, these are single values");
                case Value value -> throw ErrorCode.SR04001.error(name, "rows are needed, this is a single value");
            };
        }

        private Value member(TupleValue row) {
            if (index >= row.values().size()) {
                throw ErrorCode.SR04001.error(name, "a row has " + row.values().size() + " values, the statement needs "
                        + (index + 1));
            }
            return row.values().get(index);
        }

        @Override
        public String toString() {
            return name + ":" + index;
        }
    }

    /** A list that is written out. */
    record Tuple(List<ValueExpr> members) implements ValueExpr {
        /** Copies the list. */
        public Tuple {
            members = List.copyOf(members);
        }

        @Override
        public Value evaluate(Binds binds) {
            throw ErrorCode.VT13001.error("a list stands where one value is needed");
        }

        @Override
        public List<Value> evaluateList(Binds binds) {
            return members.stream().map(member -> member.evaluate(binds)).toList();
        }

        @Override
        public String toString() {
            return "(" + String.join(", ", members.stream().map(ValueExpr::toString).toList()) + ")";
        }
    }

    /** What MySQL computes of bind variables and literals; no column is in it. */
    record Computed(Expression expression) implements ValueExpr {
        @Override
        public Value evaluate(Binds binds) {
            Expression bound = Expressions.rewrite(expression, part -> bound(part, binds));
            return Constants.fold(bound)
                    .orElseThrow(() -> ErrorCode.VT12001.error("computing " + SqlPrinter.print(bound)));
        }

        private static Expression bound(Expression part, Binds binds) {
            return switch (part) {
                case Expression.Variable variable -> literal(binds.value(variable.name()));
                case Expression.ListVariable(var name) ->
                        new Expression.Tuple(binds.tuple(name).stream().map(Computed::literal).toList());
                default -> part;
            };
        }

        private static Expression literal(Value value) {
            return value.isNull() ? new Expression.Null() : new Expression.Literal(value);
        }

        @Override
        public String toString() {
            return SqlPrinter.print(expression);
        }
    }
}
