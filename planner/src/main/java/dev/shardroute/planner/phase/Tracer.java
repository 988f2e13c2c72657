package dev.shardroute.planner.phase;

import dev.shardroute.planner.TraceEvent;
import dev.shardroute.planner.operator.Operator;
import dev.shardroute.planner.operator.Rewrite;
import dev.shardroute.planner.operator.Stage;
import dev.shardroute.planner.operator.TreeText;
import java.util.function.Consumer;

/** Tells of the steps of a rewriter in words. */
public record Tracer(Consumer<TraceEvent> sink) implements Rewriter.Observer {
    @Override
    public void begun(Stage stage, Operator tree) {
        // what was there before and how it ends are enough for readers
    }

    @Override
    public void tried(Stage stage, Operator operator, Rewrite answer) {
        switch (answer) {
            case Rewrite.Pass pass -> {
                // nobody looked at it
            }
            case Rewrite.To(var next, var what) -> tell(stage, true, operator, what);
            case Rewrite.Keep(var why) -> tell(stage, false, operator, why);
        }
    }

    private void tell(Stage stage, boolean fired, Operator operator, String reason) {
        sink.accept(new TraceEvent.Tried(stage.name(), fired, operator.describe(), reason));
    }

    @Override
    public void ended(Stage stage, Operator tree) {
        sink.accept(new TraceEvent.Tree(stage.name(), TreeText.of(tree)));
    }
}
