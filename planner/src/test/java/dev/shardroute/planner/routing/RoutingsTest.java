package dev.shardroute.planner.routing;

import static dev.shardroute.planner.routing.Tables.routeOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shardroute.planner.operator.Operator.Route;
import dev.shardroute.planner.operator.Predicate;
import dev.shardroute.planner.operator.Routing;
import dev.shardroute.planner.operator.Routing.Sharded;
import dev.shardroute.planner.operator.Routing.VindexOption;
import dev.shardroute.planner.plan.ValueExpr;
import dev.shardroute.sql.ast.IndexHint;
import dev.shardroute.type.Binds;
import dev.shardroute.type.Value;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RoutingsTest {
    // one value

    @Test
    void equality_ofAUniqueVindex_isOneShard() {
        assertEquals("EqualUnique user hash [5]", routeOf("user.user", "a.id = 5"));
        assertEquals("EqualUnique user hash [5]", routeOf("user.user", "5 = a.id"));
        assertEquals("EqualUnique user hash [:v1]", routeOf("user.user", "a.id = :v1"));
        assertEquals("EqualUnique user xxhash ['it\\'s']", routeOf("user.page", "a.url = 'it''s'"));
    }

    @Test
    void equality_ofALookup_isSomeShards() {
        assertEquals("Equal user name_map ['ann']", routeOf("user.user", "a.name = 'ann'"));
        assertEquals("EqualUnique user mail_map ['ann']", routeOf("user.user", "a.mail = 'ann'"));
    }

    @Test
    void equality_ofOtherColumns_isScatter() {
        assertEquals("Scatter user", routeOf("user.user", "a.age = 5"));
        assertEquals("Scatter user", routeOf("user.user", "a.id = a.age"));
        assertEquals("Scatter user", routeOf("user.user", "a.id > 5"));
        assertEquals("Scatter user", routeOf("user.user", "a.id <=> 5"));
    }

    @Test
    void value_isComputed() {
        assertEquals("EqualUnique user hash [10]", routeOf("user.user", "a.id = 5 + 5"));
        assertEquals("EqualUnique user hash [-5]", routeOf("user.user", "a.id = -5"));
        assertEquals("EqualUnique user hash [1]", routeOf("user.user", "a.id = true"));
        assertEquals("EqualUnique user hash [:v1 + 1]", routeOf("user.user", "a.id = :v1 + 1"));
        assertEquals("Equal user name_map [_binary'ann']", routeOf("user.user", "a.name = _binary 'ann'"));
    }

    @Test
    void value_ofVariables_isComputedWhenTheyAreKnown() {
        Tables tables = Tables.of("user.user");
        VindexOption option = ((Sharded) tables.route(0, "a.id = :v1 + 1").routing()).selected().orElseThrow();
        ValueExpr value = Objects.requireNonNull(option.values().getFirst());
        assertEquals(Value.of(8), value.evaluate(Binds.of(7)));
    }

    @Test
    void value_thatOnlyAShardKnows_isScatter() {
        assertEquals("Scatter user", routeOf("user.user", "a.id = rand()"));
        assertEquals("Scatter user", routeOf("user.user", "a.id = @x"));
        assertEquals("Scatter user", routeOf("user.user", "a.id = (select 1)"));
        assertEquals("Scatter user", routeOf("user.page", "a.url = _latin1 'x'"));
        assertEquals("Scatter user", routeOf("user.page", "a.url = date'2026-11-24'"));
    }

    @Test
    void value_thatMayEqualOthers_isScatter() {
        assertEquals("Scatter user", routeOf("user.user", "a.id = 1e20"));
        assertEquals("Scatter user", routeOf("user.page", "a.url = 5e0"));
        assertEquals("Scatter user", routeOf("user.page", "a.url in (1, 2.0)"));
    }

    @Test
    void value_thatIsAnIntegerToMySql_hasAShard() {
        assertEquals("EqualUnique user hash [5.0]", routeOf("user.user", "a.id = 5.0"));
        assertEquals("EqualUnique user hash ['five']", routeOf("user.user", "a.id = 'five'"));
        assertEquals("IN user hash [(1, 2.0)]", routeOf("user.user", "a.id in (1, 2.0)"));
        assertEquals("EqualUnique user hash [18446744073709551616]",
                routeOf("user.user", "a.id = 18446744073709551616"));
    }

    @Test
    void value_ofAnEqualColumn_isKnown() {
        Tables tables = Tables.of("user.user", "user.music");
        tables.planning().equalities().add(tables.condition("b.user_id"), tables.condition("5"));
        assertEquals("EqualUnique user hash [5]", tables.describe(tables.route(0, "a.id = b.user_id").routing()));
    }

    @Test
    void isNull_ofAFunction_isAValue() {
        assertEquals("EqualUnique user hash [null]", routeOf("user.user", "a.id is null"));
        assertEquals("Scatter user", routeOf("user.user", "a.id is not null"));
        assertEquals("Scatter user", routeOf("user.user", "a.name is null"));
        assertEquals("Scatter user", routeOf("user.user", "a.id is true"));
    }

    // several values

    @Test
    void in_isAList() {
        assertEquals("IN user hash [(1, 2)]", routeOf("user.user", "a.id in (1, 2)"));
        assertEquals("IN user hash [::ids]", routeOf("user.user", "a.id in ::ids"));
        assertEquals("EqualUnique user hash [1]", routeOf("user.user", "a.id in (1)"));
        assertEquals("Scatter user", routeOf("user.user", "a.id not in (1, 2)"));
        assertEquals("Scatter user", routeOf("user.user", "a.id in (1, a.age)"));
    }

    @Test
    void like_isForPrefixesOnly() {
        assertEquals("Equal user cfc ['a%']", routeOf("user.path", "a.id like 'a%'"));
        assertEquals("Scatter user", routeOf("user.path", "a.id not like 'a%'"));
        assertEquals("Scatter user", routeOf("user.path", "a.id like 'a%' escape '|'"));
        assertEquals("Scatter user", routeOf("user.page", "a.url like 'a%'"));
    }

    @Test
    void between_isForVindexesInOrder() {
        assertEquals("Between user binary [('a', 'c')]",
                routeOf("user.log", "a.id between 'a' and 'c'"));
        assertEquals("Between user binary [(1, 5)]", routeOf("user.word", "a.id between 1 and 5"));
        assertEquals("Between user binary [(:v1, :v2)]", routeOf("user.word", "a.id between :v1 and :v2"));
        assertEquals("Scatter user", routeOf("user.log", "a.id not between 'a' and 'c'"));
        assertEquals("Scatter user", routeOf("user.user", "a.id between 1 and 5"));
    }

    @Test
    void between_inAnotherOrderThanThatOfBytes_isScatter() {
        assertEquals("Scatter user", routeOf("user.word", "a.id between 5 and 10"));
        assertEquals("Scatter user", routeOf("user.word", "a.id between -5 and 10"));
        assertEquals("Scatter user", routeOf("user.word", "a.id between 'a' and 'c'"));
        assertEquals("Scatter user", routeOf("user.log", "a.id between 1 and 5"));
    }

    @Test
    void rows_giveTheirMembers() {
        assertEquals("MultiEqual user hash [(1, 3)]", routeOf("user.user", "(a.id, a.age) in ((1, 2), (3, 4))"));
        assertEquals("MultiEqual user hash [(2, 4)]", routeOf("user.user", "(a.age, a.id) in ((1, 2), (3, 4))"));
        assertEquals("MultiEqual user hash [(2)]", routeOf("user.user", "(a.age, (a.age, a.id)) in ((0, (1, 2)))"));
        assertEquals("MultiEqual user hash [rows:1]", routeOf("user.user", "(a.age, a.id) in ::rows"));
        assertEquals("Scatter user", routeOf("user.user", "(a.age, a.id) not in ((1, 2), (3, 4))"));
        assertEquals("Scatter user", routeOf("user.user", "(a.id, a.age) in ((a.age, 2))"));
    }

    // several columns

    @Test
    void columns_areCollected() {
        assertEquals("EqualUnique user multi [1, 2]", routeOf("user.grid", "a.y = 2 and a.x = 1"));
        assertEquals("IN user multi [1, (2, 3)]", routeOf("user.grid", "a.x = 1 and a.y in (2, 3)"));
        assertEquals("IN user multi [(1, 4), (2, 3)]", routeOf("user.grid", "a.x in (1, 4) and a.y in (2, 3)"));
        assertEquals("MultiEqual user multi [(1, 3), (2, 4)]", routeOf("user.grid", "(a.x, a.y) in ((1, 2), (3, 4))"));
    }

    @Test
    void firstColumns_areEnough() {
        assertEquals("SubShard user multi [1]", routeOf("user.grid", "a.x = 1"));
        assertEquals("IN user multi [(1, 2)]", routeOf("user.grid", "a.x in (1, 2)"));
        assertEquals("Scatter user", routeOf("user.grid", "a.y = 1"));
    }

    @Test
    void rows_areNotMixedWithOtherValues() {
        assertEquals("MultiEqual user multi [(3, 5)]",
                routeOf("user.grid", "a.y = 2 and (a.x, a.z) in ((3, 4), (5, 6))"));
    }

    // the best

    @Test
    void cheapest_isTaken() {
        assertEquals("EqualUnique user hash [1]", routeOf("user.user", "a.name = 'ann' and a.id = 1"));
        assertEquals("EqualUnique user hash [1]", routeOf("user.user", "a.id = 1 and a.mail = 'ann'"));
        assertEquals("EqualUnique user mail_map ['ann']", routeOf("user.user", "a.id in (1, 2) and a.mail = 'ann'"));
        assertEquals("Equal user name_map ['ann']", routeOf("user.user", "a.id in (1, 2) and a.name = 'ann'"));
    }

    @Test
    void lastOfEquals_isTaken() {
        assertEquals("EqualUnique user hash [2]", routeOf("user.user", "a.id = 1 and a.id = 2"));
    }

    // nothing

    @Test
    void comparisonWithNull_isNoShard() {
        for (String condition : List.of("a.id = null", "null < a.age", "a.age in (null)", "a.age in (null, null)",
                "a.id not in (1, null)", "a.name like null", "null in (1, 2)", "1 = 0", "a.id = 5 and false")) {
            assertEquals("None user", routeOf("user.user", condition), condition);
        }
    }

    @Test
    void comparisonThatMayHold_isRouted() {
        assertEquals("Scatter user", routeOf("user.user", "a.id <=> null"));
        assertEquals("IN user hash [(null, 1)]", routeOf("user.user", "a.id in (null, 1)"));
        assertEquals("Scatter user", routeOf("user.user", "null not in (select 1 from t)"));
        assertEquals("Scatter user", routeOf("user.user", "1 = 1"));
    }

    // better predicates

    @Test
    void ors_becomeLists() {
        Tables tables = Tables.of("user.user");
        Route route = tables.route(0, "(a.id = 1 or a.id = 2)");
        assertEquals("IN user hash [(1, 2)]", tables.describe(route.routing()));
        assertEquals("a.id in (1, 2)", Tables.conditions(route));
    }

    @Test
    void orsOverAnds_giveWhatTheyHaveInCommon() {
        Tables tables = Tables.of("user.user");
        Route route = tables.route(0, "(a.id = 1 and a.age = 2 or a.age = 3 and a.id = 1)");
        assertEquals("EqualUnique user hash [1]", tables.describe(route.routing()));
        assertEquals("a.id = 1; a.age in (2, 3)", Tables.conditions(route));
    }

    @Test
    void alternatives_becomeRows() {
        Tables tables = Tables.of("user.user");
        Route route = tables.route(0, "(a.id = 1 and a.age = 2 or a.id = 3 and a.age = 4)");
        assertEquals("IN user hash [(1, 3)]", tables.describe(route.routing()));
    }

    // tables

    @Test
    void vindexes_areUsedAsHintsSay() {
        IndexHint use = new IndexHint(IndexHint.Action.USE_VINDEX, IndexHint.Purpose.ANY, List.of("NAME_MAP"));
        Tables used = Tables.hinted(Optional.of(use), "user.user");
        assertEquals("Equal user name_map [2]", used.describe(used.route(0, "a.id = 1 and a.name = 2").routing()));
        IndexHint ignore = new IndexHint(IndexHint.Action.IGNORE_VINDEX, IndexHint.Purpose.ANY, List.of("hash"));
        Tables ignored = Tables.hinted(Optional.of(ignore), "user.user");
        assertEquals("Scatter user", ignored.describe(ignored.route(0, "a.id = 1").routing()));
    }

    @Test
    void vindex_thatIsBeingFilled_isNotUsed() {
        assertEquals("Scatter user", routeOf("user.user", "a.nick = 'x'"));
    }

    @Test
    void kinds_haveTheirRoutings() {
        assertEquals("Unsharded main", routeOf("main.plain", "a.id = 1"));
        assertEquals("Next main", routeOf("main.numbers", "a.id = 1"));
        assertEquals("Reference user", routeOf("user.country", "a.id = 1"));
        assertEquals("Reference main", routeOf("dual", "1 = 1"));
        assertEquals("DBA main", routeOf("information_schema.tables", "a.x = 1"));
        assertEquals("EqualUnique user binary ['\ufffd']", routeOf("user.pinned", "a.id = 1"));
    }

    @Test
    void referenceTable_isInOtherKeyspacesToo() {
        Tables tables = Tables.of("user.country", "main.country");
        assertEquals(List.of("main"), alternates(tables.route(0, "a.id = 1")));
        assertEquals(List.of("user"), alternates(tables.route(1, "b.id = 1")));
    }

    private static List<String> alternates(Route route) {
        return List.copyOf(assertInstanceOf(Routing.AnyShard.class, route.routing()).alternates().keySet());
    }

    // again

    @Test
    void reset_findsTheSame() {
        Tables tables = Tables.of("user.user");
        for (String condition : List.of("a.id = 1 and a.name = 'x'", "a.age = 5", "a.id in (1, 2)")) {
            Routing routing = tables.route(0, condition).routing();
            assertEquals(routing, Routings.reset(routing, tables.planning()), condition);
        }
    }

    @Test
    void reset_keepsThePin() {
        Tables tables = Tables.of("user.pinned");
        Routing routing = tables.route(0, "a.id = 1").routing();
        assertEquals(routing, Routings.reset(routing, tables.planning()));
    }

    @Test
    void predicates_areSeen() {
        Tables tables = Tables.of("user.user");
        Sharded routing = (Sharded) tables.route(0, "a.id = 1 and a.age = 2").routing();
        assertEquals(2, routing.seen().size());
        assertTrue(routing.seen().contains(Predicate.of(tables.condition("a.age = 2"))));
    }
}
