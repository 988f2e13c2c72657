package dev.shardroute.planner.plan;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expressions;
import dev.shardroute.sql.function.Constants;
import dev.shardroute.sql.printer.SqlPrinter;
import dev.shardroute.type.BindValue;
import dev.shardroute.type.Binds;
import dev.shardroute.type.RowsValue;
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

    /**
     * One column of the rows of a bind variable.
     *
     * @param name   the name of the variable
     * @param column the column, from 0 on
     */
    record RowsColumn(String name, int column) implements ValueExpr {
        @Override
        public Value evaluate(Binds binds) {
            throw ErrorCode.VT13001.error("rows stand where one value is needed");
        }

        @Override
        public List<Value> evaluateList(Binds binds) {
            BindValue value = binds.bind(name);
            if (!(value instanceof RowsValue(var rows))) {
                throw ErrorCode.SR04001.error(name, "rows are needed");
            }
            return rows.stream().map(row -> {
                if (column >= row.values().size()) {
                    throw ErrorCode.SR04001.error(name, "a row has too few values");
                }
                return row.values().get(column);
            }).toList();
        }

        @Override
        public String toString() {
            return name + ":" + column;
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
