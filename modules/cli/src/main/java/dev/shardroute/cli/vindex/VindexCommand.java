package dev.shardroute.cli.vindex;

import dev.shardroute.cli.InputFiles;
import dev.shardroute.cli.Json;
import dev.shardroute.vindex.VindexRegistry;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code shardroute vindex}. */
@Command(
        name = "vindex",
        description = "Maps values to keyspace ids.",
        footer = {
            "",
            "Standard input is a JSON array of {\"vindex\": type, \"params\": {name: text},",
            "\"op\": operation, \"inputs\": [{\"type\", \"value\" or \"hex\"}], \"ksid\": hex},",
            "and the answer is the same with a \"result\" in each element:",
            "",
            "  map, range_map    {\"ksid\"}, {\"ksids\"}, {\"keyrange\"}, {\"all_shards\": true}",
            "                    or {\"none\": true}",
            "  verify            true or false",
            "  reverse_map       {\"type\", \"value\" or \"hex\"}",
            "  create            {\"ok\": true, \"cost\", \"unique\", ...}",
            "",
            "or {\"error\": true, \"message\"}. With \"prefix\": true a vindex that can maps",
            "patterns of LIKE. The parts of cfc are operations too: compute_ksid,",
            "find_prefix, keyrange_from_prefix, add_one and component_hash_length.",
            "",
            "The exit code is 2 when an option or the JSON is wrong. An error in a row is",
            "an answer like another."
        })
public final class VindexCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--batch", description = "Answer a JSON array with a JSON array.")
    private boolean batch;

    @Option(names = "--conformance", paramLabel = "DIR", defaultValue = "../shared/conformance",
            description = "The conformance data: a relative file that a parameter names and that is not in the working "
                    + "folder is looked for in its folder 'vindex' (default: ${DEFAULT-VALUE}).")
    private Path conformance = Path.of("");

    @Override
    public Integer call() {
        CommandLine command = Objects.requireNonNull(spec, "picocli sets it").commandLine();
        if (!batch) {
            throw new ParameterException(command, "--batch is needed: there is no other way to give values");
        }
        VindexRows rows = new VindexRows(VindexRegistry.installed(), conformance.resolve("vindex"));
        command.getOut().print(Json.print(rows.answer(Json.parse("standard input", InputFiles.standardInput()))));
        command.getOut().flush();
        return ExitCode.OK;
    }
}
