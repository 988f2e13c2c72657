package dev.shardroute.planner.semantics;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.BoundColumn;
import dev.shardroute.sql.ast.Expression.Collate;
import dev.shardroute.sql.ast.Expression.Column;
import dev.shardroute.sql.ast.Expression.Literal;
import dev.shardroute.sql.ast.SelectItem;
import dev.shardroute.type.Type;
import dev.shardroute.type.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The items of a bound select list, by their names and by their places. */
final class SelectList {
    private final List<SelectItem> items;
    private final Map<String, Named> named = new HashMap<>();
    private @Nullable Map<String, Named> texts;

    /**
     * What a name stands for.
     *
     * @param expression the item
     * @param ambiguous  true when items that differ have the name
     */
    record Named(Expression expression, boolean ambiguous) {}

    SelectList(List<SelectItem> items) {
        this.items = List.copyOf(items);
        for (SelectItem item : items) {
            if (item instanceof SelectItem.Item column && isNamed(column)) {
                add(named, column);
            }
        }
    }

    private static boolean isNamed(SelectItem.Item item) {
        return item.alias() != null || item.expression() instanceof BoundColumn || item.expression() instanceof Column;
    }

    private static void add(Map<String, Named> names, SelectItem.Item item) {
        String name = Names.ofColumn(item).toLowerCase(Locale.ROOT);
        Named old = names.get(name);
        boolean differs = old != null && (old.ambiguous || !old.expression.equals(item.expression()));
        names.put(name, new Named(item.expression(), differs));
    }

    /** The item of a name, in whatever case. */
    Optional<Named> find(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        Named found = named.get(lower);
        return Optional.ofNullable(found == null ? texts().get(lower) : found);
    }

    /** What has no name is named by its text; that is made when it is asked for. */
    private Map<String, Named> texts() {
        if (texts == null) {
            texts = new HashMap<>();
            for (SelectItem item : items) {
                if (item instanceof SelectItem.Item column && !isNamed(column)) {
                    add(texts, column);
                }
            }
        }
        return texts;
    }

    /** The item of a name. */
    Optional<Expression> expression(Column column) {
        Optional<Named> found = column.table() == null ? find(column.name()) : Optional.empty();
        if (found.filter(Named::ambiguous).isPresent()) {
            throw ErrorCode.VT03021.error(column.name());
        }
        return found.map(Named::expression);
    }

    /** True when a star is left, so that not all items are known. */
    boolean hasStar() {
        return items.stream().anyMatch(SelectItem.Star.class::isInstance);
    }

    /** True when the column itself is an item. */
    boolean contains(BoundColumn column) {
        return items.stream().anyMatch(item -> item instanceof SelectItem.Item(var expression, var alias)
                && expression.equals(column));
    }

    // places

    /** The place that a number in ORDER BY or GROUP BY means; empty for any other expression. */
    static Optional<String> place(Expression expression) {
        Expression number = expression instanceof Collate(var operand, var collation) ? operand : expression;
        return number instanceof Literal(var value) && value.type() == Type.INT64
                ? Optional.of(value.text())
                : Optional.empty();
    }

    /** What stands at the place that {@code number} means, with its COLLATE. */
    Expression at(Expression number, String clause) {
        Expression item = item(place(number).orElseThrow(), clause).expression();
        if (place(item).isPresent()) {
            return new Literal(Value.of(""));
        }
        return number instanceof Collate(var operand, var collation) ? new Collate(item, collation) : item;
    }

    /** The item at a place, from 1 on. */
    SelectItem.Item item(String place, String clause) {
        int index = index(place, clause);
        for (int i = 0; i < index; i++) {
            if (!(items.get(i) instanceof SelectItem.Item)) {
                throw ErrorCode.VT09015.error("the " + clause + " has the number of a column behind a star");
            }
        }
        if (items.get(index) instanceof SelectItem.Item item) {
            return item;
        }
        throw ErrorCode.VT09015.error("the " + clause + " has the number of a star");
    }

    private int index(String place, String clause) {
        int number = place.length() > 9 ? 0 : Integer.parseInt(place);
        if (number < 1 || number > items.size()) {
            throw ErrorCode.VT03014.error(place, clause);
        }
        return number - 1;
    }
}
