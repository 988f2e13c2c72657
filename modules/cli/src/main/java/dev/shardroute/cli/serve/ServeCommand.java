package dev.shardroute.cli.serve;

import dev.shardroute.cli.InputException;
import dev.shardroute.cli.gateway.Closeables;
import dev.shardroute.cli.gateway.RunningGateway;
import dev.shardroute.error.ShardrouteException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code shardroute serve}. */
@Command(
        name = "serve",
        description = "Serves configured shards to MySQL clients.",
        footer = {
            "",
            "Ctrl-C drains: no new connections, and running statements end within the",
            "limit. The exit code is 2 when the configuration is wrong."
        })
public final class ServeCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--config", required = true, paramLabel = "FILE", description = "The configuration, as JSON.")
    private Path file = Path.of("");

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = Objects.requireNonNull(spec, "picocli sets it").commandLine().getOut();
        ServeConfig config = ServeConfigReader.read(file);
        try (Closeables closeables = Closeables.closedOnExit()) {
            RunningGateway gateway = start(config);
            closeables.add(() -> {
                print(out, "draining: no new connections, and running statements end");
                gateway.close();
            });
            print(out, "listening on " + gateway.address().getAddress().getHostAddress() + ":"
                    + gateway.address().getPort());
            closeables.awaitClosed();
        }
        return ExitCode.OK;
    }

    private static void print(PrintWriter out, String line) {
        out.println(line);
        out.flush();
    }

    private RunningGateway start(ServeConfig config) {
        try {
            return RunningGateway.start(config.vschema(), config.topology(), config.pools(), config.server(),
                    config.authenticator());
        } catch (ShardrouteException e) {
            throw new InputException(file + ": listen", e.getMessage());
        }
    }
}
