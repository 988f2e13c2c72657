package dev.shardroute.planner.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shardroute.planner.Cluster;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettleSubQueriesTest {
    // once before the rest

    @Test
    void in_ofNoRows_holdsForNoRow() {
        assertEquals("""
                Complex SELECT (commerce.product, customer.corder)
                  UncorrelatedSubquery PulloutIn
                    pullout vars: __sq_has_values, __sq1
                    SubQuery: Route Unsharded in commerce
                      query: select sku from product
                    Outer: Route Scatter in customer
                      query: select oid from corder where :__sq_has_values and sku in ::__sq1
                """, Cluster.explain("select oid from corder where sku in (select sku from product)"));
    }

    @Test
    void notIn_ofNoRows_holdsForAllRows() {
        assertEquals("""
                Complex SELECT (commerce.product, customer.corder)
                  UncorrelatedSubquery PulloutNotIn
                    pullout vars: __sq_has_values, __sq1
                    SubQuery: Route Unsharded in commerce
                      query: select sku from product
                    Outer: Route Scatter in customer
                      query: select oid from corder where not :__sq_has_values or sku not in ::__sq1
                """, Cluster.explain("select oid from corder where sku not in (select sku from product)"));
    }

    @Test
    void exists_inAnAlternative_staysThere() {
        assertEquals("""
                Complex SELECT (commerce.product, customer.corder)
                  UncorrelatedSubquery PulloutExists
                    pullout vars: __sq_has_values
                    SubQuery: Route Unsharded in commerce
                      query: select 1 from product limit 1
                    Outer: Route Scatter in customer
                      query: select oid from corder where qty = 1 or not :__sq_has_values
                """, Cluster.explain("select oid from corder where qty = 1 or not exists (select 1 from product)"));
    }

    @Test
    void predicate_withSeveralSubqueries_hasAVariableForEach() {
        assertEquals("""
                Complex SELECT (commerce.product, customer.corder)
                  UncorrelatedSubquery PulloutIn
                    pullout vars: __sq_has_values, __sq2
                    SubQuery: Route Unsharded in commerce
                      query: select sku from product where price = 1
                    Outer: UncorrelatedSubquery PulloutValue
                      pullout vars: __sq1
                      SubQuery: Route Unsharded in commerce
                        query: select sku from product
                      Outer: Route Scatter in customer
                        query: select oid from corder where sku = :__sq1 or :__sq_has_values and sku in ::__sq2
                """, Cluster.explain("select oid from corder where sku = (select sku from product) "
                + "or sku in (select sku from product where price = 1)"));
    }

    @Test
    void items_haveVariables() {
        assertEquals("""
                Complex SELECT (commerce.product, customer.corder)
                  UncorrelatedSubquery PulloutExists
                    pullout vars: __sq_has_values3, __sq2
                    SubQuery: Route Unsharded in commerce
                      query: select 1 from product
                    Outer: UncorrelatedSubquery PulloutIn
                      pullout vars: __sq_has_values, __sq1
                      SubQuery: Route Unsharded in commerce
                        query: select sku from product
                      Outer: Route Scatter in customer
                        query: select :__sq_has_values and sku in ::__sq1 as i, :__sq_has_values3 as x from corder
                """, Cluster.explain("select sku in (select sku from product) i, exists (select 1 from product) x "
                + "from corder"));
    }

    @Test
    void subqueryOfASubquery_isBelowItsLimit() {
        assertEquals("""
                Complex SELECT (commerce.product, customer.corder, customer.page)
                  UncorrelatedSubquery PulloutIn
                    pullout vars: __sq_has_values1, __sq1
                    SubQuery: Limit
                      count: 3
                      UncorrelatedSubquery PulloutIn
                        pullout vars: __sq_has_values, __sq2
                        SubQuery: Route Unsharded in commerce
                          query: select sku from product
                        Outer: Route IN in customer
                          query: select sku from page where :__sq_has_values and url in ::__vals
                          vindex: xxhash
                          values: ::__sq2
                    Outer: Route Scatter in customer
                      query: select oid from corder where :__sq_has_values1 and sku in ::__sq1
                """, Cluster.explain("select oid from corder where sku in "
                + "(select sku from page where url in (select sku from product) limit 3)"));
    }

    // for each row

    @Test
    void correlatedExists_runsForEachRow() {
        assertEquals("""
                Complex SELECT (commerce.product, customer.corder)
                  SimpleProjection
                    column names: 0:oid
                    columns: 0
                    SemiJoin
                      join vars: {"corder_sku":1}
                      Outer: Route Scatter in customer
                        query: select oid, corder.sku from corder
                      SubQuery: Route Unsharded in commerce
                        query: select 1 from product where product.sku = :corder_sku limit 1
                """, Cluster.explain("select oid from corder where exists "
                + "(select 1 from product where product.sku = corder.sku)"));
    }

    // what is refused

    @ParameterizedTest
    @ValueSource(strings = {
        "select oid from corder where qty = 1 or exists (select 1 from product where product.sku = corder.sku)",
        "select oid from corder where not exists (select 1 from product where product.sku = corder.sku)",
        "select exists (select 1 from product where product.sku = corder.sku) from corder"})
    void correlatedExists_insideOfAnExpression_isRefused(String sql) {
        assertEquals("VT12001: unsupported: a correlated subquery inside of an expression", Cluster.refusal(sql));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "select oid from corder where sku in (select sku from product where product.price = corder.qty)",
        "select oid from corder where sku = (select max(sku) from product where product.price = corder.qty)",
        "select (select max(sku) from product where product.price = corder.qty) from corder"})
    void correlatedSubquery_thatIsNotExists_isRefused(String sql) {
        assertEquals("VT12001: unsupported: a correlated subquery other than in EXISTS", Cluster.refusal(sql));
    }

    @Test
    void rows_areRefused() {
        assertEquals("VT12001: unsupported: a subquery of several columns",
                Cluster.refusal("select oid from corder where (sku, qty) in (select sku, price from product)"));
    }

    @Test
    void all_isRefused() {
        assertTrue(Cluster.refusal("select oid from corder where qty > all (select price from product)")
                .startsWith("VT12001: "));
    }
}
