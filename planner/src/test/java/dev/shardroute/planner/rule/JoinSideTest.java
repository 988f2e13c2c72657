package dev.shardroute.planner.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shardroute.planner.operator.GroupBy;
import dev.shardroute.planner.operator.Operator;
import dev.shardroute.planner.operator.Operator.Aggregator;
import dev.shardroute.planner.operator.Planning;
import dev.shardroute.planner.operator.Stage;
import dev.shardroute.planner.operator.TableIds;
import dev.shardroute.planner.operator.TreeText;
import dev.shardroute.sql.ast.Expression;
import org.junit.jupiter.api.Test;

class JoinSideTest {
    private final Traced traced = Traced.of("select m.email, max(m.name) from member m, product p group by m.email");
    private final Aggregator root = (Aggregator) traced.before(Stage.DELEGATE_AGGREGATION);
    private final Operator rows = ((Operator.ApplyJoin) root.input()).left();
    private final Planning planning = traced.planning();

    private JoinSide side() {
        return new JoinSide(root, rows, planning);
    }

    private static String tree(JoinSide side) {
        return TreeText.of(side.result());
    }

    private Expression key() {
        return root.grouping().getFirst().expression();
    }

    // counts

    @Test
    void count_isThereOnlyWhenItIsAskedFor() {
        JoinSide side = side();
        assertFalse(side.counts());
        side.count();
        assertTrue(side.counts());
    }

    @Test
    void count_isOneAggregateHoweverOftenItIsAskedFor() {
        JoinSide side = side();
        assertEquals(side.count(), side.count());
        assertEquals("""
                Aggregator count(*)
                  Route Scatter of customer
                    Table member as m
                """, tree(side));
    }

    @Test
    void counts_ofBothSides_areNotTheSameExpression() {
        assertNotEquals(side().count(), side().count());
    }

    // aggregates and keys

    @Test
    void aggregate_isComputedHere() {
        JoinSide side = side();
        side.push(root.aggregations().getFirst());
        assertEquals("""
                Aggregator max(m.`name`)
                  Route Scatter of customer
                    Table member as m
                """, tree(side));
        assertEquals(0, side.result().aggregations().getFirst().column());
    }

    @Test
    void key_ofTheWhole_isAColumnHereToo() {
        JoinSide side = side();
        side.push(root.aggregations().getFirst());
        side.group(root.grouping().getFirst());
        assertEquals("""
                Aggregator max(m.`name`), m.email group by m.email
                  Route Scatter of customer
                    Table member as m
                """, tree(side));
        assertEquals(1, side.result().grouping().getFirst().column());
    }

    @Test
    void key_thatIsNoColumnOfTheWhole_isOneHere() {
        JoinSide side = side();
        side.group(GroupBy.of(key()));
        assertEquals(0, side.result().grouping().getFirst().column());
    }

    @Test
    void sameColumnOfTwoKeys_isThereOnce() {
        JoinSide side = side();
        side.group(root.grouping().getFirst());
        side.group(root.grouping().getFirst());
        assertEquals(1, side.result().columns().size());
    }

    // what the other side needs

    @Test
    void neededExpression_isAKey() {
        JoinSide side = side();
        side.groupUnlessGrouped(key());
        assertEquals("""
                Aggregator m.email group by m.email
                  Route Scatter of customer
                    Table member as m
                """, tree(side));
    }

    @Test
    void neededExpression_thatIsAKey_isNoSecondOne() {
        JoinSide side = side();
        side.group(root.grouping().getFirst());
        side.groupUnlessGrouped(key());
        side.groupUnlessGrouped(key());
        assertEquals("""
                Aggregator m.email group by m.email
                  Route Scatter of customer
                    Table member as m
                """, tree(side));
    }

    // the result

    @Test
    void result_isNotTheAggregationOfTheStatement() {
        Aggregator result = side().result();
        assertFalse(result.original());
        assertFalse(result.pushed());
        assertTrue(root.original());
    }

    @Test
    void tables_areThoseOfItsRows() {
        assertEquals(TableIds.of(rows), side().tables());
    }
}
