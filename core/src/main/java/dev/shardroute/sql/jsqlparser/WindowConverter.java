package dev.shardroute.sql.jsqlparser;

import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.Call;
import dev.shardroute.sql.ast.Expression.CountStar;
import dev.shardroute.sql.ast.NamedWindow;
import dev.shardroute.sql.ast.OrderItem;
import dev.shardroute.sql.ast.SpecialForm.NullTreatment;
import dev.shardroute.sql.ast.SpecialForm.Windowed;
import dev.shardroute.sql.ast.Window;
import dev.shardroute.sql.ast.Window.Bound;
import dev.shardroute.sql.ast.Window.BoundKind;
import dev.shardroute.sql.ast.Window.Frame;
import dev.shardroute.sql.ast.Window.Specification;
import dev.shardroute.sql.ast.Window.Unit;
import dev.shardroute.sql.parser.FunctionNames;
import java.util.ArrayList;
import java.util.List;
import net.sf.jsqlparser.expression.AnalyticExpression;
import net.sf.jsqlparser.expression.AnalyticType;
import net.sf.jsqlparser.expression.WindowDefinition;
import net.sf.jsqlparser.expression.WindowElement;
import net.sf.jsqlparser.expression.WindowOffset;
import net.sf.jsqlparser.expression.operators.relational.ExpressionList;
import net.sf.jsqlparser.statement.select.AllColumns;
import org.jspecify.annotations.Nullable;

/** Converts functions over windows, and windows. */
final class WindowConverter {
    private final Conversion conversion;
    private final Pieces pieces;
    private final ExpressionConverter expressions;

    WindowConverter(Conversion conversion, ExpressionConverter expressions) {
        this.conversion = conversion;
        this.pieces = conversion.pieces();
        this.expressions = expressions;
    }

    Windowed convert(AnalyticExpression windowed) {
        Refusal.when(windowed.getType() != AnalyticType.OVER, "FILTER and WITHIN GROUP");
        Refusal.present(windowed.getFilterExpression(), "FILTER");
        Refusal.present(windowed.getKeep(), "KEEP");
        Refusal.present(windowed.getHavingClause(), "HAVING in a function");
        Refusal.present(windowed.getLimit(), "LIMIT in a function");
        Refusal.present(windowed.getOnOverflowTruncate(), "ON OVERFLOW");
        Refusal.any(windowed.getFuncOrderBy(), "ORDER BY in a window function");
        Refusal.any(windowed.getKeywordArguments(), "words in a window function");
        Refusal.when(windowed.isUnique(), "UNIQUE in a function");
        Expression function = function(windowed);
        return new Windowed(function, nulls(windowed), window(windowed));
    }

    private Expression function(AnalyticExpression windowed) {
        String name = FunctionNames.canonical(pieces.name(windowed.getName()));
        if (windowed.isAllColumns() || windowed.getExpression() instanceof AllColumns) {
            Refusal.when(!name.equals("count"), name + "(*)");
            return new CountStar();
        }
        List<Expression> arguments = new ArrayList<>();
        addAll(windowed.getExpression(), arguments);
        addAll(windowed.getOffset(), arguments);
        addAll(windowed.getDefaultValue(), arguments);
        return new Call(null, name, windowed.isDistinct(), arguments);
    }

    private void addAll(net.sf.jsqlparser.expression.@Nullable Expression node, List<Expression> into) {
        if (node != null && node.getClass() == ExpressionList.class) {
            into.addAll(expressions.list((ExpressionList<?>) node));
        } else if (node != null) {
            into.add(expressions.convert(node));
        }
    }

    private static NullTreatment nulls(AnalyticExpression windowed) {
        Refusal.when(windowed.getNullHandling() != null && !windowed.isIgnoreNullsOutside(),
                "IGNORE NULLS in a function");
        return switch (windowed.getNullHandling()) {
            case IGNORE_NULLS -> NullTreatment.IGNORE;
            case RESPECT_NULLS -> NullTreatment.RESPECT;
            case null -> NullTreatment.DEFAULT;
        };
    }

    private Window window(AnalyticExpression windowed) {
        String name = windowed.getWindowName();
        return name == null
                ? specification(Refusal.required(windowed.getWindowDefinition(), "window"))
                : new Window.Reference(pieces.name(name));
    }

    /** The windows of the clause WINDOW. */
    List<NamedWindow> named(@Nullable List<WindowDefinition> definitions) {
        List<NamedWindow> named = new ArrayList<>();
        for (WindowDefinition definition : definitions == null ? List.<WindowDefinition>of() : definitions) {
            named.add(new NamedWindow(pieces.name(Refusal.required(definition.getWindowName(), "name of a window")),
                    specification(definition)));
        }
        return named;
    }

    private Specification specification(WindowDefinition definition) {
        List<Expression> partitionBy = new ArrayList<>();
        if (definition.getPartitionBy() != null) {
            definition.getPartitionBy().forEach(node -> partitionBy.add(expressions.convert(node)));
        }
        List<OrderItem> orderBy = conversion.queries().orderBy(definition.getOrderByElements());
        return new Specification(null, partitionBy, orderBy, frame(definition.getWindowElement()));
    }

    private @Nullable Frame frame(@Nullable WindowElement element) {
        if (element == null) {
            return null;
        }
        Refusal.present(element.getExclusion(), "EXCLUDE in a window");
        Unit unit = switch (element.getType()) {
            case ROWS -> Unit.ROWS;
            case RANGE -> Unit.RANGE;
            case GROUPS -> throw Refusal.of("GROUPS in a window");
        };
        if (element.getRange() == null) {
            return new Frame(unit, bound(element.getOffset()), null);
        }
        Bound start = bound(element.getRange().getStart());
        return new Frame(unit, start, bound(element.getRange().getEnd()));
    }

    private Bound bound(@Nullable WindowOffset offset) {
        WindowOffset bound = Refusal.required(offset, "bound of a window");
        Expression distance = expressions.optional(bound.getExpression());
        return switch (bound.getType()) {
            case CURRENT -> new Bound(BoundKind.CURRENT_ROW, null);
            case PRECEDING ->
                    new Bound(distance == null ? BoundKind.UNBOUNDED_PRECEDING : BoundKind.PRECEDING, distance);
            case FOLLOWING ->
                    new Bound(distance == null ? BoundKind.UNBOUNDED_FOLLOWING : BoundKind.FOLLOWING, distance);
            case EXPR -> throw Refusal.of("a bound of a window without direction");
        };
    }
}
