package dev.shardroute.cli.vschema;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code shardroute vschema}, and the index of its subcommands. */
@Command(name = "vschema", description = "Works on VSchemas.", subcommands = CheckCommand.class)
public final class VschemaCommand implements Runnable {
    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        CommandLine command = Objects.requireNonNull(spec, "picocli sets it").commandLine();
        command.usage(command.getOut());
    }
}
