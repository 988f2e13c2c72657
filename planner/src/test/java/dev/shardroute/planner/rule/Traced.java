package dev.shardroute.planner.rule;

import dev.shardroute.planner.Cluster;
import dev.shardroute.planner.JoinOrder;
import dev.shardroute.planner.PlannerOptions;
import dev.shardroute.planner.PlanningContext;
import dev.shardroute.planner.TraceEvent;
import dev.shardroute.planner.operator.Operator;
import dev.shardroute.planner.operator.Planning;
import dev.shardroute.planner.operator.Rewrite;
import dev.shardroute.planner.operator.Stage;
import dev.shardroute.planner.operator.TreeText;
import dev.shardroute.planner.phase.Rewriter;
import dev.shardroute.planner.semantics.QueryAnalyzer;
import dev.shardroute.planner.semantics.SemanticTable;
import dev.shardroute.planner.tree.QueryTree;
import dev.shardroute.sql.SqlParser;
import dev.shardroute.sql.ast.Query;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the rules make of a query on {@link Cluster}, step by step, until all phases are over. */
public final class Traced {
    private final Planning planning;
    private final Operator first;
    private final Operator last;
    private final List<Step> steps = new ArrayList<>();
    private final Map<Stage, Operator> begun = new EnumMap<>(Stage.class);
    private final Map<Stage, Operator> ended = new EnumMap<>(Stage.class);

    private Traced(String sql, PlannerOptions options) {
        SemanticTable semantics = new QueryAnalyzer(Cluster.VSCHEMA, PlanningContext.DEFAULT)
                .analyze((Query) new SqlParser().parse(sql));
        planning = new Planning(Cluster.VSCHEMA, PlanningContext.DEFAULT, options, semantics);
        first = QueryTree.of(semantics.query(), planning);
        last = new Rewriter(planning, Optional.of(new Recorder())).run(first);
    }

    /** A query on its way, with the default options. */
    public static Traced of(String sql) {
        return new Traced(sql, PlannerOptions.DEFAULT);
    }

    /** The same with joins in another order. */
    public static Traced of(String sql, JoinOrder order) {
        return new Traced(sql, PlannerOptions.DEFAULT.withJoinOrder(order));
    }

    /** A rule that was tried on an operator. */
    public record Step(Stage stage, Operator operator, Rewrite answer) {
        /** What was done, or why not. */
        public String reason() {
            return switch (answer) {
                case Rewrite.To(var next, var what) -> what;
                case Rewrite.Keep(var why) -> why;
                case Rewrite.Pass pass -> "";
            };
        }

        /** The event that it is in a trace. */
        public TraceEvent.Tried event() {
            return new TraceEvent.Tried(stage.name(), answer instanceof Rewrite.To, operator.describe(), reason());
        }

        /** The operator; then, if it was rewritten, {@code => } what was done, and the operator that it is now. */
        @Override
        public String toString() {
            String before = TreeText.of(operator);
            return answer instanceof Rewrite.To(var next, var what)
                    ? before + "=> " + what + "\n" + TreeText.of(next)
                    : before + "kept: " + reason() + "\n";
        }
    }

    private final class Recorder implements Rewriter.Observer {
        @Override
        public void begun(Stage stage, Operator tree) {
            begun.put(stage, tree);
        }

        @Override
        public void tried(Stage stage, Operator operator, Rewrite answer) {
            steps.add(new Step(stage, operator, answer));
        }

        @Override
        public void ended(Stage stage, Operator tree) {
            ended.put(stage, tree);
        }
    }

    // steps

    /** What was tried on operators of a kind, in this order. */
    public List<Step> steps(Class<? extends Operator> kind) {
        return steps.stream().filter(step -> kind.isInstance(step.operator)).toList();
    }

    /** The operator before and after the first rewrite of one of this kind. */
    public String fired(Class<? extends Operator> kind) {
        return first(kind, Rewrite.To.class, "").toString();
    }

    /** The same for the first rewrite with this reason. */
    public String fired(Class<? extends Operator> kind, String reason) {
        return first(kind, Rewrite.To.class, reason).toString();
    }

    /** The first operator of this kind that was kept, and why. */
    public String kept(Class<? extends Operator> kind) {
        return first(kind, Rewrite.Keep.class, "").toString();
    }

    /** The same for the first that was kept for this reason. */
    public String kept(Class<? extends Operator> kind, String reason) {
        return first(kind, Rewrite.Keep.class, reason).toString();
    }

    private Step first(Class<? extends Operator> kind, Class<? extends Rewrite> answer, String reason) {
        return steps(kind).stream()
                .filter(step -> answer.isInstance(step.answer) && (reason.isEmpty() || step.reason().equals(reason)))
                .findFirst().orElseThrow(() -> new AssertionError("no such step among " + said(kind)));
    }

    /** What rules said of operators of a kind, in this order: {@code PHASE: rewrote Operator: reason}, equal lines once. */
    public String said(Class<? extends Operator> kind) {
        StringBuilder text = new StringBuilder();
        steps(kind).stream().map(Step::event).distinct().forEach(event -> text.append(event).append('\n'));
        return text.toString();
    }

    // trees

    /** The planning, after all phases. */
    public Planning planning() {
        return planning;
    }

    /** The tree before a phase. */
    public Operator before(Stage stage) {
        return ended.entrySet().stream().filter(entry -> entry.getKey().compareTo(stage) < 0)
                .reduce((one, other) -> other).map(Map.Entry::getValue).orElse(first);
    }

    /** The tree before a phase and after the pass over the whole tree that it begins with. */
    public String begun(Stage stage) {
        Operator tree = begun.get(stage);
        if (tree == null) {
            throw new AssertionError("no phase " + stage + " among " + begun.keySet());
        }
        return TreeText.of(before(stage)) + "=>\n" + TreeText.of(tree);
    }

    /** True when the statement has what the phase is for. */
    public boolean hasPhase(Stage stage) {
        return begun.containsKey(stage);
    }

    /** The tree at the end of a phase. */
    public String ended(Stage stage) {
        return TreeText.of(ended.containsKey(stage) ? ended.get(stage) : before(stage));
    }

    /** The tree in the end. */
    public String tree() {
        return TreeText.of(last);
    }
}
