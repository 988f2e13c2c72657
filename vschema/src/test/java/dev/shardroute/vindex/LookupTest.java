package dev.shardroute.vindex;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.error.ShardrouteException;
import dev.shardroute.key.KeyspaceId;
import dev.shardroute.sql.SqlParser;
import dev.shardroute.type.Binds;
import dev.shardroute.type.Row;
import dev.shardroute.type.Type;
import dev.shardroute.type.Value;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What lookup vindexes do where the conformance data says nothing. */
final class LookupTest {
    private static final Map<String, String> TABLE = Map.of("table", "ks.t", "from", "a", "to", "id");
    private static final KeyspaceId ID = KeyspaceId.parse("166b40b44aba4bd6");

    private static final List<Row> OLD = List.of(Row.of(Value.of("old")));

    // reading

    @Test
    void map_insideATransactionThatWrites_locks() {
        assertEquals(List.of("select a, id from ks.t where a in ::a for update"), mapped(Map.of()));
        assertEquals(List.of("select a, id from ks.t where a in ::a lock in share mode"),
                mapped(Map.of("read_lock", "shared")));
        assertEquals(List.of("select a, id from ks.t where a in ::a"), mapped(Map.of("read_lock", "none")));
    }

    private static List<String> mapped(Map<String, String> params) {
        RecordingSession session = RecordingSession.writing(query -> List.of());
        lookup("lookup", params).map(List.of(Value.of(1)), session);
        return session.sql();
    }

    @Test
    void map_ofNoValues_asksNobody() {
        assertEquals(List.of(), lookup("lookup", Map.of()).map(List.of(), LookupSession.none()));
    }

    @Test
    void map_ofTexts_asksForEach_unlessBatchLookupIsSet() {
        List<Value> texts = List.of(Value.of("a"), Value.of("b"));
        RecordingSession one = new RecordingSession(query -> List.of());
        lookup("lookup", Map.of()).map(texts, one);
        assertEquals(2, one.queries().size());
        RecordingSession batch = new RecordingSession(query -> List.of(Row.of(Value.of("b"), Value.of("x"))));
        assertEquals("[DestinationNone(), DestinationKeyspaceIDs(78)]",
                lookup("lookup", Map.of("batch_lookup", "true")).map(texts, batch).toString());
        assertEquals(1, batch.queries().size());
    }

    /** The column's collation may find {@code B} and {@code b} equal. */
    @Test
    void batchOfTexts_thatComesBackInAnotherSpelling_isAskedForOneByOne() {
        RecordingSession session = new RecordingSession(query -> query.binds().tuple("a").contains(Value.of("B"))
                ? List.of(Row.of(Value.of("b"), Value.of("x")))
                : List.of());
        assertEquals("[DestinationNone(), DestinationKeyspaceIDs(78)]",
                lookup("lookup", Map.of("batch_lookup", "true"))
                        .map(List.of(Value.of("a"), Value.of("B")), session).toString());
        assertEquals(3, session.queries().size());
    }

    @Test
    void loneNull_thatIsIgnored_isEverywhere() {
        Map<String, String> params = Map.of("ignore_nulls", "true");
        assertEquals("[DestinationKeyRange(-)]",
                lookup("lookup", params).map(List.of(Value.NULL), LookupSession.none()).toString());
        assertEquals("[DestinationNone()]", lookup("lookup_unique", params)
                .map(List.of(Value.NULL), new RecordingSession(query -> List.of())).toString());
    }

    @ParameterizedTest
    @CsvSource({
        "lookup, DestinationKeyspaceIDs()",
        "lookup_hash, DestinationKeyspaceIDs()",
        "lookup_unique, DestinationNone()",
        "lookup_hash_unique, DestinationNone()",
    })
    void rowWithoutAKeyspaceId_isNowhere(String type, String destination) {
        RecordingSession session = new RecordingSession(query -> List.of(Row.of(Value.of(1), Value.NULL)));
        assertEquals("[" + destination + "]",
                lookup(type, Map.of()).map(List.of(Value.of(1)), session).toString());
    }

    @Test
    void nullAmongIntegers_isAskedForWithThem() {
        RecordingSession session = new RecordingSession(query -> List.of(Row.of(Value.of(1), Value.of("x"))));
        assertEquals("[DestinationNone(), DestinationKeyspaceIDs(78)]", lookup("lookup", Map.of())
                .map(List.of(Value.NULL, Value.of(1)), session).toString());
        assertEquals(1, session.queries().size());
    }

    @Test
    void nullBesideTheEmptyText_hasNoRows() {
        RecordingSession session = new RecordingSession(query -> List.of(Row.of(Value.of(""), Value.of("x"))));
        assertEquals("[DestinationNone(), DestinationKeyspaceIDs(78)]",
                lookup("lookup", Map.of("batch_lookup", "true"))
                        .map(List.of(Value.NULL, Value.of("")), session).toString());
    }

    @Test
    void integerInAnotherSpelling_isAskedForAlone() {
        RecordingSession session = new RecordingSession(query -> List.of(Row.of(Value.of(7), Value.of("x"))));
        assertEquals("[DestinationKeyspaceIDs(78)]", lookup("lookup", Map.of())
                .map(List.of(Value.of(Type.INT64, "007")), session).toString());
    }

    @Test
    void severalRowsOfAUniqueVindex_areRefused() {
        Row row = Row.of(Value.of(1), Value.of("x"));
        RecordingSession session = new RecordingSession(query -> List.of(row, row));
        assertCode(ErrorCode.SR05011, () -> lookup("lookup_unique", Map.of()).map(List.of(Value.of(1)), session));
    }

    @Test
    void query_isThatOfMap_ofPlannableTypes() {
        LookupPlannable plannable = assertInstanceOf(LookupPlannable.class, lookup("lookup_hash", Map.of()));
        assertEquals("select a, id from ks.t where a in ::a", plannable.query());
        assertEquals(List.of("a"), plannable.arguments());
        assertEquals(CommitOrder.NORMAL, plannable.commitOrder());
        assertEquals(CommitOrder.PRE,
                assertInstanceOf(LookupPlannable.class, lookup("consistent_lookup", Map.of())).commitOrder());
        assertAll(VindexRegistry.standard().types().stream().map(type -> () -> assertEquals(
                VindexRegistry.standard().traits(type).orElseThrow().capabilities()
                        .contains(Capability.LOOKUP_PLANNABLE),
                type.contains("lookup") && lookup(type, Map.of()) instanceof LookupPlannable)));
    }

    @Test
    void withoutSession_lookupsAreRefused() {
        assertCode(ErrorCode.VT13001,
                () -> lookup("lookup", Map.of()).map(List.of(Value.of(1)), LookupSession.none()));
        assertCode(ErrorCode.VT13001,
                () -> LookupSession.none().executeOn("ks", ID, new LookupQuery(LookupQuery.Purpose.MAP, "select 1",
                        Binds.NONE, CommitOrder.NORMAL, false)));
    }

    // parameters

    @ParameterizedTest
    @CsvSource({"no_verify, 0", "write_only, 0", "autocommit, 2", "ignore_nulls, 2"})
    void verify_asksTheTable_unlessItIsBelieved(String flag, int queries) {
        RecordingSession session = new RecordingSession(query -> List.of());
        List<Boolean> verified = lookup("lookup", Map.of(flag, "true"))
                .verify(List.of(Value.of(1), Value.of(2)), List.of(ID, ID), session);
        boolean isBelieved = queries == 0;
        assertEquals(List.of(isBelieved, isBelieved), verified);
        assertEquals(queries, session.queries().size());
    }

    @Test
    void tableThatIsOnlyWritten_isWritten() {
        RecordingSession session = new RecordingSession(query -> List.of());
        Lookup lookup = lookup("lookup_hash", Map.of("write_only", "true"));
        assertEquals("[DestinationKeyRange(-)]",
                lookup.map(List.of(Value.of(1)), LookupSession.none()).toString());
        lookup.update(List.of(Value.of(1)), List.of(Value.of(2)), ID, session);
        assertEquals(List.of("delete from ks.t where a = :a and id = :id",
                "insert into ks.t(a, id) values(:a_0, :id_0)"), session.sql());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "lookup       | autocommit             | insert into ks.t(a, id) values(:a_0, :id_0)"
                + " on duplicate key update a=values(a), id=values(id)",
        "lookup_hash  | multi_shard_autocommit | insert /*vt+ MULTI_SHARD_AUTOCOMMIT=1 */ into ks.t(a, id)"
                + " values(:a_0, :id_0) on duplicate key update a=values(a), id=values(id)",
        "lookup_unique| multi_shard_autocommit | insert /*vt+ MULTI_SHARD_AUTOCOMMIT=1 */ into ks.t(a, id)"
                + " values(:a_0, :id_0)",
    })
    void tableThatIsCommittedAtOnce_isAddedTo_andNeverDeletedFrom(String type, String flag, String insert) {
        RecordingSession session = new RecordingSession(query -> List.of());
        lookup(type, Map.of(flag, "true")).update(List.of(Value.of(1)), List.of(Value.of(2)), ID, session);
        assertEquals(List.of(insert), session.sql());
        assertEquals(CommitOrder.AUTOCOMMIT, session.queries().getFirst().order());
    }

    @Test
    void create_thatIgnores_leavesWhatIsThere() {
        RecordingSession session = new RecordingSession(query -> List.of());
        lookup("lookup", Map.of()).create(List.of(List.of(Value.of(1))), List.of(ID), true, session);
        assertEquals(List.of("insert ignore into ks.t(a, id) values(:a_0, :id_0)"), session.sql());
    }

    // names

    @Test
    void names_areQuotedWhereTheyMustBe_andEveryQueryParses() {
        Map<String, String> params = Map.of("table", "my-ks.`a.b`", "from", "order, x y, `", "to", "to");
        ConsistentLookupVindex vindex = assertInstanceOf(ConsistentLookupVindex.class,
                VindexRegistry.standard().create("consistent_lookup", "v", params));
        LookupSql sql = vindex.reader().sql();
        assertEquals("select `order`, `to` from `my-ks`.`a.b` where `order` in ::order", sql.select());
        assertEquals("delete from `my-ks`.`a.b` where `order` = :order and `x y` = :_column_1 and ```` = :_column_2"
                + " and `to` = :to", sql.delete());
        assertAll(List.of(sql.select(), sql.verify(), sql.delete(), sql.lock(), sql.insertOne(), sql.update(),
                sql.insert(2, true, true, true), sql.lockOwner("a.b", List.of("x", "y", "key"))).stream()
                .map(query -> () -> new SqlParser().parse(query)));
    }

    // writing

    @Test
    void create_ordersItsRows() {
        RecordingSession session = new RecordingSession(query -> List.of());
        lookup("lookup", Map.of()).create(List.of(List.of(Value.of(2)), List.of(Value.of(10))), List.of(ID, ID), false,
                session);
        assertEquals(Value.of(10), session.queries().getFirst().binds().value("a_0"));
    }

    @Test
    void create_ofIgnoredNullsOnly_asksNobody() {
        Lookup lookup = lookup("lookup", Map.of("ignore_nulls", "true"));
        lookup.create(List.of(List.of(Value.NULL)), List.of(ID), false, LookupSession.none());
    }

    /** Their hash is no NULL, so it is in the table as the empty text. */
    @Test
    void create_ofNull_byALooselyHashedVindex_isThatOfTheEmptyText() {
        RecordingSession session = new RecordingSession(query -> List.of());
        lookup("lookup_unicodeloosemd5_hash", Map.of()).create(List.of(List.of(Value.NULL)), List.of(ID), false,
                session);
        assertEquals(Value.ofUnsigned(0xd41d8cd98f00b204L), session.queries().getFirst().binds().value("a_0"));
    }

    @Test
    void keyspaceIdThatIsNoHash_isRefusedByHashedLookups() {
        for (String type : List.of("lookup_hash", "lookup_hash_unique", "lookup_unicodeloosemd5_hash")) {
            Lookup lookup = lookup(type, Map.of("autocommit", "true"));
            KeyspaceId bad = KeyspaceId.parse("01");
            List<List<Value>> rows = List.of(List.of(Value.of(1)));
            assertCode(ErrorCode.SR03001, () -> lookup.delete(rows, bad, LookupSession.none()));
            assertCode(ErrorCode.SR03001, () -> lookup.create(rows, List.of(bad), false, LookupSession.none()));
            assertCode(ErrorCode.SR03001,
                    () -> lookup.verify(List.of(Value.of(1)), List.of(bad), LookupSession.none()));
        }
    }

    @Test
    void parameterOfAnotherKind_hasNoEffect() {
        assertEquals(List.of("autocommit"), VindexRegistry.standard()
                .unknownParameters("consistent_lookup", Map.of("autocommit", "maybe", "table", "t")));
        assertEquals(false, lookup("consistent_lookup", Map.of("autocommit", "true")).lookup().autocommit());
        assertCode(ErrorCode.SR02004, () -> lookup("lookup_cost", Map.of("cost", "much")));
    }

    // consistent lookups

    @Test
    void owner_withAnotherNumberOfColumns_isRefused() {
        OwnerAware vindex = assertInstanceOf(OwnerAware.class, lookup("consistent_lookup", Map.of()));
        assertCode(ErrorCode.VT03029, () -> vindex.withOwner("ks", "t1", List.of("a", "b")));
    }

    @Test
    void duplicateWithoutARow_isReplaced() {
        RecordingSession session = answering(duplicate(), List.of(OLD, List.of(), List.of()));
        owned().create(List.of(List.of(Value.of(1))), List.of(ID), false, session);
        assertEquals(List.of("insert into ks.t(a, id) values(:a_0, :id_0)",
                "select id from ks.t where a = :a for update",
                "select x from t1 where x = :a lock in share mode",
                "update ks.t set id=:id where a = :a"), session.sql());
    }

    @Test
    void duplicateThatIsGone_isAdded() {
        RecordingSession session = answering(duplicate(), List.of(List.of(), List.of()));
        owned().create(List.of(List.of(Value.of(1))), List.of(ID), false, session);
        assertEquals("insert into ks.t(a, id) values(:a, :id)", session.sql().getLast());
        assertEquals(CommitOrder.PRE, session.queries().getLast().order());
    }

    @Test
    void sameValuesTwice_stayAnError() {
        ShardrouteException duplicate = duplicate();
        RecordingSession session = answering(duplicate, List.of(List.of(), List.of()));
        List<Value> row = List.of(Value.of(1));
        assertSame(duplicate, assertThrows(ShardrouteException.class,
                () -> owned().create(List.of(row, row), List.of(ID, ID), false, session)));
    }

    @Test
    void duplicate_whenTheTransactionIsGone_staysAnError() {
        ShardrouteException duplicate = duplicate();
        RecordingSession session = answering(duplicate, List.of());
        session.loseTransaction();
        assertSame(duplicate, assertThrows(ShardrouteException.class,
                () -> owned().create(List.of(List.of(Value.of(1))), List.of(ID), false, session)));
    }

    @Test
    void ignoredNull_besideADuplicate_isNotAdded() {
        RecordingSession session = answering(duplicate(), List.of(List.of(), List.of()));
        owned("ignore_nulls").create(List.of(List.of(Value.NULL), List.of(Value.of(1))), List.of(ID, ID), false,
                session);
        assertEquals(3, session.sql().size());
    }

    @Test
    void duplicate_withoutOwner_isRefused() {
        RecordingSession session = answering(duplicate(), List.of(OLD));
        assertCode(ErrorCode.VT13001, () -> lookup("consistent_lookup", Map.of())
                .create(List.of(List.of(Value.of(1))), List.of(ID), false, session));
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "+5"})
    void update_toAnEqualValue_changesNothing(String same) {
        RecordingSession session = new RecordingSession(query -> List.of());
        owned().update(List.of(Value.of(5)), List.of(Value.of(Type.UINT64, same)), ID, session);
        owned().update(List.of(Value.NULL), List.of(Value.NULL), ID, session);
        assertEquals(List.of(), session.sql());
        owned().update(List.of(Value.of(-1)), List.of(Value.ofUnsigned(-1)), ID, session);
        assertEquals(2, session.sql().size());
    }

    private static Lookup lookup(String type, Map<String, String> more) {
        Map<String, String> params = new HashMap<>(TABLE);
        params.putAll(more);
        return assertInstanceOf(Lookup.class, Vindexes.of(type, params));
    }

    /** Owned by {@code t1}, with these parameters set. */
    private static Lookup owned(String... flags) {
        Map<String, String> params = new HashMap<>();
        List.of(flags).forEach(flag -> params.put(flag, "true"));
        OwnerAware vindex = assertInstanceOf(OwnerAware.class, lookup("consistent_lookup", params));
        return assertInstanceOf(Lookup.class, vindex.withOwner("ks", "t1", List.of("x")));
    }

    private static ShardrouteException duplicate() {
        return new ShardrouteException(ErrorCode.SR05001, 1062, "23000", "Duplicate entry", null);
    }

    /** Fails first, and then gives these answers. */
    private static RecordingSession answering(ShardrouteException first, List<List<Row>> then) {
        Deque<List<Row>> answers = new ArrayDeque<>(then);
        AtomicBoolean isFirst = new AtomicBoolean(true);
        return new RecordingSession(query -> {
            if (isFirst.getAndSet(false)) {
                throw first;
            }
            return answers.removeFirst();
        });
    }

    private static void assertCode(ErrorCode code, Runnable action) {
        assertEquals(code, assertThrows(ShardrouteException.class, action::run).code());
    }
}
