package dev.shardroute.planner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.error.ShardrouteException;
import dev.shardroute.key.TabletType;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class StatementPlannerTest {
    @Test
    void stream_isOfTheMessagesOfAllShards() {
        assertEquals("""
                Complex STREAM ()
                  MStream in customer, ExactKeyRange(-)
                    table: corder
                """, Cluster.explain("stream * from corder"));
    }

    @Test
    void stream_fromReplicas_isRefused() {
        PlanningContext replica = new PlanningContext(Optional.of("customer"), TabletType.REPLICA);
        assertEquals(ErrorCode.VT09009, assertThrows(ShardrouteException.class,
                () -> new Planner(Cluster.VSCHEMA).plan("stream * from corder", replica)).code());
    }
}
