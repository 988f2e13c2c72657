package dev.shardroute.cli.vschema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shardroute.cli.CliRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code vschema check}. */
final class CheckCommandTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void vschemaThatIsRight_printsNothing() throws IOException {
        assertRun(0, "", check(file("a.json", "{\"keyspaces\": {\"main\": {\"tables\": {\"t\": {}}}}}")));
    }

    @Test
    void findings_ofAllFiles_areLines() throws IOException {
        Path first =
                file("a.json", "{\"keyspaces\": {\"user\": {\"sharded\": true, \"tables\": {\"t\": {}}, \"x\": 1}}}");
        Path second = file("b.json", "{\"keyspaces\": {}");
        Path third =
                file("c.json", "{\"keyspaces\": {\"a\": {}}, \"routing_rules\": {\"rules\": [{\"from_table\": \"t\", "
                        + "\"to_tables\": [\"none.t\"]}]}}");
        CliRun run = check(first, second, third);
        assertEquals(1, run.exitCode());
        assertEquals(4, run.out().lines().count(), run.out());
        assertTrue(run.out().startsWith(first + ": $.keyspaces.user.x: this key is not known\n" + first
                + ": $.keyspaces.user.tables.t: a table of a sharded keyspace needs a primary vindex"), run.out());
        assertTrue(run.out().contains("\n" + second + ": $: not JSON at line 1"), run.out());
        assertTrue(run.out().endsWith(third + ": $.routing_rules.rules[0]: table 'none.t' does not exist\n"),
                run.out());
    }

    @Test
    void unknownKeys_areWarnings_whenItIsLenient() throws IOException {
        Path file = file("a.json", "{\"keyspaces\": {\"user\": {\"shraded\": true}}}");
        assertRun(0, file + ": warning: $.keyspaces.user.shraded: this key is not known; did you mean 'sharded'?\n",
                CliRun.of("vschema", "check", "--lenient", file.toString()));
        assertEquals(1, check(file).exitCode());
    }

    @Test
    void fileOfOneKeyspace_isOfTheOneThatTheFileIsNamedAfter() throws IOException {
        Path file = file("user.vschema.json", "{\"foreign_key_mode\": \"managed\"}");
        Path ddl =
                file("user.sql", "create table t (a int, b int, foreign key (b) references t (a) on delete cascade)");
        CliRun run = CliRun.of("vschema", "check", file.toString(), "--schema", ddl.toString());
        assertRun(1,
                file + ": $.keyspaces.user: VT09019: keyspace 'user' has cyclic foreign keys: user.t.a -> user.t.a\n",
                run);
    }

    // definitions

    @Test
    void definitions_areAdded_toTheirKeyspace() throws IOException {
        Path main = file("main.json", "{\"tables\": {}}");
        Path user = file("user.json", "{\"sharded\": true}");
        Path ddl = file("ddl.sql",
                "create table c (p int, foreign key (p) references none (id)); alter table c add x int");
        CliRun run = CliRun.of("vschema", "check", main.toString(), user.toString(), "--schema", "user=" + ddl);
        assertRun(1, ddl + ": statement 2: ALTER TABLE is not followed; a table is known by its CREATE TABLE\n" + user
                + ": $.keyspaces.user.tables.c: a foreign key refers to table 'user.none', which does not exist\n",
                run);
    }

    @Test
    void definitions_ofAKeyspaceThatIsNotThere_areAFinding() throws IOException {
        Path main = file("main.json", "{\"tables\": {}}");
        Path ddl = file("ddl.sql", "create table c (p int)");
        CliRun run = CliRun.of("vschema", "check", main.toString(), "--schema", "mian=" + ddl);
        assertRun(1,
                main + ": $.keyspaces: there are schema facts of keyspace 'mian', which is not there; did you mean "
                        + "'main'?\n",
                run);
    }

    @Test
    void definitions_ofAKeyspaceThatNoneHas_areAFindingOfEach() throws IOException {
        Path ddl = file("ddl.sql", "create table c (p int)");
        CliRun run = CliRun.of("vschema", "check", file("a.json", "{\"tables\": {}}").toString(),
                file("b.json", "{\"tables\": {}}").toString(), "--schema", "none=" + ddl);
        assertEquals(2,
                run.out().lines().filter(line -> line.contains("of keyspace 'none', which is not there")).count());
    }

    @Test
    void filesOfDefinitions_mayStandAmongTheVSchemas_andAreOfTheKeyspaceTheyAreNamedAfter() throws IOException {
        Path main = file("main.json", "{\"tables\": {}}");
        Path user = file("user.json", "{\"sharded\": true}");
        Path mainDdl = file("main.sql", "create table t (id int); alter table t add x int");
        Path userDdl = file("user.sql", "create table c (p int, foreign key (p) references t (id))");
        assertRun(1,
                mainDdl + ": statement 2: ALTER TABLE is not followed; a table is known by its CREATE TABLE\n" + user
                        + ": $.keyspaces.user.tables.c: a foreign key refers to table 'user.t', which does not exist\n",
                check(main, userDdl, mainDdl, user));
    }

    @Test
    void definitions_ofNoKeyspace_areOfTheOnlyOne_orOfThoseTheyName() throws IOException {
        Path one = file("one.json", "{\"foreign_key_mode\": \"managed\"}");
        String cycle = "create table t (a int, b int, foreign key (b) references t (a) on delete cascade)";
        assertEquals(1, check(one, file("dump.sql", cycle)).exitCode());
        Path all = file("all.json", "{\"keyspaces\": {\"a\": {\"foreign_key_mode\": \"managed\"}, \"b\": {}}}");
        assertRun(1, all + ": $.keyspaces.a: VT09019: keyspace 'a' has cyclic foreign keys: a.t.a -> a.t.a\n",
                check(all, file("dump.sql", "use a; " + cycle)));
        Path dump = file("dump.sql", cycle);
        assertRun(1, dump + ": statement 1: 't' is in no keyspace\n", check(all, dump));
    }

    @Test
    void file_ofTheSamples_isRight() {
        assertRun(0, "", check(CliRun.SAMPLES.resolve("commerce").resolve("vschema.json")));
    }

    // usage

    @Test
    void definitionsWithoutAVSchema_areExitCode2() throws IOException {
        CliRun run = check(file("a.sql", "create table t (a int)"));
        assertEquals(2, run.exitCode());
        assertTrue(run.err().contains("a FILE with a VSchema is needed"), run.err());
    }

    @Test
    void fileThatIsNotThere_isExitCode2() {
        CliRun run = CliRun.of("vschema", "check", folder.resolve("none.json").toString());
        assertEquals(2, run.exitCode());
        assertTrue(run.err().contains("there is no such file"), run.err());
    }

    @Test
    void noFile_isExitCode2() {
        assertEquals(2, CliRun.of("vschema", "check").exitCode());
    }

    @Test
    void noSubcommand_printsTheUsage() {
        assertTrue(CliRun.of("vschema").out().contains("check"));
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static CliRun check(Path... files) {
        String[] arguments = new String[files.length + 2];
        arguments[0] = "vschema";
        arguments[1] = "check";
        for (int i = 0; i < files.length; i++) {
            arguments[i + 2] = files[i].toString();
        }
        return CliRun.of(arguments);
    }

    private static void assertRun(int exitCode, String out, CliRun run) {
        assertEquals("", run.err());
        assertEquals(out, run.out());
        assertEquals(exitCode, run.exitCode());
    }
}
