package dev.shardroute.planner.plan;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.type.Binds;
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
}
