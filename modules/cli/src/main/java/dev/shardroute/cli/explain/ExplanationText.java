package dev.shardroute.cli.explain;

import dev.shardroute.cli.route.RoutingText;
import dev.shardroute.planner.plan.Plan;
import dev.shardroute.planner.plan.PlanText;

/** Explanations for people. */
final class ExplanationText {
    private static final String INDENT = "  ";

    private ExplanationText() {}

    /** Several lines; {@code several} when it is one of several statements, which are then told apart by their text. */
    static String print(Explanation explanation, boolean several, boolean trace) {
        Plan plan = explanation.planned().plan();
        StringBuilder text = new StringBuilder(several ? RoutingText.heading(plan.original()) : "");
        text.append(PlanText.print(plan));
        if (trace) {
            text.append("trace\n");
            explanation.planned().trace()
                    .forEach(event -> text.append(event.toString().indent(INDENT.length())));
        }
        explanation.routing().ifPresent(routing -> {
            text.append("shards\n");
            RoutingText.print(routing).lines().forEach(line -> text.append(INDENT).append(line).append('\n'));
        });
        return text.append(several ? "\n" : "").toString();
    }
}
