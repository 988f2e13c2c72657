package dev.shardroute.cli.explain;

import dev.shardroute.planner.TraceEvent;
import dev.shardroute.planner.plan.PlanText;
import dev.shardroute.planner.route.Routing;
import dev.shardroute.planner.route.ShardStatement;
import java.util.Map;
import java.util.stream.Collectors;

/** Explanations for people. */
final class ExplanationText {
    private ExplanationText() {}

    /** Several lines; {@code several} when it is one of several statements, which are then told apart by their text. */
    static String print(Explanation explanation, boolean several, boolean trace) {
        StringBuilder text = new StringBuilder();
        if (several) {
            text.append("> ").append(explanation.planned().plan().original().replace("\n", "\n> ")).append('\n');
        }
        text.append(PlanText.print(explanation.planned().plan()));
        if (trace) {
            text.append("trace\n");
            explanation.planned().trace().stream().map(TraceEvent::toString).forEach(line -> indent(text, 2, line));
        }
        explanation.routing().ifPresent(routing -> append(text, routing));
        return text.append(several ? "\n" : "").toString();
    }

    private static void append(StringBuilder text, Routing routing) {
        text.append("shards\n");
        routing.statements().forEach(statement -> append(text, statement));
        if (routing.statements().isEmpty()) {
            indent(text, 2, "none has to run it");
        }
        routing.fieldQuery().ifPresent(query -> {
            indent(text, 2, query.shard() + " tells the columns of the empty result");
            indent(text, 4, "sql: " + query.inlined());
        });
    }

    private static void append(StringBuilder text, ShardStatement statement) {
        indent(text, 2, statement.shard() + " (" + statement.tabletType() + ")");
        indent(text, 4, "sql: " + statement.sql());
        Map<String, String> binds = UsedBinds.literals(statement);
        if (!binds.isEmpty()) {
            indent(text, 4, "binds: " + binds.entrySet().stream()
                    .map(bind -> bind.getKey() + " = " + bind.getValue())
                    .collect(Collectors.joining(", ")));
            indent(text, 4, "inlined: " + statement.inlined());
        }
    }

    private static void indent(StringBuilder text, int spaces, String line) {
        text.append(" ".repeat(spaces)).append(line).append('\n');
    }
}
