package dev.shardroute.cli.route;

import dev.shardroute.planner.route.Routing;
import dev.shardroute.planner.route.ShardStatement;
import java.util.Map;
import java.util.stream.Collectors;

/** What shards would be sent, for people. */
public final class RoutingText {
    private RoutingText() {}

    /** Several lines, each ending in a newline. */
    public static String print(Routing routing) {
        StringBuilder text = new StringBuilder();
        routing.statements().forEach(statement -> append(text, statement));
        if (routing.statements().isEmpty()) {
            append(text, 0, "none has to run it");
        }
        routing.fieldQuery().ifPresent(query -> {
            append(text, 0, query.shard() + " tells the columns of the empty result");
            append(text, 2, "sql: " + query.inlined());
        });
        return text.toString();
    }

    /** The statement that is answered, when there are several to be told apart. */
    public static String heading(String sql) {
        return "> " + sql.replace("\n", "\n> ") + "\n";
    }

    private static void append(StringBuilder text, ShardStatement statement) {
        append(text, 0, statement.shard() + " (" + statement.tabletType() + ")");
        append(text, 2, "sql: " + statement.sql());
        Map<String, String> binds = UsedBinds.literals(statement);
        if (!binds.isEmpty()) {
            append(text, 2, "binds: " + binds.entrySet().stream()
                    .map(bind -> bind.getKey() + " = " + bind.getValue())
                    .collect(Collectors.joining(", ")));
            append(text, 2, "inlined: " + statement.inlined());
        }
    }

    private static void append(StringBuilder text, int spaces, String line) {
        text.append(" ".repeat(spaces)).append(line).append('\n');
    }
}
