package dev.shardroute.planner.rule;

import dev.shardroute.planner.operator.Aggregation;
import dev.shardroute.planner.operator.GroupBy;
import dev.shardroute.planner.operator.Items;
import dev.shardroute.planner.operator.Operator;
import dev.shardroute.planner.operator.Operator.Aggregator;
import dev.shardroute.planner.operator.Planning;
import dev.shardroute.planner.operator.TableIds;
import dev.shardroute.planner.plan.AggregateOpcode;
import dev.shardroute.planner.semantics.TableSet;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.CountStar;
import dev.shardroute.sql.ast.SelectItem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The aggregation that one side of a join gets. For one use. */
final class JoinSide {
    private final Aggregator root;
    private final Operator rows;
    private final Planning planning;
    private final TableSet tables;
    private final List<SelectItem.Item> columns = new ArrayList<>();
    private final List<GroupBy> grouping = new ArrayList<>();
    private final List<Aggregation> aggregations = new ArrayList<>();
    private final Map<Integer, Integer> used = new HashMap<>();
    private @Nullable Expression count;

    JoinSide(Aggregator root, Operator rows, Planning planning) {
        this.root = root;
        this.rows = rows;
        this.planning = planning;
        this.tables = TableIds.of(rows);
    }

    TableSet tables() {
        return tables;
    }

    boolean counts() {
        return count != null;
    }

    /** The number of its rows in a group, which is another expression than that of the other side. */
    Expression count() {
        if (count == null) {
            CountStar own = new CountStar(planning.newNumber());
            push(Aggregation.of(AggregateOpcode.COUNT_STAR, own, Items.of(own), ""));
            count = own;
        }
        return count;
    }

    /** Aggregates here. */
    void push(Aggregation aggregation) {
        aggregations.add(Aggregation.of(aggregation.opcode(), aggregation.function(), aggregation.original(),
                aggregation.alias()).withDistinct(aggregation.distinct()).withColumn(columns.size()));
        columns.add(aggregation.original());
    }

    /** Groups by a key, whose column is here too if it is one of the whole. */
    void group(GroupBy key) {
        grouping.add(key.withColumn(key.column() < 0 ? append(Items.of(key.expression())) : column(key.column())));
    }

    private int column(int ofRoot) {
        return used.computeIfAbsent(ofRoot, index -> append(root.columns().get(index)));
    }

    private int append(SelectItem.Item item) {
        columns.add(item);
        return columns.size() - 1;
    }

    /** Groups by an expression that the other side needs. */
    void groupUnlessGrouped(Expression expression) {
        int column = -1;
        for (int i = 0; i < columns.size() && column < 0; i++) {
            column = columns.get(i).expression().equals(expression) ? i : -1;
        }
        int place = column < 0 ? append(Items.of(expression)) : column;
        if (grouping.stream().noneMatch(key -> key.expression().equals(expression))) {
            grouping.add(GroupBy.of(expression).withColumn(place));
        }
    }

    Aggregator result() {
        return new Aggregator(rows, columns, grouping, aggregations, false, Optional.empty(), Optional.empty(),
                root.projection(), false, false, 0, false, false);
    }
}
