package dev.shardroute.planner.offset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shardroute.planner.Cluster;
import dev.shardroute.planner.plan.GatewayPrimitive;
import dev.shardroute.planner.plan.Opcode;
import dev.shardroute.planner.plan.Primitive;
import dev.shardroute.planner.plan.RouteOptions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class PlanBuilderTest {
    private static Primitive plan(String sql) {
        return Cluster.plan(sql).instructions();
    }

    private static <T extends Primitive> T plan(Class<T> kind, String sql) {
        return assertInstanceOf(kind, plan(sql));
    }

    private static RouteOptions options(String sql) {
        return plan(Primitive.Route.class, sql).options();
    }

    // routes

    @Test
    void route_hasItsQueryAndFieldQuery() {
        Primitive.Route route =
                plan(Primitive.Route.class, "select email from customer.customer where customer_id = 5");
        assertEquals("select email from customer where customer_id = 5", route.query().text());
        assertEquals("select email from customer where 1 != 1", route.fieldQuery().text());
        assertEquals(Opcode.EQUAL_UNIQUE, route.routing().opcode());
    }

    @Test
    void route_takesItsOptionsFromComments() {
        RouteOptions options = options(
                "select /*vt+ QUERY_TIMEOUT_MS=50 SCATTER_ERRORS_AS_WARNINGS=1 */ email from customer");
        assertEquals(Duration.ofMillis(50), options.queryTimeout());
        assertTrue(options.scatterErrorsAsWarnings());
    }

    @Test
    void route_ofSettingLastInsertId_fetchesIt() {
        assertTrue(options("select last_insert_id(customer_id) from customer where customer_id = 1")
                .fetchLastInsertId());
        assertFalse(options("select customer_id from customer where customer_id = 1").fetchLastInsertId());
    }

    @Test
    void route_ofAggregatesAlone_isNeverEmpty() {
        assertTrue(options("select count(*) from customer where customer_id = 1").neverEmpty());
        assertFalse(options("select count(*) from customer where customer_id = 1 group by email").neverEmpty());
        assertFalse(options("select customer_id from customer where customer_id = 1").neverEmpty());
    }

    @Test
    void route_byLookup_followsIt() {
        GatewayPrimitive.VindexLookup lookup =
                plan(GatewayPrimitive.VindexLookup.class, "select id from member where email = 'a'");
        assertEquals(Opcode.EQUAL_UNIQUE, lookup.routing().opcode());
        assertEquals(Opcode.BY_DESTINATION, lookup.target().routing().opcode());
        assertTrue(lookup.target().routing().values().isEmpty());
        assertEquals("select email, id from email_map where email in ::email",
                assertInstanceOf(Primitive.Route.class, lookup.lookup()).query().text());
    }

    @Test
    void route_ofReferenceTable_goesAnywhere() {
        assertEquals(Opcode.REFERENCE,
                plan(Primitive.Route.class, "select * from zone").routing().opcode());
    }

    // the gateway

    @Test
    void join_hasColumnsAndVariables() {
        GatewayPrimitive.Join join = plan(GatewayPrimitive.Join.class,
                "select c.email, o.x from customer c left join corder o on c.email = o.y");
        assertTrue(join.leftJoin());
        assertEquals(Map.of("c_email", 0), join.variables());
        assertEquals(2, join.columns().size());
    }

    @Test
    void limit_isEvaluatedByTheGateway() {
        GatewayPrimitive.Limit limit =
                plan(GatewayPrimitive.Limit.class, "select customer_id from customer limit 5");
        assertNull(limit.offset());
        assertFalse(limit.requireCompleteInput());
    }

    @Test
    void projection_ofPlainColumns_isSimple() {
        GatewayPrimitive.SimpleProjection projection = plan(GatewayPrimitive.SimpleProjection.class,
                "select id, hex_keyspace_id, id as x from customer.hash where id = 3");
        assertEquals(List.of(0, 1, 0), projection.columns());
        assertEquals(List.of("id", "hex_keyspace_id", "x"), projection.names());
    }

    @Test
    void aggregates_areSummedUp() {
        GatewayPrimitive.ScalarAggregate aggregate =
                plan(GatewayPrimitive.ScalarAggregate.class, "select count(*) from customer");
        assertEquals(1, aggregate.aggregates().size());
    }

    @Test
    void rollup_overSeveralShards_isRefused() {
        assertTrue(Cluster.refusal("select email, count(*) from customer group by email with rollup")
                .startsWith("VT12001"));
    }

    @Test
    void vindex_isATable() {
        GatewayPrimitive.VindexFunc function = plan(GatewayPrimitive.VindexFunc.class,
                "select hex_keyspace_id, id from customer.hash where id = 3");
        assertEquals("3", function.value().toString());
        assertEquals(List.of(GatewayPrimitive.VindexFact.HEX_KEYSPACE_ID, GatewayPrimitive.VindexFact.ID),
                function.columns().stream().map(GatewayPrimitive.VindexFuncColumn::fact).toList());
    }
}
