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

    // usage

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
