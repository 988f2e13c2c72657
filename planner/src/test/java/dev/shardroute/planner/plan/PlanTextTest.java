package dev.shardroute.planner.plan;

import static dev.shardroute.planner.plan.Steps.COMMERCE;
import static dev.shardroute.planner.plan.Steps.customers;
import static dev.shardroute.planner.plan.Steps.expression;
import static dev.shardroute.planner.plan.Steps.route;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.shardroute.key.Destination;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlanTextTest {
    @Test
    void inputs_areIndented() {
        Primitive join = new GatewayPrimitive.Join(customers("age"),
                new GatewayPrimitive.Sort(customers("email"), List.of(new SortColumn(KeyColumn.of(0), false)), 0), true,
                List.of(JoinedColumn.left(0), JoinedColumn.right(0)), Map.of("c_age", 0));
        assertText(new GatewayPrimitive.Limit(join, expression("10"), null, false), """
                Join SELECT (customer.customer)
                  Limit
                    count: 10
                    Join LeftJoin
                      join column indexes: L:0,R:0
                      join vars: {"c_age":0}
                      Route Scatter in customer
                        query: select age from customer
                      Sort Memory
                        order by: 0 ASC
                        Route Scatter in customer
                          query: select email from customer
                """);
    }

    @Test
    void inputs_haveTheirNames() {
        assertText(new GatewayPrimitive.UncorrelatedSubquery(PulloutOpcode.EXISTS, "__sq_has_values", null,
                customers("1"), route(RoutingParameters.to(new Destination.AnyShard(), COMMERCE),
                        "select 1 from product")),
                """
                                Complex SELECT (customer.customer)
                                  UncorrelatedSubquery PulloutExists
                                    pullout vars: __sq_has_values
                                    SubQuery: Route Scatter in customer
                                      query: select 1 from customer
                                    Outer: Route ByDestination in commerce, AnyShard()
                                      query: select 1 from product
                                """);
    }

    private static void assertText(Primitive root, String expected) {
        Plan plan = new Plan(PlanType.of(root), QueryType.SELECT, "…", root, List.of("customer.customer"));
        assertEquals(expected, PlanText.print(plan));
    }
}
