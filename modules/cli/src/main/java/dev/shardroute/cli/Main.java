package dev.shardroute.cli;

import dev.shardroute.cli.demo.DemoCommand;
import dev.shardroute.cli.explain.ExplainCommand;
import dev.shardroute.cli.route.RouteCommand;
import dev.shardroute.cli.serve.ServeCommand;
import dev.shardroute.cli.statement.FormatCommand;
import dev.shardroute.cli.statement.NormalizeCommand;
import dev.shardroute.cli.verify.VerifyCommand;
import dev.shardroute.cli.vindex.VindexCommand;
import dev.shardroute.cli.vschema.VschemaCommand;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command {@code shardroute}, and the index of its subcommands. */
@Command(
        name = "shardroute",
        description = "Tells which shards must run a MySQL statement, and runs it there.",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        version = "shardroute 0.1.0-SNAPSHOT",
        subcommands = {ExplainCommand.class, RouteCommand.class, VerifyCommand.class, FormatCommand.class,
            NormalizeCommand.class,
            VindexCommand.class, VschemaCommand.class, DemoCommand.class, ServeCommand.class})
final class Main implements Runnable {
    @Option(names = "--debug", scope = ScopeType.INHERIT,
            description = "Print the stack trace of an error that nobody expected.")
    private boolean debug;

    @Spec
    private @Nullable CommandSpec spec;

    private Main() {}

    /** Runs the command and exits with its code. */
    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        Main main = new Main();
        Failures failures = new Failures(() -> main.debug);
        return new CommandLine(main)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExpandAtFiles(false)
                .setExecutionStrategy(failures::run)
                .setParameterExceptionHandler(failures::reportUsage)
                .setExecutionExceptionHandler(failures::report);
    }

    @Override
    public void run() {
        CommandLine command = Objects.requireNonNull(spec, "picocli sets it").commandLine();
        command.usage(command.getOut());
    }
}
