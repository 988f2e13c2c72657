package dev.shardroute.planner.plan;

import static dev.shardroute.planner.plan.Steps.COMMERCE;
import static dev.shardroute.planner.plan.Steps.CUSTOMER;
import static dev.shardroute.planner.plan.Steps.by;
import static dev.shardroute.planner.plan.Steps.customers;
import static dev.shardroute.planner.plan.Steps.expression;
import static dev.shardroute.planner.plan.Steps.route;
import static dev.shardroute.planner.plan.Steps.sql;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.shardroute.key.Destination;
import dev.shardroute.planner.plan.Primitive.Send;
import dev.shardroute.type.Value;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanTypeTest {
    private static final ValueExpr ONE = ValueExpr.Constant.of(Value.of(1));

    @ParameterizedTest
    @CsvSource({"UNSHARDED,PASSTHROUGH", "REFERENCE,PASSTHROUGH", "NEXT,PASSTHROUGH", "DBA,PASSTHROUGH", "NONE,LOCAL",
        "SCATTER,SCATTER", "BY_DESTINATION,MULTI_SHARD"})
    void route_withoutVindex(Opcode opcode, PlanType expected) {
        assertEquals(expected, PlanType.of(route(RoutingParameters.of(opcode, COMMERCE), "select 1 from product")));
    }

    @ParameterizedTest
    @CsvSource({"EQUAL_UNIQUE,hash,PASSTHROUGH", "EQUAL_UNIQUE,email_map,LOOKUP", "IN,hash,MULTI_SHARD",
        "IN,email_map,LOOKUP", "EQUAL,hash,MULTI_SHARD", "BETWEEN,hash,MULTI_SHARD", "SUB_SHARD,hash,MULTI_SHARD",
        "MULTI_EQUAL,email_map,LOOKUP"})
    void route_byVindex(Opcode opcode, String vindex, PlanType expected) {
        assertEquals(expected, PlanType.of(route(by(opcode, vindex, ONE), "select 1 from member")));
        assertEquals(expected,
                PlanType.of(new Primitive.Update(by(opcode, vindex, ONE), sql("update member set a=1"))));
        assertEquals(expected, PlanType.of(new Primitive.Delete(by(opcode, vindex, ONE), sql("delete from member"))));
    }

    @Test
    void send_isWhatItsDestinationIs() {
        assertEquals(PlanType.PASSTHROUGH, ofSend(new Destination.AnyShard()));
        assertEquals(PlanType.PASSTHROUGH, ofSend(new Destination.Shard("-80")));
        assertEquals(PlanType.SCATTER, ofSend(new Destination.AllShards()));
        assertEquals(PlanType.MULTI_SHARD, ofSend(new Destination.Shards(List.of("-80", "80-"))));
        assertEquals(PlanType.LOCAL, ofSend(new Destination.None()));
    }

    @Test
    void limit_isWhatItsInputIs() {
        assertEquals(PlanType.SCATTER, PlanType.of(limit(customers("age"))));
        assertEquals(PlanType.LOCAL, PlanType.of(limit(new GatewayPrimitive.SingleRow())));
    }

    @Test
    void workAboveShards_isComplex() {
        Primitive sorted = new GatewayPrimitive.Sort(customers("age"), List.of(), 0);
        assertEquals(PlanType.COMPLEX, PlanType.of(sorted));
        assertEquals(PlanType.COMPLEX, PlanType.of(limit(sorted)));
        assertEquals(PlanType.JOIN,
                PlanType.of(new GatewayPrimitive.Join(sorted, sorted, false, List.of(), Map.of())));
    }

    private static Primitive limit(Primitive input) {
        return new GatewayPrimitive.Limit(input, expression("1"), null, false);
    }

    private static PlanType ofSend(Destination destination) {
        return PlanType.of(new Send(CUSTOMER, destination, sql("select 1 from corder"), Set.of(), null));
    }
}
