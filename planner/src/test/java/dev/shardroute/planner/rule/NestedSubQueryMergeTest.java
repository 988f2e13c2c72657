package dev.shardroute.planner.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.shardroute.planner.Cluster;
import org.junit.jupiter.api.Test;

class NestedSubQueryMergeTest {
    @Test
    void subqueryOfASubquery_isMergedWithTheOutermostQuery() {
        assertEquals("""
                Passthrough SELECT (customer.corder, customer.customer, customer.member)
                  Route EqualUnique in customer
                    query: select oid from corder as c where customer_id = 5 and c.email in (select email from customer as m \
                where m.customer_id = 5 and m.email in (select email from `member` as e where e.id = c.customer_id))
                    vindex: hash
                    values: 5
                """, Cluster.explain("select oid from corder c where customer_id = 5 and c.email in "
                + "(select email from customer m where m.customer_id = 5 and m.email in "
                + "(select email from member e where e.id = c.customer_id))"));
    }

    @Test
    void subqueryOfASubquery_onOtherShards_isRefused() {
        String refusal = "VT12001: unsupported: a correlated subquery other than in EXISTS";
        assertEquals(refusal, Cluster.refusal("select oid from corder c where customer_id = 5 and c.email in "
                + "(select email from customer m where m.customer_id = 6 and m.email in "
                + "(select email from member e where e.id = c.customer_id))"));
        assertEquals(refusal, Cluster.refusal("select oid from corder c where customer_id = 5 and c.email in "
                + "(select email from customer m where m.customer_id = 5 and m.email in "
                + "(select email from member e where e.id = c.qty))"));
    }
}
