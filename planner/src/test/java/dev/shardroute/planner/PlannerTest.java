package dev.shardroute.planner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.error.ShardrouteException;
import dev.shardroute.key.TabletType;
import dev.shardroute.planner.Planner.Traced;
import dev.shardroute.sql.ParserOptions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlannerTest {
    // plans

    @Test
    void select_byPrimaryVindex_isEqualUnique() {
        assertEquals("""
                Passthrough SELECT (customer.corder)
                  Route EqualUnique in customer
                    query: select oid from corder where customer_id = 5
                    vindex: hash
                    values: 5
                """, Cluster.explain("SELECT oid FROM corder WHERE customer_id=5"));
    }

    @Test
    void select_byList_isIn() {
        assertEquals("""
                MultiShard SELECT (customer.corder)
                  Route IN in customer
                    query: select oid from corder where qty > 1 and customer_id in ::__vals
                    vindex: hash
                    values: (1, 2, :v1)
                """, Cluster.explain("select oid from corder where qty > 1 and customer_id in (1, 2, ?)"));
    }

    @Test
    void select_withoutVindexPredicate_isScatter() {
        assertEquals("""
                Scatter SELECT (customer.corder)
                  Route Scatter in customer
                    query: select oid from corder where qty > 1
                """, Cluster.explain("select oid from corder where qty > 1"));
    }

    @Test
    void select_fromUnshardedKeyspace_passesThroughWhole() {
        assertEquals("""
                Passthrough SELECT (commerce.product)
                  Route Unsharded in commerce
                    query: select sku, count(*) from product group by sku order by 2 desc limit 3
                """, Cluster.explain("select sku, count(*) from product group by sku order by 2 desc limit 3"));
    }

    @Test
    void select_withoutTable_ofWhatTheGatewayCannotEvaluate_goesToAnyShard() {
        assertEquals("""
                Passthrough SELECT (commerce.dual)
                  Route Reference in commerce
                    query: select sleep(1) from dual
                """, Cluster.explain("select sleep(1)"));
    }

    @Test
    void select_fromReferenceTable_goesToAnyShard() {
        assertTrue(
                Cluster.explain("select name from zone order by name limit 2").contains("Route Reference in customer"));
    }

    @Test
    void select_comparingWithNull_goesNowhere() {
        assertTrue(Cluster.explain("select oid from corder where qty = null").startsWith("Local SELECT"));
    }

    @Test
    void insert_intoShardedTable_hasVariablesForVindexColumns() {
        assertEquals("""
                MultiShard INSERT (customer.corder)
                  Insert Sharded in customer
                    query: insert into corder(customer_id, oid) values (:_customer_id_0, 10), (:_customer_id_1, 20)
                    vindex values: {"hash":"1, :v1"}
                """, Cluster.explain("insert into corder(customer_id, oid) values (1, 10), (?, 20)"));
    }

    @Test
    void update_byPrimaryVindex_isEqualUnique() {
        assertEquals("""
                Passthrough UPDATE (customer.corder)
                  Update EqualUnique in customer
                    query: update corder set qty = qty + 1 where customer_id = :id
                    vindex: hash
                    values: :id
                """, Cluster.explain("update corder set qty = qty + 1 where customer_id = :id"));
    }

    @Test
    void delete_everywhere_isScatter() {
        assertTrue(Cluster.explain("delete from corder where qty = 0").contains("Delete Scatter in customer"));
    }

    @Test
    void keyspaceQualifier_isNotSentToShards() {
        assertTrue(
                Cluster.explain("select customer.corder.oid from customer.corder where customer.corder.customer_id = 1")
                        .contains("query: select corder.oid from corder where corder.customer_id = 1\n"));
    }

    // refusals

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            select * from nosuch                                     | VT05004: table 'nosuch' does not exist
            select * from customer.nosuch                            | VT05005: table 'nosuch' does not exist in keyspace 'customer'
            select * from nosuch.t                                   | VT05003: unknown database 'nosuch' in the VSchema
            select x.oid from corder                                 | VT03019: column 'x.oid' not found
            select nosuch from customer                              | VT03019: column 'customer.nosuch' not found
            insert into corder(customer_id, oid) values (1)          | VT03006: the number of columns does not match the number of values
            insert into corder values (1, 2)                         | VT09004: an INSERT must list its columns, because the columns of table 'customer.corder' are not known
            insert into corder(oid) values (1)                       | VT09003: an INSERT must give a value for the vindex column 'customer_id'
            select @x := 1 from corder                               | VT12001: unsupported: assigning a user variable in an expression
            select * from corder c, corder d                         | VT09015: schema tracking required: a star cannot be expanded
            """)
    void plan_ofWhatCannotBeRouted_isRefused(String sql, String message) {
        assertEquals(message, Cluster.refusal(sql));
    }

    @Test
    void plan_ofNonsense_tellsWhere() {
        assertEquals("SR01001: syntax error at line 1, column 8 (offset 7) near 'from corder': "
                + "expected an expression, found 'from'", Cluster.refusal("select from corder"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"update corder set qty = 1", "delete from corder", "insert into corder(customer_id) values (1)",
                "select oid from corder where customer_id = 1 for update"})
    void change_onReplica_isRefused(String sql) {
        PlanningContext replica = new PlanningContext(Optional.of("customer"), TabletType.REPLICA);
        Planner planner = new Planner(Cluster.VSCHEMA);
        ShardrouteException error = assertThrows(ShardrouteException.class, () -> planner.plan(sql, replica));
        assertEquals(ErrorCode.VT09002, error.code());
        planner.plan("select oid from corder", replica);
    }

    // bounds and trace

    @Test
    void plan_beyondRewriteBound_isRefused() {
        Planner planner = new Planner(Cluster.VSCHEMA, new PlannerOptions(ParserOptions.DEFAULT, 1));
        ShardrouteException error = assertThrows(ShardrouteException.class,
                () -> planner.plan("select oid from corder where qty = 1", PlanningContext.DEFAULT));
        assertEquals(ErrorCode.SR01005, error.code());
    }

    @Test
    void trace_tellsWhatRulesDid() {
        Traced traced = new Planner(Cluster.VSCHEMA).trace("select oid from corder where customer_id = 1",
                PlanningContext.DEFAULT);
        assertEquals(
                List.of("PHYSICAL_TRANSFORM: rewrote QueryGraph: in this order",
                        "INITIAL_PLANNING: rewrote Horizon: all of it"),
                traced.trace().stream().filter(event -> event instanceof TraceEvent.Tried tried && tried.fired())
                        .map(TraceEvent::toString).toList());
    }
}
