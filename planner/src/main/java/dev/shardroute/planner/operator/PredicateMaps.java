package dev.shardroute.planner.operator;

import dev.shardroute.planner.operator.Routing.Sharded;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Changes the predicates of whole trees. */
public final class PredicateMaps {
    private PredicateMaps() {}

    /** The tree without the halves of join predicates that have these numbers. */
    public static Operator without(Operator operator, Set<Integer> joins) {
        List<Operator> inputs = new ArrayList<>();
        for (Operator input : operator.inputs()) {
            inputs.add(without(input, joins));
        }
        Operator changed = inputs.isEmpty() ? operator : operator.withInputs(inputs);
        return switch (changed) {
            case Operator.Filter filter -> filter(filter, joins);
            case Operator.Table table -> new Operator.Table(table(table.table(), joins));
            default -> changed;
        };
    }

    private static Operator filter(Operator.Filter filter, Set<Integer> joins) {
        List<Predicate> left = left(filter.predicates(), joins);
        return left.isEmpty() ? filter.input() : new Operator.Filter(filter.input(), left);
    }

    private static QueryTable table(QueryTable table, Set<Integer> joins) {
        return new QueryTable(table.info(), left(table.predicates(), joins));
    }

    private static List<Predicate> left(List<Predicate> predicates, Set<Integer> joins) {
        return predicates.stream().filter(predicate -> predicate.join() == 0 || !joins.contains(predicate.join()))
                .toList();
    }

    /** The routing with the predicates that it has seen changed; what it has made of them stays. */
    public static Routing inRouting(Routing routing, UnaryOperator<Predicate> change) {
        return routing instanceof Sharded sharded
                ? new Sharded(sharded.keyspace(), sharded.vindexes(), sharded.selected(), sharded.opcode(),
                        sharded.seen().stream().map(change).toList())
                : routing;
    }
}
