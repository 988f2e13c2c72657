package dev.shardroute.sql.normalize;

import dev.shardroute.sql.ast.Expression.ListVariable;
import dev.shardroute.sql.ast.Expression.Variable;
import dev.shardroute.sql.ast.Node;
import dev.shardroute.sql.ast.Nodes;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/** The bind variables of a statement. */
public final class BindVariables {
    private BindVariables() {}

    /** The names of the single and list variables in {@code node}, without colons, in the order of the text. */
    public static Set<String> namesIn(Node node) {
        Set<String> names = new LinkedHashSet<>();
        Nodes.forEach(node, part -> {
            switch (part) {
                case Variable variable -> names.add(variable.name());
                case ListVariable variable -> names.add(variable.name());
                default -> {
                }
            }
        });
        return Collections.unmodifiableSet(names);
    }
}
