package dev.shardroute.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command {@code shardroute}. */
@Command(
        name = "shardroute",
        description = "Tells which shards must run a MySQL statement, and runs it there.",
        mixinStandardHelpOptions = true,
        version = "shardroute 0.1.0-SNAPSHOT")
final class Main implements Runnable {

    private Main() {}

    /** Runs the command and exits with its code. */
    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main()).setExecutionExceptionHandler(Main::report);
    }

    @Override
    public void run() {
        CommandLine.usage(this, System.out);
    }

    /** A failure is one line for the user, never a stack trace. */
    private static int report(Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
        String message = failure.getMessage();
        command.getErr().println("shardroute: " + (message == null ? failure.getClass().getSimpleName() : message));
        return command.getCommandSpec().exitCodeOnExecutionException();
    }
}
