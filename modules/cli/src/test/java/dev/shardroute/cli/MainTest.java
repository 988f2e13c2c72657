package dev.shardroute.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;

final class MainTest {
    /** A subcommand with a defect. */
    @Command(name = "broken")
    private record Broken(Callable<Integer> action) implements Callable<Integer> {
        @Override
        public Integer call() throws Exception {
            return action.call();
        }
    }

    @Test
    void noSubcommand_printsTheUsage() {
        CliRun run = CliRun.of();
        assertEquals(0, run.exitCode());
        assertTrue(run.out().contains("explain"), run.out());
    }

    @Test
    void unknownOption_isOneLineAndExitCode2() {
        CliRun run = CliRun.of("explain", "--nothing");
        assertEquals(2, run.exitCode());
        assertEquals(1, run.err().lines().count(), run.err());
        assertTrue(run.err().startsWith("shardroute: "), run.err());
        assertTrue(run.err().contains("see 'shardroute explain --help'"), run.err());
    }

    @Test
    void helpOfASubcommand_namesItsOptions() {
        CliRun run = CliRun.of("explain", "--help");
        assertAll(() -> assertEquals(0, run.exitCode()), () -> assertTrue(run.out().contains("--vschema")));
    }

    @Test
    void unexpectedException_isOneSentenceWithoutAStackTrace() {
        CliRun run = runBroken(() -> {
            throw new IllegalStateException("a defect");
        }, "broken");
        assertEquals(1, run.exitCode());
        assertTrue(run.err().contains("a defect") && run.err().contains("please report"), run.err());
        assertFalse(run.err().contains("at dev.shardroute"), run.err());
    }

    @Test
    void stackOverflow_isOneSentenceToo() {
        CliRun run = runBroken(() -> {
            throw new StackOverflowError();
        }, "broken");
        assertAll(() -> assertEquals(1, run.exitCode()), () -> assertEquals(1, run.err().lines().count(), run.err()));
    }

    @Test
    void unexpectedException_withDebug_hasItsStackTrace() {
        CliRun run = runBroken(() -> {
            throw new IllegalStateException("a defect");
        }, "broken", "--debug");
        assertTrue(run.err().contains("at dev.shardroute"), run.err());
    }

    private static CliRun runBroken(Callable<Integer> action, String... arguments) {
        StringWriter err = new StringWriter();
        CommandLine command = Main.commandLine().addSubcommand(new Broken(action)).setErr(new PrintWriter(err, true));
        return new CliRun(command.execute(arguments), "", err.toString());
    }
}
