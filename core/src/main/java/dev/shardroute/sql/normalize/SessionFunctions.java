package dev.shardroute.sql.normalize;

import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.Call;
import dev.shardroute.sql.ast.Node;
import dev.shardroute.sql.ast.Nodes;
import dev.shardroute.sql.ast.SelectItem;
import dev.shardroute.sql.ast.Statement;
import dev.shardroute.sql.printer.SqlPrinter;
import java.util.Locale;
import java.util.Map;

/**
 * Replaces calls of functions that tell of the session by their values, because a shard would tell of its own session.
 * Immutable and thread-safe.
 *
 * @param values the value of each function without arguments, by its name in lower case
 */
public record SessionFunctions(Map<String, Expression> values) {
    /** Copies the map. */
    public SessionFunctions {
        values = Map.copyOf(values);
    }

    /** The statement with the calls replaced; what is selected keeps the name it had. */
    public Statement replaceIn(Statement statement) {
        return (Statement) replace(statement);
    }

    @SuppressWarnings("ReferenceEquality") // "unchanged" is the same object: equality by value would cost O(tree)
    private Node replace(Node node) {
        Node replaced = Nodes.mapParts(node, this::replace);
        if (replaced instanceof Call call) {
            return value(call);
        }
        boolean needsName = replaced != node && node instanceof SelectItem.Item item && item.alias() == null;
        return needsName ? named((SelectItem.Item) replaced, (SelectItem.Item) node) : replaced;
    }

    private static SelectItem named(SelectItem.Item replaced, SelectItem.Item original) {
        return new SelectItem.Item(replaced.expression(), SqlPrinter.print(original.expression()));
    }

    private Expression value(Call call) {
        boolean isPlain = call.qualifier() == null && call.arguments().isEmpty();
        return isPlain ? values.getOrDefault(call.name().toLowerCase(Locale.ROOT), call) : call;
    }
}
