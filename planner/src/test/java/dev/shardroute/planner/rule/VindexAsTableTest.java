package dev.shardroute.planner.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.shardroute.planner.Cluster;
import dev.shardroute.planner.plan.GatewayPrimitive.SimpleProjection;
import dev.shardroute.planner.plan.GatewayPrimitive.VindexFunc;
import dev.shardroute.planner.plan.Primitive;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Queries that read a vindex as if it were a table. */
final class VindexAsTableTest {
    private static SimpleProjection projection(Primitive primitive) {
        return assertInstanceOf(SimpleProjection.class, primitive);
    }

    @Test
    void vindexInADerivedTable_keepsTheNamesOfTheTable() {
        SimpleProjection outer = projection(Cluster.plan("select d.c, d.b from (select id as b, keyspace_id, id as c "
                + "from hash where id = 1) as d").instructions());
        assertEquals(List.of(2, 0), outer.columns());
        SimpleProjection derived = projection(outer.input());
        assertEquals(List.of("b", "", "c"), derived.names());
        VindexFunc vindex = assertInstanceOf(VindexFunc.class, derived.input());
        assertEquals(2, vindex.columns().size());
    }
}
