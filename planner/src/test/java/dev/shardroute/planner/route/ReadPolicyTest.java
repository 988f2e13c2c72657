package dev.shardroute.planner.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.error.ShardrouteException;
import dev.shardroute.key.TabletType;
import dev.shardroute.key.Target;
import dev.shardroute.planner.Cluster;
import dev.shardroute.sql.SqlParser;
import dev.shardroute.topo.Topologies;
import dev.shardroute.topo.Topology;
import dev.shardroute.topo.TopologySnapshot;
import dev.shardroute.type.Binds;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ReadPolicyTest {
    /** {@code commerce} has primaries only. */
    private static final Topology TOPOLOGY = Topologies.fixed(TopologySnapshot.builder()
            .keyspace("commerce", TabletType.PRIMARY, List.of("0"))
            .keyspace("customer", List.of("-80", "80-")).build());

    private static final String READ = "select oid from corder where customer_id = 1";

    private final RouterView view = view(ReadPolicy.REPLICA);

    // the default

    @Test
    void withoutPolicy_primariesAnswer_unlessAskedOtherwise() {
        RouterView plain = Router.builder().vschema(Cluster.VSCHEMA).topology(TOPOLOGY).build().view();
        assertEquals(TabletType.PRIMARY, tablets(plain, READ, "customer"));
        assertEquals(TabletType.PRIMARY, tablets(plain, READ, ""));
        assertEquals(TabletType.REPLICA, tablets(plain, READ, "@replica"));
        assertEquals(TabletType.RDONLY, tablets(plain, READ, "customer@rdonly"));
    }

    // plain reads

    @ParameterizedTest
    @ValueSource(strings = {READ, "select 1", "(select 1) union select a from t", "values row(1)",
        "with c as (select a from t) select a from c", "select 'for update' from t /* for update */",
        "select a from t where b in (select c from u)"})
    void plainReads_goWhereThePolicySays(String sql) {
        assertEquals(TabletType.REPLICA, tablets(view, sql, "customer"));
    }

    @Test
    void choiceOfTheSession_isAboveThePolicy() {
        assertEquals(TabletType.PRIMARY, tablets(view, READ, "customer@primary"));
        assertEquals(TabletType.RDONLY, tablets(view, READ, "customer@rdonly"));
    }

    // what goes to the primaries in any case

    @ParameterizedTest
    @ValueSource(strings = {
        "select a from t for update",
        "select a from t for share",
        "select a from t lock in share mode",
        "select a from t for update skip locked",
        "select a from (select b from u for update) as x",
        "select a from t where b in (select c from u for update)",
        "(select a from t for update) union (select b from u)",
        "select get_lock('a', 1) from dual",
        "select RELEASE_ALL_LOCKS()",
        "select next 5 values from customer_seq",
        "select a into outfile 'x' from t",
        "insert into t(a) values (1)",
        "replace into t(a) values (1)",
        "update t set a = 1",
        "delete from t",
        "begin",
        "show tables",
        "set autocommit = 1",
        "do sleep(1)",
        "create table t (a int)",
    })
    void everythingElse_goesToPrimaries(String sql) {
        assertEquals(TabletType.PRIMARY, tablets(view, sql, "customer"));
    }

    @Test
    void reads_inATransaction_goToPrimaries() {
        Session session = view.session("customer").withTransaction(true);
        assertEquals(TabletType.PRIMARY, view.context(new SqlParser().parse(READ), session).tabletType());
    }

    @Test
    void policy_isNotAskedForWhatGoesToPrimaries() {
        List<ReadPolicy.PlainRead> asked = new ArrayList<>();
        RouterView asking = view(read -> {
            asked.add(read);
            return TabletType.RDONLY;
        });
        tablets(asking, "delete from corder where customer_id = 1", "customer");
        tablets(asking, "select a from t for update", "customer");
        tablets(asking, READ, "customer@replica");
        assertEquals(List.of(), asked);
        assertEquals(TabletType.RDONLY, tablets(asking, READ, "customer"));
        ReadPolicy.PlainRead read = asked.getFirst();
        assertEquals(new SqlParser().parse(READ), read.query());
        assertEquals(Target.parse("customer"), read.session().target());
        assertEquals(asking.topology(), read.topology());
    }

    // where there are replicas

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "customer | select 1 from corder                            | REPLICA",
        "customer | select 1 from commerce.product                  | PRIMARY",
        "customer | select 1 from corder, commerce.product          | PRIMARY",
        "commerce | select 1 from product                           | PRIMARY",
        "commerce | select 1 from customer.corder                   | REPLICA",
        "''       | select 1 from customer.corder                   | REPLICA",
        "''       | select 1 from corder                            | PRIMARY",
        "''       | select 1 from customer.corder, product          | PRIMARY",
        "commerce | select 1 from customer.corder where a in (select b from product) | PRIMARY",
    })
    void replicas_areUsedWhereAllNeededKeyspacesHaveThem(String target, String sql, TabletType expected) {
        assertEquals(expected, tablets(view, sql, target));
    }

    @Test
    void read_isRoutedToTheTabletsOfThePolicy() {
        Router router =
                Router.builder().vschema(Cluster.VSCHEMA).topology(TOPOLOGY).readPolicy(ReadPolicy.REPLICA).build();
        Routing read = router.route(READ, Binds.NONE, router.session("customer"));
        assertEquals(TabletType.REPLICA, read.statements().getFirst().tabletType());
        Routing write = router.route("delete from corder where customer_id = 1", Binds.NONE,
                router.session("customer"));
        assertEquals(TabletType.PRIMARY, write.statements().getFirst().tabletType());
    }

    @Test
    void policy_thatNamesTabletsThatDoNotServe_isRefused() {
        RouterView wrong = view(read -> TabletType.BACKUP);
        ShardrouteException error =
                assertThrows(ShardrouteException.class, () -> tablets(wrong, READ, "customer"));
        assertEquals(ErrorCode.SR03001, error.code());
    }

    private static RouterView view(ReadPolicy policy) {
        return Router.builder().vschema(Cluster.VSCHEMA).topology(TOPOLOGY).readPolicy(policy).build().view();
    }

    private static TabletType tablets(RouterView view, String sql, String target) {
        return view.context(new SqlParser().parse(sql), view.session(target)).tabletType();
    }
}
