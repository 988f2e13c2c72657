package dev.shardroute.planner.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.shardroute.error.ErrorCode;
import dev.shardroute.error.ShardrouteException;
import dev.shardroute.planner.Cluster;
import dev.shardroute.planner.PlanningContext;
import dev.shardroute.planner.TraceEvent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ExplanationTest {
    private final Router router = Cluster.router();

    @Test
    void explanation_hasThePlan_inWordsAndAsJson() throws JsonProcessingException {
        String sql = "select oid from corder where customer_id = ?";
        Explanation explanation = router.explain(sql);
        assertEquals(router.plan(sql), explanation.plan());
        assertEquals("""
                Passthrough SELECT (customer.corder)
                  Route EqualUnique in customer
                    query: select oid from corder where customer_id = :v1
                    vindex: hash
                    values: :v1
                """, explanation.text());
        JsonNode json = new JsonMapper().readTree(explanation.json());
        assertEquals("EqualUnique", json.at("/Instructions/Variant").textValue());
    }

    @Test
    void planOverSeveralShards_isDescribed() {
        assertEquals("""
                Scatter SELECT (customer.corder)
                  Route Scatter in customer
                    query: select oid from corder
                """, router.explain("select oid from corder").text());
    }

    @Test
    void trace_tellsWhatRulesDid() {
        List<TraceEvent> trace = router.explain("select oid from corder where customer_id = 1").trace();
        assertTrue(trace.stream().anyMatch(event -> event instanceof TraceEvent.Tried tried && tried.fired()));
        assertFalse(trace.toString().isEmpty());
    }

    @Test
    void trace_isCopied() {
        Explanation explained = router.explain("select oid from corder");
        List<TraceEvent> events = new ArrayList<>(explained.trace());
        Explanation copy = new Explanation(explained.plan(), events);
        events.clear();
        assertEquals(explained, copy);
    }

    @Test
    void context_isThatOfTheSession() {
        Explanation explanation = router.explain("select 1 from product", PlanningContext.of("commerce"));
        assertEquals(List.of("commerce.product"), explanation.plan().tablesUsed());
        ShardrouteException error = assertThrows(ShardrouteException.class,
                () -> router.explain("select 1 from product", PlanningContext.of("customer")));
        assertEquals(ErrorCode.VT05005, error.code());
    }
}
