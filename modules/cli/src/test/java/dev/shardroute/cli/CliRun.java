package dev.shardroute.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import picocli.CommandLine;

/**
 * One run of the command, in this JVM.
 *
 * @param exitCode what it would exit with
 * @param out      what it printed
 * @param err      what it complained about
 */
public record CliRun(int exitCode, String out, String err) {
    /** The samples of the documentation. */
    public static final Path SAMPLES = Path.of("..", "..", "docs", "samples");

    /** Runs the command with these arguments. */
    public static CliRun of(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine command = Main.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        int exitCode = command.execute(arguments);
        command.getOut().flush();
        command.getErr().flush();
        return new CliRun(exitCode, out.toString(), err.toString());
    }
}
