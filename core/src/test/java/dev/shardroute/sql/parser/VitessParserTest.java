package dev.shardroute.sql.parser;

import static dev.shardroute.sql.Sql.canonical;
import static dev.shardroute.sql.Sql.expression;
import static dev.shardroute.sql.Sql.statement;
import static dev.shardroute.sql.Sql.syntaxError;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.shardroute.sql.ast.AlterVschema.AddColumnVindex;
import dev.shardroute.sql.ast.AlterVschema.Parameter;
import dev.shardroute.sql.ast.AlterVschema.VindexDefinition;
import dev.shardroute.sql.ast.Expression.Literal;
import dev.shardroute.sql.ast.SelectItem;
import dev.shardroute.sql.ast.TableName;
import dev.shardroute.sql.ast.VitessStatement.AlterMigration;
import dev.shardroute.sql.ast.VitessStatement.MigrationOption;
import dev.shardroute.sql.ast.VitessStatement.Vstream;
import dev.shardroute.type.Value;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class VitessParserTest {
    // streams

    @Test
    void stream_hasItsParts() {
        assertEquals(new Vstream(List.of("/* c */"), new SelectItem.Star(null), new TableName("a", "b"),
                expression("c > 1"), null), statement("vstream /* c */ * from a.b where c > 1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"stream * from t", "stream /* c */ * from a.b", "vstream * from t",
        "vstream * from t where a > 1 limit 5, 10", "stream a as b from t", "revert vitess_migration 'a'",
        "revert /*vt+ a=1 */ vitess_migration 'a'"})
    void statement_isCanonical(String sql) {
        assertEquals(sql, canonical(sql.replace("stream", "STREAM").replace("migration", "MIGRATION")));
    }

    // migrations

    @Test
    void migration_hasItsParts() {
        assertEquals(new AlterMigration(null, "throttle",
                List.of(new MigrationOption("expire", new Literal(Value.of("1h"))),
                        new MigrationOption("ratio", new Literal(Value.of(1))))),
                statement("alter vitess_migration throttle all expire '1h' ratio 1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"'a' retry", "'a' cleanup", "cleanup all", "'a' launch",
        "'a' launch vitess_shards '-40,40-80'",
        "launch all", "'a' complete", "'a' complete vitess_shards '-40'", "complete all", "'a' postpone complete",
        "postpone complete all", "'a' cancel", "cancel all", "'a' throttle", "'a' throttle expire '1h' ratio 0.7",
        "throttle all ratio 0.7", "'a' unthrottle", "unthrottle all", "'a' force_cutover", "force_cutover all",
        "'a' cutover_threshold '5s'"})
    void migration_isCanonical(String change) {
        assertEquals("alter vitess_migration " + change, canonical("ALTER /* c */ VITESS_MIGRATION " + change));
    }

    // vschema

    @Test
    void vschemaChange_hasItsParts() {
        VindexDefinition definition = new VindexDefinition("lookup",
                List.of(new Parameter("from", "a,b", false), new Parameter("to", "c.d", false),
                        new Parameter("e", "f", true), new Parameter("table", "12", false)));
        assertEquals(new AddColumnVindex(TableName.of("t"), "v", List.of("x", "y"), definition),
                statement("alter vschema on t add vindex v (x, y) using lookup "
                        + "with from=`a,b`, to=c.d, e='f', table=12"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"create vindex a.b using `hash`", "create vindex a", "drop vindex a.b", "add table a.b",
        "drop table a", "add sequence a", "drop sequence a", "on a add auto_increment b using c.d",
        "on a drop auto_increment", "on a.b add vindex c (d, `select`) using e with from=f, `g h`='i', j=`k,l`, m=n.o",
        "on a add vindex `hash` (b)", "on a drop vindex `hash`"})
    void vschemaChange_isCanonical(String change) {
        assertEquals("alter vschema " + change, canonical("ALTER VSCHEMA " + change));
    }

    @Test
    void parametersOfWords_needNoQuotes() {
        assertEquals("alter vschema create vindex a using b with table=select, c=d.select, `12`=12",
                canonical("alter vschema create vindex a using b with `table`=`select`, c=`d`.select, `12`=`12`"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"stream", "stream from t", "stream * from", "stream *, a from t", "stream * from t where a",
        "vstream * from t limit 1 where a", "vstream * t", "revert", "revert vitess_migration", "revert 'a'",
        "revert vitess_migration a", "alter vitess_migration", "alter vitess_migration retry all",
        "alter vitess_migration a retry", "alter vitess_migration 'a'", "alter vitess_migration 'a' retry all",
        "alter vitess_migration 'a' cancel all", "alter vitess_migration cancel", "alter vitess_migration 'a' postpone",
        "alter vitess_migration launch all vitess_shards 'a'", "alter vitess_migration 'a' launch vitess_shards",
        "alter vitess_migration 'a' retry ratio 1", "alter vitess_migration 'a' throttle ratio 0.7 expire '1h'",
        "alter vitess_migration 'a' throttle ratio 'a'", "alter vitess_migration 'a' throttle ratio -1",
        "alter vitess_migration 'a' throttle expire 1", "alter vitess_migration 'a' cutover_threshold",
        "alter vitess_migration cutover_threshold all '5s'", "alter vschema", "alter vschema x", "alter vschema add",
        "alter vschema add vindex a", "alter vschema create table a", "alter vschema create vindex",
        "alter vschema create vindex a with", "alter vschema create vindex a with b",
        "alter vschema create vindex a with b=",
        "alter vschema create vindex a with b=c d=e", "alter vschema create vindex a with b=1.c",
        "alter vschema create vindex a with b=c.d.e", "alter vschema create vindex a with b=-1", "alter vschema drop a",
        "alter vschema on", "alter vschema on a", "alter vschema on a add", "alter vschema on a add vindex b",
        "alter vschema on a add vindex b ()", "alter vschema on a drop", "alter vschema on a drop vindex",
        "alter vschema on a add auto_increment b", "alter vschema on a drop auto_increment b"})
    void malformedStatement_isRefused(String sql) {
        syntaxError(sql);
    }
}
