package dev.shardroute.vschema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.error.ShardrouteException;
import dev.shardroute.key.TabletType;
import dev.shardroute.sql.SqlParser;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.TableDefinition;
import dev.shardroute.sql.ast.TableDefinition.Reference;
import dev.shardroute.sql.ast.TableName;
import dev.shardroute.vschema.Finding.Severity;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What schema facts add to a VSchema. */
final class SchemaMergeTest {
    // columns

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "                                                                 | id  | true",
        "'tbl': {}                                                        | id  | true",
        "'tbl': {'columns': [{'name': 'uid'}]}                            | id  | true",
        "'tbl': {'column_list_authoritative': true}                       |     | true",
        "'tbl': {'columns': [{'name': 'uid'}], 'column_list_authoritative': true} | uid | true",
    })
    void columns_areTaken_unlessThoseDeclaredAreAll(String tables, String column, boolean authoritative) {
        VSchema vschema = VSchema.parse("{\"keyspaces\": {\"ks\": {\"tables\": {"
                + (tables == null ? "" : tables.replace('\'', '"')) + "}}}}")
                .withFacts(SchemaFacts.ofDdl("ks", "create table tbl (id bigint)"));
        Table table = vschema.findTable(Optional.of("ks"), "tbl");
        assertEquals(column == null ? List.of() : List.of(column), table.columns().stream().map(Column::name).toList());
        assertEquals(authoritative, table.columnListAuthoritative());
    }

    @Test
    void facts_withoutColumns_leaveThemAsTheyAre() {
        VSchema vschema = VSchema.builder().keyspace("ks", ks -> ks.table("t", t -> t.column(Column.of("a")))).build()
                .withFacts(SchemaFacts.builder().primaryKey("ks", "t", List.of("a"))
                        .uniqueKey("ks", "t", List.of(new Expression.Column(null, "b")))
                        .uniqueKey("ks", "t", List.of(new SqlParser().parseExpression("c + 1"))).build());
        Table table = vschema.findTable(Optional.of("ks"), "t");
        assertEquals(List.of(Column.of("a")), table.columns());
        assertFalse(table.columnListAuthoritative());
        assertEquals(List.of("a"), table.primaryKey());
        assertEquals(2, table.uniqueKeys().size());
    }

    @Test
    void whatIsDeclared_staysBesidesTheColumns() {
        VSchema vschema = VSchema.builder()
                .keyspace("main", main -> main.table("seq", TableDeclaration::sequence))
                .keyspace("ks", ks -> ks.sharded().vindex("hash", "hash").table("t",
                        t -> t.columnVindex("hash", "id").autoIncrement("id", "main.seq")))
                .build();
        Table before = vschema.findTable(Optional.of("ks"), "t");
        Table after = vschema.withFacts(SchemaFacts.ofDdl("ks", "create table t (id int)"))
                .findTable(Optional.of("ks"), "t");
        assertEquals(before.columnVindexes(), after.columnVindexes());
        assertEquals(before.autoIncrement(), after.autoIncrement());
    }

    @Test
    void otherFacts_takeThePlaceOfThoseBefore() {
        VSchema vschema = VSchema.parse("{\"keyspaces\": {\"ks\": {}}}");
        VSchema first = vschema.withFacts(SchemaFacts.ofDdl("ks", "create table t (a int)"));
        VSchema second = first.withFacts(SchemaFacts.ofDdl("ks", "create table u (b int)"));
        assertFalse(second.keyspace("ks").tables().containsKey("t"));
        assertEquals(vschema, first.withFacts(SchemaFacts.NONE));
        assertEquals(vschema.json(), first.json());
    }

    // names

    @Test
    void tablesOfUnshardedKeyspaces_areFoundWithoutKeyspace_unlessTheNameIsTaken() {
        VSchema vschema = VSchema.builder()
                .keyspace("a", a -> a.table("declared")).keyspace("b", b -> {})
                .keyspace("s", s -> s.sharded().vindex("hash", "hash")
                        .table("moved", t -> t.columnVindex("hash", "id")))
                .keyspace("hidden", hidden -> hidden.requireExplicitRouting()).build()
                .withFacts(SchemaFacts.builder()
                        .ddl("a", "create table one (x int); create table twin (x int); create table moved (x int)")
                        .ddl("b", "create table twin (x int); create table declared (x int)")
                        .ddl("s", "create table only_sharded (x int)")
                        .ddl("hidden", "create table secret (x int)").build());
        assertEquals("a", vschema.findTable(Optional.empty(), "one").keyspace());
        assertEquals("a", vschema.findTable(Optional.empty(), "declared").keyspace());
        assertEquals("s", vschema.findTable(Optional.empty(), "moved").keyspace());
        assertCode(ErrorCode.SR02003, () -> vschema.findTable(Optional.empty(), "twin"));
        assertCode(ErrorCode.VT05004, () -> vschema.findTable(Optional.empty(), "only_sharded"));
        assertCode(ErrorCode.VT05004, () -> vschema.findTable(Optional.empty(), "secret"));
        assertEquals(1, vschema.findTable(Optional.of("s"), "only_sharded").columns().size());
    }

    @Test
    void views_areFoundWithoutKeyspace_whenTheyAreTheOnlyOfTheirName() {
        VSchema vschema =
                VSchema.parse("{\"keyspaces\": {\"u\": {\"tables\": {\"t1\": {}}}, \"s\": {\"sharded\": true}}}")
                        .withFacts(SchemaFacts.builder()
                                .ddl("u", "create view v1 as select 1 from t1; create view v2 as select 1 from t2")
                                .ddl("s", "create view v2 as select 1 from t2; create view v3 as select 1 from t3; "
                                        + "create view t1 as select 1 from t3")
                                .build());
        assertEquals("u", vschema.findView(Optional.empty(), "v1").orElseThrow().keyspace());
        assertEquals(Optional.empty(), vschema.findView(Optional.empty(), "v2"));
        assertEquals("s", vschema.findView(Optional.empty(), "v3").orElseThrow().keyspace());
        assertTrue(vschema.findView(Optional.of("s"), "v2").isPresent());
        assertEquals(Optional.empty(), vschema.findView(Optional.of("u"), "v3"));
        assertEquals("u", vschema.findTable(Optional.empty(), "t1").keyspace());
        assertCode(ErrorCode.VT05004, () -> vschema.findTable(Optional.empty(), "v1"));
    }

    @Test
    void routingRule_mayLeadToAView_thatFactsTellOf() {
        VSchema declared = VSchema.builder().keyspace("source", ks -> {}).keyspace("target", ks -> ks.sharded())
                .routingRule("source.v", "target.v").routingRule("w@replica", "target.v").build();
        VSchema vschema =
                declared.withFacts(SchemaFacts.builder().ddl("source", "create view v as select 1 from t1")
                        .ddl("target", "create view v as select 1 from t2").build());
        assertEquals("target", view(vschema, Optional.of("source"), "v", TabletType.PRIMARY).orElseThrow().keyspace());
        assertEquals("target", view(vschema, Optional.empty(), "w", TabletType.REPLICA).orElseThrow().keyspace());
        assertEquals(Optional.empty(), view(vschema, Optional.empty(), "w", TabletType.PRIMARY));
        assertEquals("source", vschema.findRoutedTable(Optional.of("source"), "v", TabletType.PRIMARY).keyspace());
        assertEquals(2, declared.findings().size());
        assertEquals(List.of(), vschema.findings());
    }

    private static Optional<View> view(VSchema vschema, Optional<String> keyspace, String view, TabletType type) {
        return vschema.findRoutedView(keyspace, view, type);
    }

    // foreign keys

    @Test
    void foreignKey_isKnownToParentAndChild() {
        VSchema vschema = VSchema.parse("{\"keyspaces\": {\"ks\": {}}}").withFacts(SchemaFacts.ofDdl("ks", """
                create table c (p int, foreign key (p) references p (id) on delete set null,
                  foreign key (p) references _vt_hld_6ace8bcef73211ea87e9f875a4d24e90_20200915120410_ (id));
                create table p (id int)
                """));
        ForeignKey expected = new ForeignKey(QualifiedName.of("ks", "c"), List.of("p"), QualifiedName.of("ks", "p"),
                List.of("id"), Reference.SET_NULL, Reference.NO_ACTION);
        assertEquals(List.of(expected), vschema.findTable(Optional.of("ks"), "c").parents());
        assertEquals(List.of(expected), vschema.findTable(Optional.of("ks"), "p").children());
        assertEquals(List.of(), vschema.findTable(Optional.of("ks"), "p").parents());
        assertEquals(List.of(), vschema.findings());
    }

    @Test
    void foreignKey_mayLeadToAnotherKeyspace() {
        VSchema vschema = VSchema.parse("{\"keyspaces\": {\"a\": {}, \"b\": {\"tables\": {\"p\": {}}}}}")
                .withFacts(SchemaFacts.builder().foreignKey("a", "c", new TableDefinition.ForeignKey(null, List.of("x"),
                        new TableName("b", "p"), List.of("y"), Reference.CASCADE, Reference.CASCADE)).build());
        assertEquals("a.c", vschema.findTable(Optional.of("b"), "p").children().getFirst().child().toString());
    }

    @Test
    void foreignKeys_ofTablesThatAreRoutedElsewhere_areNotKnown() {
        String ddl = "create table t1 (id int); create table t2 (p int, foreign key (p) references t1 (id))";
        VSchema vschema = VSchema.builder().keyspace("source", ks -> ks.table("t1").table("t2"))
                .keyspace("target", ks -> ks.table("t1").table("t2"))
                .routingRule("source.t1", "target.t1").routingRule("source.t2", "target.t2").build()
                .withFacts(SchemaFacts.builder().ddl("source", ddl).ddl("target", ddl).build());
        assertEquals(List.of(), vschema.findTable(Optional.of("source"), "t2").parents());
        assertEquals(List.of(), vschema.findTable(Optional.of("source"), "t1").children());
        assertEquals(1, vschema.findTable(Optional.of("target"), "t2").parents().size());
        assertEquals(1, vschema.findTable(Optional.of("target"), "t1").children().size());
    }

    @Test
    void factsThatDoNotFit_areFindings() {
        VSchema vschema = VSchema.parse("{\"keyspaces\": {\"user\": {\"sharded\": true}}}")
                .withFacts(SchemaFacts.builder()
                        .ddl("user", "create table c (p int, foreign key (p) references none (id))")
                        .ddl("usr", "create table t (a int)").build());
        assertEquals(
                List.of(
                        new Finding("$.keyspaces.user.tables.c",
                                "a foreign key refers to table 'user.none', which does not exist", Severity.UNUSED),
                        new Finding("$.keyspaces",
                                "there are schema facts of keyspace 'usr', which is not there; did you "
                                        + "mean 'user'?",
                                Severity.UNUSED)),
                vschema.findings());
    }

    @Test
    void pathOfAStrangeName_isQuoted_inFindingsOfFactsToo() {
        VSchema vschema =
                VSchema.builder().keyspace("my-ks", ks -> ks.sharded().foreignKeyMode(ForeignKeyMode.MANAGED)).build()
                        .withFacts(SchemaFacts.builder().ddl("my-ks", """
                        create table `it's` (p int, foreign key (p) references none (id));
                        create table t (a int, b int, foreign key (b) references t (a) on delete cascade)
                        """).build());
        assertEquals(List.of("$.keyspaces['my-ks'].tables['it\\'s']", "$.keyspaces['my-ks']"),
                vschema.findings().stream().map(Finding::path).toList());
    }

    private static void assertCode(ErrorCode code, Runnable action) {
        assertEquals(code, assertThrows(ShardrouteException.class, action::run).code());
    }
}
