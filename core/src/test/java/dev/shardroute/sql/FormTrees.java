package dev.shardroute.sql;

import dev.shardroute.sql.ast.DataType;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.Call;
import dev.shardroute.sql.ast.Expression.CountStar;
import dev.shardroute.sql.ast.Expression.Literal;
import dev.shardroute.sql.ast.Expression.Null;
import dev.shardroute.sql.ast.Expression.Variable;
import dev.shardroute.sql.ast.IntervalUnit;
import dev.shardroute.sql.ast.JsonFallback;
import dev.shardroute.sql.ast.Limit;
import dev.shardroute.sql.ast.OrderItem;
import dev.shardroute.sql.ast.SpecialForm;
import dev.shardroute.sql.ast.SpecialForm.Cast;
import dev.shardroute.sql.ast.SpecialForm.CharUsing;
import dev.shardroute.sql.ast.SpecialForm.Convert;
import dev.shardroute.sql.ast.SpecialForm.ConvertUsing;
import dev.shardroute.sql.ast.SpecialForm.Extract;
import dev.shardroute.sql.ast.SpecialForm.GroupConcat;
import dev.shardroute.sql.ast.SpecialForm.JsonValue;
import dev.shardroute.sql.ast.SpecialForm.Match;
import dev.shardroute.sql.ast.SpecialForm.MatchMode;
import dev.shardroute.sql.ast.SpecialForm.NullTreatment;
import dev.shardroute.sql.ast.SpecialForm.Trim;
import dev.shardroute.sql.ast.SpecialForm.TrimSide;
import dev.shardroute.sql.ast.SpecialForm.WeightString;
import dev.shardroute.sql.ast.SpecialForm.Windowed;
import dev.shardroute.sql.ast.Window;
import dev.shardroute.sql.ast.Window.Bound;
import dev.shardroute.sql.ast.Window.BoundKind;
import dev.shardroute.sql.ast.Window.Frame;
import dev.shardroute.type.Value;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Random functions with a grammar of their own, as the parser could have made them. */
final class FormTrees {
    private static final List<String> CHARSETS = List.of("utf8mb4", "latin1", "binary");
    private static final List<DataType> TYPES =
            List.of(DataType.of("signed"), DataType.of("JSON"), DataType.of("double precision"),
                    sized("binary", "4", null), sized("decimal", "10", "2"), sized("Datetime", "6", null),
                    text(null, null, false), text("20", "latin1", true), text("20", null, true));

    private final ExpressionTrees trees;
    private final Random random;
    private final Supplier<Expression> child;

    FormTrees(ExpressionTrees trees, Random random, Supplier<Expression> child) {
        this.trees = trees;
        this.random = random;
        this.child = child;
    }

    SpecialForm any() {
        return switch (random.nextInt(11)) {
            case 0 -> new Cast(child.get(), type(), trees.flag());
            case 1 -> new Convert(child.get(), type());
            case 2 -> new ConvertUsing(child.get(), trees.of(CHARSETS));
            case 3 -> new CharUsing(trees.list(1, child), trees.of(CHARSETS));
            case 4 -> new Extract(trees.of(List.of(IntervalUnit.values())), child.get());
            case 5 -> trim();
            case 6 -> new WeightString(child.get(), trees.flag() ? null : sized("char", "3", null));
            case 7 -> groupConcat();
            case 8 -> new JsonValue(child.get(), child.get(), trees.flag() ? null : type(), fallback(), fallback());
            case 9 -> new Match(trees.list(1, trees::column), child.get(), trees.of(List.of(MatchMode.values())));
            default -> windowed();
        };
    }

    private DataType type() {
        return trees.of(TYPES);
    }

    private static DataType sized(String name, String length, @Nullable String scale) {
        return new DataType(name, length, scale, false, false, null, false, null, List.of());
    }

    private static DataType text(@Nullable String length, @Nullable String charset, boolean binary) {
        return new DataType("char", length, null, false, false, charset, binary, null, List.of());
    }

    private Trim trim() {
        return new Trim(trees.of(List.of(TrimSide.values())), trees.flag() ? null : child.get(), child.get());
    }

    private GroupConcat groupConcat() {
        Limit limit = new Limit(trees.flag() ? null : new Variable("offset"), new Literal(Value.of(3)));
        return new GroupConcat(trees.flag(), trees.list(1, child), order(), trees.flag() ? null : "it's",
                trees.flag() ? null : limit);
    }

    private List<OrderItem> order() {
        return trees.list(0, () -> new OrderItem(child.get(), trees.flag()));
    }

    private @Nullable JsonFallback fallback() {
        return switch (random.nextInt(4)) {
            case 0 -> new JsonFallback.Fail();
            case 1 -> new JsonFallback.ToNull();
            case 2 -> new JsonFallback.ToValue(new Literal(Value.of("it's")));
            default -> null;
        };
    }

    private Windowed windowed() {
        NullTreatment nulls = trees.of(List.of(NullTreatment.values()));
        return switch (random.nextInt(5)) {
            case 0 -> new Windowed(new CountStar(), NullTreatment.DEFAULT, window());
            case 1 -> new Windowed(call("sum", child.get()), NullTreatment.DEFAULT, window());
            case 2 -> new Windowed(call("first_value", child.get()), nulls, window());
            case 3 -> new Windowed(call("lag", child.get(), new Null(), child.get()), nulls, window());
            default -> new Windowed(call("row_number"), NullTreatment.DEFAULT, window());
        };
    }

    private static Call call(String name, Expression... arguments) {
        return new Call(null, name, false, List.of(arguments));
    }

    private Window window() {
        return trees.flag()
                ? new Window.Reference(trees.name())
                : new Window.Specification(trees.flag() ? null : trees.name(), trees.list(0, child), order(), frame());
    }

    private @Nullable Frame frame() {
        Window.Unit unit = trees.of(List.of(Window.Unit.values()));
        return trees.flag() ? null : new Frame(unit, bound(), trees.flag() ? null : bound());
    }

    private Bound bound() {
        BoundKind kind = trees.of(List.of(BoundKind.values()));
        return switch (kind) {
            case PRECEDING, FOLLOWING -> new Bound(kind,
                    trees.of(List.of(new Literal(Value.of(2)), new Variable("n"), trees.interval(child))));
            case CURRENT_ROW, UNBOUNDED_PRECEDING, UNBOUNDED_FOLLOWING -> new Bound(kind, null);
        };
    }
}
