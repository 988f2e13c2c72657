package dev.shardroute.type;

import dev.shardroute.error.ErrorCode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Bind variables by name, without the colon. Immutable. A {@code ?} in a statement is the variable {@code v1}, the next
 * one {@code v2}, and so on.
 *
 * @param values the variables; iteration order is the order of insertion
 */
public record Binds(Map<String, BindValue> values) {
    /** No bind variables. */
    public static final Binds NONE = new Binds(Map.of());

    /** Copies the map. */
    public Binds {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /**
     * The variables {@code v1}, {@code v2}, … for the question marks of a statement. Accepts null, {@link BindValue}, whole
     * and decimal numbers, strings, byte arrays, booleans, collections of these for list variables, and collections of such
     * collections for those whose members are rows.
     *
     * @throws dev.shardroute.error.ShardrouteException {@code SR04001} for an object of another class
     */
    public static Binds of(@Nullable Object... positional) {
        Map<String, BindValue> values = new LinkedHashMap<>();
        for (@Nullable Object object : positional) {
            String name = "v" + (values.size() + 1);
            values.put(name, toBindValue(name, object));
        }
        return new Binds(values);
    }

    /** These variables and one more; a variable of the same name is replaced. */
    public Binds with(String name, @Nullable Object value) {
        Map<String, BindValue> all = new LinkedHashMap<>(values);
        all.put(name, toBindValue(name, value));
        return new Binds(all);
    }

    /**
     * The value of a single-valued variable.
     *
     * @throws dev.shardroute.error.ShardrouteException {@code VT03026} when there is none, {@code SR04001} for a list
     */
    public Value value(String name) {
        return switch (bind(name)) {
            case Value value -> value;
            case TupleValue tuple -> throw ErrorCode.SR04001.error(name, "a single value is needed, this is a list");
            case RowsValue rows -> throw ErrorCode.SR04001.error(name, "a single value is needed, this is a list");
        };
    }

    /**
     * The members of a list variable.
     *
     * @throws dev.shardroute.error.ShardrouteException {@code VT03026} when there is none, {@code SR04001} when it is no list
     */
    public List<Value> tuple(String name) {
        return switch (bind(name)) {
            case TupleValue tuple -> tuple.values();
            case Value value -> throw ErrorCode.SR04001.error(name, "a list is needed, this is a single value");
            case RowsValue rows -> throw ErrorCode.SR04001.error(name, "single values are needed, these are rows");
        };
    }

    /**
     * The value of a variable of either kind.
     *
     * @throws dev.shardroute.error.ShardrouteException {@code VT03026} when there is none
     */
    public BindValue bind(String name) {
        BindValue value = values.get(name);
        if (value == null) {
            throw ErrorCode.VT03026.error(name);
        }
        return value;
    }

    private static BindValue toBindValue(String name, @Nullable Object object) {
        return switch (object) {
            case null -> Value.NULL;
            case BindValue value -> value;
            case Collection<?> members -> toList(name, members);
            default -> toValue(name, object);
        };
    }

    private static BindValue toList(String name, Collection<?> members) {
        boolean areRows = !members.isEmpty() && members.stream().allMatch(Collection.class::isInstance);
        return areRows
                ? new RowsValue(members.stream().map(row -> toTuple(name, (Collection<?>) row)).toList())
                : toTuple(name, members);
    }

    private static TupleValue toTuple(String name, Collection<?> members) {
        return new TupleValue(members.stream().map(member -> toValue(name, member)).toList());
    }

    private static Value toValue(String name, @Nullable Object object) {
        return switch (object) {
            case null -> Value.NULL;
            case Value value -> value;
            case Long number -> Value.of(number);
            case Integer number -> Value.of(number.longValue());
            case Short number -> Value.of(number.longValue());
            case Byte number -> Value.of(number.longValue());
            case Boolean flag -> Value.of(flag ? 1 : 0);
            case BigInteger number -> Value.of(number.bitLength() < 64 ? Type.INT64 : Type.UINT64, number.toString());
            case BigDecimal number -> Value.of(Type.DECIMAL, number.toPlainString());
            case Double number -> Value.of(Type.FLOAT64, number.toString());
            case Float number -> Value.of(Type.FLOAT32, number.toString());
            case String text -> Value.of(text);
            case byte[] bytes -> Value.of(bytes);
            default -> throw ErrorCode.SR04001.error(name, "no SQL type for " + object.getClass().getName());
        };
    }
}
