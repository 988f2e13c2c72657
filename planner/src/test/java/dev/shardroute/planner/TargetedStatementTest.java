package dev.shardroute.planner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.error.ShardrouteException;
import dev.shardroute.key.TabletType;
import dev.shardroute.key.Target;
import dev.shardroute.planner.plan.PlanText;
import dev.shardroute.vschema.VSchema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TargetedStatementTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            select count(*), nosuch from customer.corder   | Passthrough SELECT () | select count(*), nosuch from corder
            select corder.*, customer.corder.a from corder | Passthrough SELECT () | select corder.*, corder.a from corder
            select a from other.t, customer.u as u         | Passthrough SELECT () | select a from other.t, u as u
            select a from u for update of customer.u       | Passthrough SELECT () | select a from u for update of u
            select last_insert_id() from u                 | Passthrough SELECT () | select :__lastInsertId as `last_insert_id()` from u
            table u union table v                          | Passthrough SELECT () | select * from u union select * from v
            create table t (id int)                        | Passthrough DDL ()    | create table t (id int)
            """)
    void statement_isSentAsItIs(String sql, String type, String query) {
        assertEquals("""
                %s
                  Send in customer, Shard(-80)
                    query: %s
                """.formatted(type, query), explain("customer:-80", sql));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            insert into customer.u(a) values (1)       | INSERT  | insert into u(a) values (1)
            replace into u(a) values (1)               | REPLACE | replace into u(a) values (1)
            update customer.u set customer.u.a = 1     | UPDATE  | update u set u.a = 1
            delete customer.u from customer.u, v       | DELETE  | delete u from u, v
            """)
    void change_isSentAsOne(String sql, String type, String query) {
        assertEquals("""
                Passthrough %s ()
                  Send in customer, Shard(-80)
                    query: %s
                    is dml: true
                """.formatted(type, query), explain("customer:-80", sql));
    }

    @Test
    void directives_areMinded() {
        String sql = "delete /*vt+ MULTI_SHARD_AUTOCOMMIT=1 QUERY_TIMEOUT_MS=7 */ from u";
        assertEquals("""
                MultiShard DELETE ()
                  Send in customer, ExactKeyRange(-)
                    query: delete /*vt+ MULTI_SHARD_AUTOCOMMIT=1 QUERY_TIMEOUT_MS=7 */ from u
                    query timeout: 7
                    is dml: true
                    multishard autocommit: true
                """, explain("customer[-]", sql));
    }

    @Test
    void insert_intoAKeyRange_isRefused() {
        assertEquals("VT03023: INSERT into the key range that is targeted, -80",
                refusal("customer[-80]", "insert into u(a) values (1)").getMessage());
    }

    @Test
    void change_onReplicas_isRefused() {
        assertEquals(ErrorCode.VT09002, refusal("customer:-80@replica", "delete from u").code());
    }

    @Test
    void shardRoutingRule_tellsTheKeyspaceThatServes() {
        VSchema vschema = VSchema.parse("""
                {"keyspaces": {"old": {"sharded": true}, "new": {"sharded": true}}, "shard_routing_rules": {"rules": [
                   {"from_keyspace": "old", "to_keyspace": "new", "shard": "-80"}]}}""");
        assertEquals("""
                Passthrough SELECT ()
                  Send in new, Shard(-80)
                    query: select a from t, u
                """, explain(vschema, "old:-80", "select a from old.t, new.u"));
    }

    private static String explain(String target, String sql) {
        return explain(Cluster.VSCHEMA, target, sql);
    }

    private static String explain(VSchema vschema, String target, String sql) {
        return PlanText.print(new Planner(vschema).plan(sql, context(target)));
    }

    private static ShardrouteException refusal(String target, String sql) {
        return assertThrows(ShardrouteException.class,
                () -> new Planner(Cluster.VSCHEMA).plan(sql, context(target)));
    }

    private static PlanningContext context(String target) {
        Target chosen = Target.parse(target);
        return new PlanningContext(chosen.keyspace(), chosen.tabletType().orElse(TabletType.PRIMARY))
                .withDestination(chosen.destination());
    }
}
