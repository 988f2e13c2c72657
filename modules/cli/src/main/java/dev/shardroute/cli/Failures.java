package dev.shardroute.cli;

import dev.shardroute.error.ShardrouteException;
import java.util.function.BooleanSupplier;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * What the user is told when a command fails, and the exit code: 1 for an error of the catalogue, 2 for a wrong option or file.
 * An exception that nobody expected is one sentence too; its stack trace is for those who ask.
 */
final class Failures {
    private final BooleanSupplier debug;

    Failures(BooleanSupplier debug) {
        this.debug = debug;
    }

    /** Runs the last subcommand; picocli itself lets errors such as a stack overflow pass. */
    int run(ParseResult parsed) {
        try {
            return new CommandLine.RunLast().execute(parsed);
        } catch (StackOverflowError | OutOfMemoryError | AssertionError e) {
            return unexpected(e, parsed.commandSpec().commandLine());
        }
    }

    int report(Exception failure, CommandLine command, ParseResult parsed) {
        return switch (failure) {
            case ShardrouteException known -> say(command, known.getMessage(), ExitCode.SOFTWARE);
            case InputException input -> say(command, input.getMessage(), ExitCode.USAGE);
            default -> unexpected(failure, command);
        };
    }

    int reportUsage(ParameterException failure, String[] arguments) {
        CommandLine command = failure.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        return say(command, failure.getMessage() + " (see '" + name + " --help')", ExitCode.USAGE);
    }

    private int unexpected(Throwable failure, CommandLine command) {
        say(command, "this should not have happened: " + failure + "; please report it, with what --debug prints",
                ExitCode.SOFTWARE);
        if (debug.getAsBoolean()) {
            failure.printStackTrace(command.getErr());
        }
        return ExitCode.SOFTWARE;
    }

    private static int say(CommandLine command, String message, int exitCode) {
        command.getErr().println("shardroute: " + message);
        return exitCode;
    }
}
