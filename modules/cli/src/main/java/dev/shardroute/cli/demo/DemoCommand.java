package dev.shardroute.cli.demo;

import dev.shardroute.error.ShardrouteException;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code shardroute demo}. */
@Command(
        name = "demo",
        description = "Starts a gateway over an embedded MariaDB, loads some rows, and shows for some statements what "
                + "each shard runs. Then clients can connect, until Ctrl-C.")
public final class DemoCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--once", description = "End when the statements have been shown.")
    private boolean once;

    @Override
    public Integer call() throws SQLException, InterruptedException {
        try (Closeables closeables = Closeables.closedOnExit()) {
            try {
                show(closeables, Objects.requireNonNull(spec, "picocli sets it").commandLine().getOut());
            } catch (SQLException | ShardrouteException | InterruptedException e) {
                boolean toldToEnd = closeables.isClosed();
                if (!toldToEnd) {
                    throw e;
                }
            }
        }
        return ExitCode.OK;
    }

    private void show(Closeables closeables, PrintWriter out) throws SQLException, InterruptedException {
        DemoCluster cluster = DemoCluster.start(closeables, new Progress(out));
        new DemoShow(cluster, out).run();
        if (!once) {
            printHowToConnect(out, cluster.port());
            new CountDownLatch(1).await();
        }
    }

    private static void printHowToConnect(PrintWriter out, int port) {
        out.println("The gateway is listening. Connect with");
        out.println();
        out.println("    mysql -h 127.0.0.1 -P " + port + " -u demo customer");
        out.println();
        out.println(
                "(any user, no password; MariaDB's client needs --skip-ssl-verify-server-cert from version 11.4 on).");
        out.println("Ctrl-C ends it all.");
        out.flush();
    }
}
