package dev.shardroute.planner.operator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.BoundColumn;
import dev.shardroute.sql.ast.Expression.Column;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is equal to the same is equal. */
final class EqualitiesTest {
    private final Equalities equalities = new Equalities();

    private static Expression column(String name) {
        return new BoundColumn(new Column(null, name), 0);
    }

    @Test
    void expression_thatNothingIsEqualTo_isItself() {
        assertEquals(List.of(column("a")), equalities.of(column("a")));
    }

    @Test
    void equalities_areTransitive_whateverTheirOrder() {
        equalities.add(column("a"), column("b"));
        equalities.add(column("c"), column("d"));
        equalities.add(column("d"), column("A"));
        assertEquals(Set.of(column("a"), column("b"), column("c"), column("d")),
                Set.copyOf(equalities.of(column("c"))));
        assertEquals(column("c"), equalities.of(column("c")).getFirst());
    }

    @Test
    void equality_saidTwice_isOne() {
        equalities.add(column("a"), column("b"));
        equalities.add(column("b"), column("a"));
        assertEquals(List.of(column("a"), column("a"), column("b")), equalities.of(column("a")));
    }

    @Test
    void columns_ofOtherTables_areOthers() {
        equalities.add(column("a"), column("b"));
        Expression other = new BoundColumn(new Column(null, "a"), 1);
        assertEquals(List.of(other), equalities.of(other));
    }
}
