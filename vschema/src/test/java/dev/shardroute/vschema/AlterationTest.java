package dev.shardroute.vschema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.error.ShardrouteException;
import dev.shardroute.sql.SqlParser;
import dev.shardroute.sql.ast.AlterVschema;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What ALTER VSCHEMA makes of a VSchema. */
final class AlterationTest {
    private static final VSchema VSCHEMA = VSchema.builder()
            .keyspace("main", main -> main.table("t").table("seq", TableDeclaration::sequence))
            .keyspace("fresh", fresh -> {})
            .keyspace("user", user -> user.sharded().vindex("hash", "hash").vindex("spare", "xxhash")
                    .ownedVindex("names", "lookup", Map.of("table", "l", "from", "name", "to", "k"), "u")
                    .table("u", table -> table.columnVindex("hash", "id").columnVindex("names", "name"))
                    .table("auto", table -> table.columnVindex("hash", "id").autoIncrement("id", "main.seq")))
            .build();

    // vindexes

    @Test
    void createVindex_declaresIt_andTheFirstMakesTheKeyspaceSharded() {
        VSchema altered = alter(VSCHEMA, "alter vschema create vindex fresh.l using lookup with owner=t, from='a', "
                + "table=main.l, to=k");
        assertTrue(altered.keyspace("fresh").sharded());
        VindexDefinition vindex = altered.findVindex(Optional.of("fresh"), "l").orElseThrow();
        assertEquals(Map.of("from", "a", "table", "main.l", "to", "k"), vindex.params());
        assertEquals(Optional.of("t"), vindex.owner());
    }

    @Test
    void dropVindex_removesIt() {
        assertEquals(Optional.empty(),
                alter(VSCHEMA, "alter vschema drop vindex user.spare").findVindex(Optional.of("user"), "spare"));
    }

    @Test
    void addVindex_ofANewTable_declaresBoth() {
        VSchema altered = alter(VSCHEMA, "alter vschema on user.n add vindex h2 (a) using hash");
        altered = alter(altered, "alter vschema on user.n add vindex spare (b, c)");
        Table table = altered.findTable(Optional.of("user"), "n");
        assertEquals(List.of("h2", "spare"), table.columnVindexes().stream().map(ColumnVindex::name).toList());
        assertEquals(List.of("b", "c"), table.columnVindexes().getLast().columns());
    }

    @Test
    void addVindex_thatIsDeclaredAlike_usesIt() {
        VSchema altered = alter(VSCHEMA, "alter vschema on user.auto add vindex names (n) using lookup with owner=u, "
                + "table=l, `from`=name, `to`=k");
        assertEquals(2, altered.findTable(Optional.of("user"), "auto").columnVindexes().size());
    }

    @Test
    void dropColumnVindex_removesTheTableWithTheLastOne() {
        VSchema altered = alter(VSCHEMA, "alter vschema on user.u drop vindex names");
        assertEquals(1, altered.findTable(Optional.of("user"), "u").columnVindexes().size());
        altered = alter(altered, "alter vschema on user.u drop vindex hash");
        assertEquals(Optional.empty(), altered.keyspace("user").table("u"));
    }

    // tables and sequences

    @Test
    void tablesAndSequences_areAddedAndDropped() {
        VSchema altered = alter(alter(VSCHEMA, "alter vschema add table main.a"), "alter vschema add sequence main.s");
        assertTrue(altered.keyspace("main").tables().containsKey("a"));
        assertEquals(TableType.SEQUENCE, altered.findTable(Optional.of("main"), "s").type());
        altered = alter(alter(altered, "alter vschema drop table main.a"), "alter vschema drop sequence main.s");
        assertEquals(VSCHEMA, altered);
    }

    @Test
    void autoIncrement_isAddedAndDropped() {
        VSchema altered = alter(VSCHEMA, "alter vschema on user.u add auto_increment id using main.seq");
        assertEquals(Optional.of(new AutoIncrement("id", QualifiedName.of("main", "seq"))),
                altered.findTable(Optional.of("user"), "u").autoIncrement());
        assertEquals(VSCHEMA, alter(altered, "alter vschema on user.u drop auto_increment"));
    }

    // the keyspace

    @Test
    void keyspace_isTheSessionsWhereTheNameHasNone() {
        VSchema altered = VSCHEMA.alter(statement("alter vschema add table a"), Optional.of("main"));
        assertTrue(altered.keyspace("main").tables().containsKey("a"));
    }

    @Test
    void vschema_thatIsAltered_staysAsItIs() {
        String before = VSCHEMA.json();
        alter(VSCHEMA, "alter vschema drop table main.t");
        assertEquals(before, VSCHEMA.json());
    }

    @Test
    void schemaFacts_stay() {
        VSchema withFacts = VSCHEMA.withFacts(SchemaFacts.ofDdl("main", "create table t (a int, primary key (a))"));
        VSchema altered = alter(withFacts, "alter vschema add table main.a");
        assertEquals(List.of("a"), altered.findTable(Optional.of("main"), "t").primaryKey());
        assertTrue(!altered.json().contains("columns"), altered.json());
    }

    @Test
    void keyspace_thatWasReadAlone_isAltered_andReferencesAreNotFollowed() {
        VSchema one = VSchema.parseKeyspace("ks", """
                {"sharded": true, "vindexes": {"hash": {"type": "hash"}}, "tables": {
                  "t": {"column_vindexes": [{"column": "id", "name": "hash"}],
                        "auto_increment": {"column": "id", "sequence": "elsewhere.seq"}}}}
                """);
        VSchema altered = alter(alter(one, "alter vschema create vindex ks.x using xxhash"),
                "alter vschema on ks.t drop auto_increment");
        assertTrue(altered.findVindex(Optional.of("ks"), "x").isPresent());
        assertEquals(Optional.empty(), altered.findTable(Optional.of("ks"), "t").autoIncrement());
        assertTrue(alter(altered, "alter vschema on ks.t add auto_increment id using elsewhere.seq")
                .findTable(Optional.of("ks"), "t").autoIncrement().isPresent());
    }

    // refusals

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "create vindex user.hash using hash         | keyspace 'user' has a vindex 'hash' already",
        "drop vindex user.none                      | keyspace 'user' has no vindex 'none'",
        "drop vindex user.hash                      | keyspace 'user' uses the vindex 'hash' in table 'auto'",
        "add table user.x                           | keyspace 'user' is sharded; a table can be added to unsharded ones only",
        "add table main.t                           | keyspace 'main' has a table 't' already",
        "drop table main.none                       | keyspace 'main' has no table 'none'",
        "on user.u add vindex none (a)              | keyspace 'user' has no vindex 'none'",
        "on user.u add vindex hash (a)              | keyspace 'user' uses the vindex 'hash' in table 'u' already",
        "on user.x add vindex hash (a) using xxhash | keyspace 'user' has a vindex 'hash' with another 'type'",
        "on user.x add vindex hash (a) using hash with a=b | keyspace 'user' has a vindex 'hash' with another 'params'",
        "on user.x add vindex hash (a) using hash with owner=u | keyspace 'user' has a vindex 'hash' with another 'owner'",
        "on user.none drop vindex hash              | keyspace 'user' has no table 'none'",
        "on user.auto drop vindex names             | keyspace 'user' does not use a vindex 'names' in table 'auto'",
        "add sequence user.s                        | keyspace 'user' is sharded; a sequence can be added to unsharded ones only",
        "add sequence main.seq                      | keyspace 'main' has a table 'seq' already",
        "drop sequence user.u                       | keyspace 'user' is sharded; a sequence can be dropped from unsharded ones only",
        "drop sequence main.none                    | keyspace 'main' has no table 'none'",
        "on user.none add auto_increment id using main.seq | keyspace 'user' has no table 'none'",
        "on user.auto add auto_increment id using main.seq | keyspace 'user' has an auto_increment in table 'auto' already",
        "on user.none drop auto_increment           | keyspace 'user' has no table 'none'",
        "on user.u drop auto_increment              | keyspace 'user' has no auto_increment in table 'u'",
        "on user.u add auto_increment id using `a.b` | keyspace 'user' can have no sequence 'a.b': a name has no dot",
    })
    void statement_thatDoesNotFit_isRefused(String change, String why) {
        ShardrouteException error =
                assertThrows(ShardrouteException.class, () -> alter(VSCHEMA, "alter vschema " + change));
        assertEquals("SR02008: the VSchema cannot be altered: " + why, error.getMessage());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "create vindex user.x using hsah             | SR02001",
        "create vindex main.x using hash             | SR02001",
        "on user.u add auto_increment id using none  | SR02001",
        "on user.x add vindex names (a)              | SR02001",
        "add table a                                 | VT09005",
        "add table nowhere.a                         | VT05003",
    })
    void statement_withAnOutcomeThatIsNotValid_isRefused(String change, ErrorCode code) {
        ShardrouteException error =
                assertThrows(ShardrouteException.class, () -> alter(VSCHEMA, "alter vschema " + change));
        assertEquals(code, error.code());
    }

    private static VSchema alter(VSchema vschema, String sql) {
        return vschema.alter(statement(sql), Optional.empty());
    }

    private static AlterVschema statement(String sql) {
        return (AlterVschema) new SqlParser().parse(sql);
    }
}
