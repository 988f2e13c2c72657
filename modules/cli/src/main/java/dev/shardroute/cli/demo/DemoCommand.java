package dev.shardroute.cli.demo;

import dev.shardroute.cli.gateway.Closeables;
import dev.shardroute.cli.gateway.EmbeddedMariaDb;
import dev.shardroute.error.ShardrouteException;
import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code shardroute demo}. */
@Command(
        name = "demo",
        description = "Starts a MariaDB, makes two keyspaces of it, and shows what a gateway over them does.",
        footer = {"", "Needs nothing installed, and leaves nothing behind."})
public final class DemoCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--once", description = "End after the tour, instead of waiting for clients.")
    private boolean once;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = Objects.requireNonNull(spec, "picocli sets it").commandLine().getOut();
        try (Closeables closeables = Closeables.closedOnExit()) {
            try {
                run(closeables, out);
            } catch (ShardrouteException e) {
                boolean toldToEnd = closeables.isClosed();
                if (!toldToEnd) {
                    throw e;
                }
            }
        }
        return ExitCode.OK;
    }

    private void run(Closeables closeables, PrintWriter out) throws InterruptedException {
        Progress progress = new Progress(out);
        DemoFolder folder = DemoFolder.create();
        closeables.add(folder);
        EmbeddedMariaDb database =
                progress.step("starting a MariaDB of its own", () -> EmbeddedMariaDb.start(folder.path()));
        closeables.add(database::close);
        DemoGateway gateway = DemoGateway.start(database);
        closeables.add(gateway);
        progress.step("loading rows through the gateway", () -> DemoRows.load(gateway));
        new Tour(gateway, out).run();
        invite(gateway, out);
        if (!once) {
            closeables.awaitClosed();
        }
    }

    private void invite(DemoGateway gateway, PrintWriter out) {
        out.printf("%nThe gateway listens on 127.0.0.1:%d. Connect with%n%n", gateway.port());
        out.printf("    mysql -h 127.0.0.1 -P %d -u %s -p%s customer%n%n", gateway.port(), DemoGateway.USER,
                DemoGateway.PASSWORD);
        if (!once) {
            out.println("Ctrl-C ends it.");
        }
        out.flush();
    }
}
